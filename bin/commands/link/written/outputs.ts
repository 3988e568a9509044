import {
  explainRecords,
  type FamilyModel,
  type Judged,
  type LinkageModel,
  type People,
  type ScoredPairs,
  type Records,
} from '#packages/record-linkage';
import { whyPair } from './why-pair.ts';
import { csvLine } from './write-rows.ts';

/** What is written about. */
export type Outcome = {
  readonly records: Records;
  readonly model: LinkageModel;
  readonly families: FamilyModel | undefined;
  readonly pairs: ScoredPairs;
  readonly judged: Judged;
  readonly people: People;
};

/** People by number from 1, in the order of their first records. */
function peopleNumbers({ personOf }: People): Int32Array {
  const numbers = new Int32Array(personOf.length);
  let last = 0;
  for (const [record, person] of personOf.entries())
    numbers[record] = person === record ? (last += 1) : (numbers[person] ?? 0);
  return numbers;
}

/** One row for each record in: its source, its id, the number of its person. */
export function* clusterRows({ records, people }: Outcome): Generator<string> {
  const numbers = peopleNumbers(people);
  yield 'id,source,person\n';
  for (let record = 0; record < records.count; record += 1)
    yield csvLine([records.ids.text(record), sourceOf(records, record), numbers[record] ?? 0]);
}

/** Pairs that a person should decide, the likeliest first; why is said without what the records hold. */
export function questionRows(outcome: Outcome): Generator<string> {
  return pairRows(outcome, outcome.people.questions);
}

/** Pairs that are probably two children of one family. */
export function siblingRows(outcome: Outcome): Generator<string> {
  return pairRows(outcome, outcome.people.siblings);
}

function* pairRows({ records, model, pairs, judged, people }: Outcome, rows: Int32Array): Generator<string> {
  const numbers = peopleNumbers(people);
  const explain = explainRecords(records, model);
  yield 'id,source,person,other_id,other_source,other_person,probability_of_one_person,why\n';
  for (const row of rows) {
    const [left, right] = [pairs.left[row] ?? 0, pairs.right[row] ?? 0];
    const at = row * model.comparisons.length;
    const probability = 1 / (1 + 2 ** -(judged.score[row] ?? 0));
    yield csvLine([
      ...[left, right].flatMap((record) => [
        records.ids.text(record),
        sourceOf(records, record),
        numbers[record] ?? 0,
      ]),
      probability.toPrecision(4),
      whyPair(explain({ left, right, answers: pairs.answers, at }), judged.classOf[row]),
    ]);
  }
}

function sourceOf(records: Records, record: number): string {
  return records.sources[records.sourceOf[record] ?? 0] ?? '';
}
