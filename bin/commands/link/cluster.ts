import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  evaluatePeople,
  judgePairs,
  oneOfEach,
  peopleOf,
  readPairs,
  readRecords,
  truthIn,
  type ScoredPairs,
} from '#packages/record-linkage';
import { WrongUse, type Deed } from '../../command-line/command.ts';
import { writeWhole } from '../../command-line/write-whole.ts';
import { askedFor, needed } from './asked.ts';
import { clusterRows, questionRows, siblingRows } from './written/outputs.ts';
import { valueOf } from './link-refused.ts';
import { reportOf } from './written/report.ts';
import { summaryOf } from './written/summary.ts';
import { writeRows } from './written/write-rows.ts';

/** Puts records together into people, from pairs that were scored before: in one file, or in the parts of several machines. */
export const linkCluster: Deed = {
  async run(call) {
    const out = needed(call, 'out', 'where to write: --out DIR');
    const files = needed(call, 'pairs', 'the scored pairs: --pairs FILES, a comma between them').split(',');
    const { job, given } = await askedFor(call, 'within');
    if (!given) throw new WrongUse('Say with --model FILE which model scored the pairs.');
    call.tell({ says: 'Reading the records' });
    const also = job.truth === undefined ? [] : [{ column: job.truth }];
    const { model } = given;
    const records = valueOf(await readRecords({ sources: job.sources, model, also }));
    call.tell({ says: 'Reading the pairs' });
    const parts: ScoredPairs[] = [];
    for (const file of files) parts.push(valueOf(await readPairs({ file, records, model })));
    const pairs = together(parts);
    call.tell({ says: 'Putting records together into people' });
    const { joinAt = 0.5, truth: column } = job;
    const judged = judgePairs(pairs, { ...given, records, joinAt });
    const people = valueOf(
      peopleOf({ records, pairs, judged, joinAt, rules: { oneOf: oneOfEach(records, model) } }),
    );
    const truth = column === undefined ? undefined : valueOf(truthIn(records, column));
    const { personOf } = people;
    const evaluation = truth && evaluatePeople({ personOf, pairs, judged, truth, joinAt });
    const outcome = { records, model, families: given.families, pairs, judged, people };
    const scored = { candidates: pairs.left.length, kept: pairs.left.length, notes: [] };
    const summary = summaryOf({ outcome, learnt: given, scored, notes: records.notes, evaluation });
    await mkdir(out, { recursive: true });
    await writeRows(join(out, 'clusters.csv'), clusterRows(outcome));
    await writeRows(join(out, 'questions.csv'), questionRows(outcome));
    await writeRows(join(out, 'siblings.csv'), siblingRows(outcome));
    await writeWhole(join(out, 'report.html'), reportOf(outcome, summary, truth));
    await writeWhole(join(out, 'summary.json'), `${JSON.stringify(summary.document, null, 2)}\n`);
    return {
      exit: 0,
      document: { ...summary.document, out },
      out: [...summary.sentences, `Everything is in ${out}.`].join('\n'),
    };
  },
};

/** The pairs of several parts; a pair that two parts hold counts once. */
function together(parts: readonly ScoredPairs[]): ScoredPairs {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  const count = parts.reduce((sum, { left }) => sum + left.length, 0);
  const width = parts.reduce(
    (most, { left, answers }) => Math.max(most, answers.length / left.length || 0),
    0,
  );
  const pairs = {
    left: new Int32Array(count),
    right: new Int32Array(count),
    weight: new Float64Array(count),
    answers: new Int8Array(count * width),
  };
  let at = 0;
  for (const { left, right, weight, answers } of parts) {
    pairs.left.set(left, at);
    pairs.right.set(right, at);
    pairs.weight.set(weight, at);
    pairs.answers.set(answers, at * width);
    at += left.length;
  }
  return pairs;
}
