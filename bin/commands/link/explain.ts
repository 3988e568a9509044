import { join } from 'node:path';
import {
  explainRecords,
  judgePairs,
  readPairs,
  readRecords,
  waterfallPage,
  type Records,
} from '#packages/record-linkage';
import { Refused, WrongUse, type Answer, type Deed } from '../../command-line/command.ts';
import { writeWhole } from '../../command-line/write-whole.ts';
import { jobIn } from './job-folder.ts';
import { readModel } from './model-file.ts';
import { valueOf } from './link-refused.ts';
import { whyPair } from './written/why-pair.ts';

/** Says why two records of a finished job are, or are not, one person. */
export const linkExplain: Deed = {
  async run(call) {
    const [folder = '', one = '', other = ''] = call.arguments;
    const { files } = await jobIn(folder);
    const { model, families } = await readModel(join(folder, 'model.json'));
    call.tell({ says: 'Reading the records' });
    const records = valueOf(await readRecords({ sources: files, model }));
    const [left, right] = [recordOf(records, one, 'ONE'), recordOf(records, other, 'OTHER')].toSorted(
      (a, b) => a - b,
    );
    if (left === undefined || right === undefined || left === right)
      throw new WrongUse('Name two different records.');
    const pairs = valueOf(await readPairs({ file: join(folder, 'pairs.parquet'), records, model }));
    const row = pairs.left.findIndex((each, at) => each === left && pairs.right[at] === right);
    if (row < 0) return notKept;
    const judged = judgePairs(pairs, { model, families, records });
    const at = row * model.comparisons.length;
    const explanation = explainRecords(records, model)({ left, right, answers: pairs.answers, at });
    const probability = 1 / (1 + 2 ** -(judged.score[row] ?? 0));
    const why = whyPair(explanation, judged.classOf[row]);
    const page = call.valueOf('out');
    if (page !== undefined)
      await writeWhole(page, waterfallPage(explanation, { values: call.has('values') ? 'shown' : 'hidden' }));
    const steps = explanation.steps.map(({ comparison, level, weight, rarity }) => ({
      comparison: comparison.name,
      answer: level?.label ?? null,
      weight,
      rarity,
    }));
    return {
      exit: 0,
      document: { kept: true, weight: explanation.weight, probability, why, steps, page: page ?? null },
      out: [
        `The probability that both are of one person is ${probability.toPrecision(4)}, if the model is right.`,
        `${why}.`,
        ...(page === undefined ? [] : [`Step by step: ${page}.`]),
      ].join('\n'),
    };
  },
};

const notKept: Answer = {
  exit: 1,
  document: { kept: false },
  out: 'No rule looked at these two records together, or they weigh so little that the pair was not kept: nothing speaks for one person.',
};

/** The record that somebody named: by its id, or by source:id where several sources have it. */
function recordOf(records: Records, named: string, which: string): number {
  const found: number[] = [];
  for (let record = 0; record < records.count; record += 1) {
    const id = records.ids.text(record);
    const source = records.sources[records.sourceOf[record] ?? 0] ?? '';
    if (id === named || `${source}:${id}` === named) found.push(record);
  }
  const [record, ...more] = found;
  if (record !== undefined && more.length === 0) return record;
  throw new Refused(
    record === undefined ? 'no-such-record' : 'several-records',
    record === undefined
      ? `There is no record with the id that ${which} names. Name it as it stands in clusters.csv.`
      : `Several sources have the id that ${which} names. Say whose: SOURCE:ID.`,
  );
}
