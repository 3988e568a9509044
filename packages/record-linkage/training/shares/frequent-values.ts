import { AnswerTally } from '../../comparing/answer-tally.ts';
import type { StagedQuestion } from '../../comparing/staged-question.ts';
import type { Comparison } from '../../model/model.ts';
import { isSymmetric, pairsBetween, pairsWithin, type ValueGroups } from './value-groups.ts';

/** A comparison, ready to be asked, and the records that it cannot tell apart. */
export type Asking = {
  readonly comparison: Comparison;
  readonly question: StagedQuestion;
  /** of the fields that the question reads */
  readonly stride: number;
  readonly groups: ValueGroups;
};

/** What was counted of pairs of common values; the other pairs have a record of `rare`. */
export type CommonPairs = {
  readonly byLevel: Float64Array;
  /** how many pairs these are, those of which nothing can be said among them */
  readonly pairs: number;
  /** the records that are in a group, and those of them whose value is not common */
  readonly all: Int32Array;
  readonly rare: Int32Array;
  /** 1 for each record that is in `rare` */
  readonly isRare: Uint8Array;
};

/**
 * How pairs of records with common values answer a comparison, exactly: each pair of different values is asked once
 * and counts as often as the values do. The most common values count as common, as many as make `mostAsked` pairs;
 * where that is all of them, all pairs are counted. Where left and right are asked different things, none is common.
 */
export function countCommonPairs(asking: Asking, mostAsked: number): CommonPairs {
  const { comparison, question, stride, groups } = asking;
  const tally = new AnswerTally(question, comparison.levels.length, stride);
  const common = isSymmetric(comparison) ? mostCommon(groups, mostAsked) : new Int32Array(0);
  let pairs = 0;
  for (let one = 0; one < common.length; one += 1)
    for (let other = one; other < common.length; other += 1) {
      const [a, b] = [common[one] ?? 0, common[other] ?? 0];
      const each = a === b ? pairsWithin(groups.sizes, a) : pairsBetween(groups.sizes, a, b);
      pairs += each;
      if (each > 0) tally.add(groups.example[a] ?? 0, groups.example[b] ?? 0, each);
    }
  tally.finish();
  return { byLevel: tally.byLevel, pairs, ...recordsOutside(groups, common) };
}

/** Where the most common values make less than this share of all pairs, counting them tells less than drawing does. */
const worthCounting = 0.01;

/** The largest groups, as many as make so many pairs; none where that is hardly any of the records' pairs. */
function mostCommon({ count, groupOf }: ValueGroups, mostAsked: number): Int32Array {
  const size = new Int32Array(count);
  for (let record = 0; record < groupOf.length; record += 1) {
    const group = groupOf[record] ?? -1;
    if (group >= 0) size[group] = (size[group] ?? 0) + 1;
  }
  const most = Math.floor((Math.sqrt(8 * mostAsked + 1) - 1) / 2);
  const groups = Int32Array.from(size.keys());
  if (count <= most) return groups;
  const largest = groups
    .sort((one, other) => (size[other] ?? 0) - (size[one] ?? 0) || one - other)
    .subarray(0, most);
  const inLargest = largest.reduce((sum, group) => sum + (size[group] ?? 0), 0);
  const all = size.reduce((sum, each) => sum + each, 0);
  return (inLargest / all) ** 2 < worthCounting ? new Int32Array(0) : largest;
}

function recordsOutside(
  { count, groupOf }: ValueGroups,
  common: Int32Array,
): Pick<CommonPairs, 'all' | 'rare' | 'isRare'> {
  const isCommon = new Uint8Array(count);
  for (const group of common) isCommon[group] = 1;
  const isRare = new Uint8Array(groupOf.length);
  const [all, rare] = [new Int32Array(groupOf.length), new Int32Array(groupOf.length)];
  let [given, outside] = [0, 0];
  for (let record = 0; record < groupOf.length; record += 1) {
    const group = groupOf[record] ?? -1;
    if (group < 0) continue;
    all[given] = record;
    given += 1;
    if (isCommon[group] === 1) continue;
    isRare[record] = 1;
    rare[outside] = record;
    outside += 1;
  }
  return { all: all.subarray(0, given), rare: rare.subarray(0, outside), isRare };
}
