import { AnswerTally } from '../comparing/answer-tally.ts';
import type { StagedQuestion } from '../comparing/staged-question.ts';
import type { Comparison } from '../model/model.ts';
import { expressionsOf } from '../records/expressions-of.ts';
import type { Population } from './u-exact.ts';
import { groupsOf, isSymmetric, pairsBetween, pairsWithin, sizesOf } from './value-groups.ts';

/** A comparison, ready to be asked of the population's records. */
export type Asking = {
  readonly comparison: Comparison;
  readonly question: StagedQuestion;
  /** of the fields that the question reads */
  readonly stride: number;
};

/** What was counted of pairs of common values; the other pairs have a record of `rare`. */
export type CommonPairs = {
  readonly byLevel: Float64Array;
  /** how many pairs these are, those of which nothing can be said among them */
  readonly pairs: number;
  /** the records whose value is not common; all of them where left and right are asked different things */
  readonly rare: Int32Array;
  readonly isRare: Uint8Array;
};

/**
 * How pairs of records with common values answer a comparison, exactly: each pair of different values is asked once
 * and counts as often as the values do. The most common values count as common, as many as make `mostAsked` pairs;
 * where that is all of them, all pairs are counted. Records with the same in everything that is read are one value.
 */
export function countCommonPairs(
  { records, linkType }: Population,
  asking: Asking,
  mostAsked: number,
): CommonPairs {
  const { comparison, question, stride } = asking;
  const tally = new AnswerTally(question, comparison.levels.length, stride);
  if (!isSymmetric(comparison))
    return { byLevel: tally.byLevel, pairs: 0, ...rareRecords(records.count, () => true) };
  const groups = groupsOf(records, expressionsOf({ comparisons: [comparison], blockingRules: [] }));
  const sizes = sizesOf(records, groups, linkType);
  const example = new Int32Array(groups.count);
  const size = new Int32Array(groups.count);
  for (let record = records.count - 1; record >= 0; record -= 1) {
    const group = groups.codes[record] ?? 0;
    example[group] = record;
    size[group] = (size[group] ?? 0) + 1;
  }
  const most = Math.floor((Math.sqrt(8 * mostAsked + 1) - 1) / 2);
  const common = Int32Array.from(size.keys())
    .sort((one, other) => (size[other] ?? 0) - (size[one] ?? 0) || one - other)
    .subarray(0, most);
  let pairs = 0;
  for (let one = 0; one < common.length; one += 1)
    for (let other = one; other < common.length; other += 1) {
      const [a, b] = [common[one] ?? 0, common[other] ?? 0];
      const each = a === b ? pairsWithin(sizes, a) : pairsBetween(sizes, a, b);
      pairs += each;
      if (each > 0) tally.add(example[a] ?? 0, example[b] ?? 0, each);
    }
  tally.finish();
  const isCommon = new Uint8Array(groups.count);
  for (const group of common) isCommon[group] = 1;
  const isRare = (record: number): boolean => isCommon[groups.codes[record] ?? 0] === 0;
  return { byLevel: tally.byLevel, pairs, ...rareRecords(records.count, isRare) };
}

function rareRecords(
  count: number,
  isRare: (record: number) => boolean,
): Pick<CommonPairs, 'rare' | 'isRare'> {
  const flags = Uint8Array.from({ length: count }, (_, record) => (isRare(record) ? 1 : 0));
  return { isRare: flags, rare: Int32Array.from(flags.keys()).filter((record) => flags[record] === 1) };
}
