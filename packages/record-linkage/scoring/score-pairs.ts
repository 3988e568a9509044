import { blocksBeside } from '../blocking/blocks-beside.ts';
import type { Blocking, SkippedBlock } from '../blocking/blocks.ts';
import { PairSql, pairSqlIn, pairSqlOf } from '../comparing/pair-sql.ts';
import { fieldsOfModel } from '../comparing/question.ts';
import type { LinkageModel } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { done, refuse, type Refusal, type Result } from '../result.ts';
import { frequenciesIn } from './frequencies.ts';
import { valuesOf, type Job } from './job.ts';
import type { ScoredBatch } from './kept-pairs.ts';
import { runJob, type Running } from './run-job.ts';

/** What is scored, what is kept, and where it goes. */
export type ToScore = Pick<Blocking, 'mostPairsInBlock' | 'part'> &
  Pick<Running, 'threads' | 'progress' | 'signal'> & {
    readonly records: Records;
    readonly model: LinkageModel;
    /** pairs of less weight are not kept; -Infinity keeps all */
    readonly atLeast: number;
    /** takes kept pairs as they come, always in the same order; memory holds no more than what it has not taken */
    readonly into: (batch: ScoredBatch) => void | Promise<void>;
  };

/** What scoring came to, in counts that add up: candidates = given up + the rest, of which some were kept. */
export type Scored = {
  /** candidate pairs, each once */
  readonly candidates: number;
  readonly kept: number;
  /** pairs that could not reach the threshold whatever their letters say */
  readonly givenUp: number;
  /** pairs whose letters were read */
  readonly lettersRead: number;
  /** candidate pairs by the first rule that found them */
  readonly byRule: Float64Array;
  /** blocks left out because they have too many pairs */
  readonly skipped: readonly SkippedBlock[];
  /** what was slow or odd, in words */
  readonly notes: readonly string[];
};

/**
 * Scores all candidate pairs of a model over records and hands on those of at least a weight. The weights are those of
 * the plain sum over the model's comparisons, whatever the threshold and however many threads.
 */
export async function scorePairs(scoring: ToScore): Promise<Result<Scored>> {
  const refusal = checkScoring(scoring);
  if (refusal) return refuse(refusal);
  const sql = pairSqlIn(scoring.model);
  const pairSql = sql.length > 0 ? await PairSql.open(sql, scoring.records) : undefined;
  try {
    return done(await scoreJob(scoring, pairSql));
  } finally {
    pairSql?.close();
  }
}

async function scoreJob(scoring: ToScore, pairSql: PairSql | undefined): Promise<Scored> {
  const job = await jobOf('score', scoring);
  const byRule = new Float64Array(scoring.model.blockingRules.length);
  const sums = { candidates: 0, kept: 0, givenUp: 0, lettersRead: 0 };
  await runJob(job, {
    pairSql,
    ...(scoring.threads === undefined ? {} : { threads: scoring.threads }),
    ...(scoring.progress ? { progress: scoring.progress } : {}),
    ...(scoring.signal ? { signal: scoring.signal } : {}),
    async take(piece) {
      sums.candidates += piece.candidates;
      sums.givenUp += piece.givenUp;
      sums.lettersRead += piece.lettersRead;
      byRule[piece.rule] = (byRule[piece.rule] ?? 0) + piece.candidates;
      if (!piece.kept || piece.kept.count === 0) return;
      sums.kept += piece.kept.count;
      await scoring.into(piece.kept);
    },
  });
  const notes = pairSql ? [costOfSql(sums.candidates)] : [];
  return { ...sums, byRule, skipped: job.blocks.skipped, notes };
}

function costOfSql(pairs: number): string {
  return `The model asks SQL of both records. DuckDB answered it for each of ${pairs.toLocaleString('en-GB')} pairs, in one thread: that takes many times as long as any other question. Where the SQL can be said of each record alone, say it there, and it runs once a record.`;
}

/** What is wrong with what should be scored, if anything. */
function checkScoring({ model, atLeast, part }: ToScore): Refusal | undefined {
  if (Number.isNaN(atLeast))
    return { reason: 'no-number', place: 'atLeast', words: 'The least weight to keep is not a number.' };
  if (model.blockingRules.length === 0)
    return {
      reason: 'no-rules',
      place: 'blockingRules',
      words:
        'The model has no blocking rule, so no pair is looked at. A rule without keys looks at all pairs.',
    };
  const rule = model.blockingRules.find(({ also }) => also && pairSqlOf(also).length > 0);
  if (rule)
    return {
      reason: 'sql-in-rule',
      place: `blockingRules: ${rule.name}`,
      words: `The rule "${rule.name}" asks SQL of both records, which cannot be asked of every pair. Say it as a condition, or in a comparison.`,
    };
  if (part && !(part.number >= 1 && part.number <= part.of))
    return {
      reason: 'no-part',
      place: 'part',
      words: `There is no part ${part.number} of ${part.of}: parts are numbered from 1.`,
    };
  return undefined;
}

/** A job over the candidate pairs of a model. */
export async function jobOf(
  what: Job['what'],
  of: Pick<ToScore, 'records' | 'model' | 'mostPairsInBlock' | 'part' | 'threads'> & {
    readonly atLeast?: number;
  },
): Promise<Job> {
  const { records, model, mostPairsInBlock, part } = of;
  const blocking = {
    records,
    rules: model.blockingRules,
    linkType: model.linkType,
    ...(mostPairsInBlock === undefined ? {} : { mostPairsInBlock }),
    ...(part ? { part } : {}),
  };
  return {
    what,
    model,
    values: valuesOf(records),
    fields: fieldsOfModel(model, records),
    blocks: await blocksBeside(blocking, of.threads),
    frequencies: frequenciesIn(records, model),
    atLeast: of.atLeast ?? -Infinity,
    turns: new Int32Array(new SharedArrayBuffer(12)),
  };
}
