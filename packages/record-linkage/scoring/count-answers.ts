import type { Blocking } from '../blocking/blocks.ts';
import type { CountedAnswers } from '../model/answers.ts';
import type { BlockingRule, LinkageModel } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { AnswerCounter } from './answer-counter.ts';
import { columnsOf } from './job.ts';
import { runJob, type Running } from './run-job.ts';
import { jobOf } from './score-pairs.ts';

/** Which pairs are counted: those that one rule finds. The records were read with the rule's expressions. */
export type ToCount = Pick<Blocking, 'mostPairsInBlock'> &
  Pick<Running, 'threads'> & {
    readonly records: Records;
    readonly model: LinkageModel;
    readonly rule: BlockingRule;
  };

/** Counts the pairs of one rule by their answers to all comparisons: what training learns from. */
export async function countAnswers(counting: ToCount): Promise<CountedAnswers> {
  const model = { ...counting.model, blockingRules: [counting.rule] };
  const { records, mostPairsInBlock, threads } = counting;
  const job = await jobOf('count', {
    records,
    model,
    ...(mostPairsInBlock === undefined ? {} : { mostPairsInBlock }),
    ...(threads === undefined ? {} : { threads }),
  });
  const counted = await runJob(job, threads === undefined ? {} : { threads });
  const all = new AnswerCounter(model, { records: columnsOf(job.values), fields: job.fields });
  for (const each of counted) all.add(each);
  return all.counted();
}
