import { columnsRead } from '../records/columns-read.ts';
import { expressionsOf } from '../records/expressions-of.ts';
import { keyOf } from '../model/expression.ts';
import type { BlockingRule, Comparison, Expression, LinkageModel } from '../model/model.ts';
import type { Column, Records } from '../records/records.ts';

/** A comparison that a pass cannot learn from, and why. */
export type LeftOut = {
  readonly comparison: number;
  readonly reason: 'same-column' | 'derived-column';
  readonly words: string;
};

/**
 * The comparisons that pairs of this rule teach nothing true about: those that read a column that the rule reads too,
 * and those whose column decides the rule's (a postcode decides its outward code) or is decided by it. The second kind
 * is found in the records: where equal values of the one always come with equal values of the other.
 */
export function comparisonsToLeaveOut(
  rule: BlockingRule,
  model: Pick<LinkageModel, 'comparisons'>,
  records: Pick<Records, 'columns'>,
): readonly LeftOut[] {
  const keys = rule.keys.flatMap(({ left, right }) => [left, right]);
  const ruleColumns = new Set(keys.flatMap(columnsRead));
  return model.comparisons.flatMap((comparison, place): LeftOut[] => {
    const read = expressionsRead(comparison);
    const same = read.flatMap(columnsRead).find((column) => ruleColumns.has(column));
    if (same !== undefined)
      return [
        {
          comparison: place,
          reason: 'same-column',
          words: `"${comparison.name}" reads ${same}, as the rule "${rule.name}" does, so it is not learnt from this rule's pairs.`,
        },
      ];
    const derived = keys.find((key) => read.some((each) => decides(records, { one: each, other: key })));
    if (derived === undefined) return [];
    return [
      {
        comparison: place,
        reason: 'derived-column',
        words: `"${comparison.name}" goes with ${keyOf(derived)}, which the rule "${rule.name}" reads: wherever the one is equal the other is too. It is not learnt from this rule's pairs, for they would make it look too sure; give a rule that reads something else.`,
      },
    ];
  });
}

function expressionsRead(comparison: Comparison): readonly Expression[] {
  return expressionsOf({ comparisons: [comparison], blockingRules: [] });
}

/** How sure it takes (bits that chance would have to bring) that one column decides another, and in what share of repeats it must. */
const enoughBits = 60;
const enoughShare = 0.9995;

/** Whether equal values of one expression come with equal values of the other, beyond what chance would bring. */
function decides(
  records: Pick<Records, 'columns'>,
  { one, other }: { one: Expression; other: Expression },
): boolean {
  const first = records.columns.get(keyOf(one));
  const second = records.columns.get(keyOf(other));
  if (!first || !second || first === second) return false;
  return alwaysComesWith(first, second) || alwaysComesWith(second, first);
}

/** Whether records with the same code in `one` have the same in `other`, where both are given; chance alone does not do. */
function alwaysComesWith(one: Column, other: Column): boolean {
  const first = new Int32Array(one.values.size).fill(-1);
  const counts = new Float64Array(other.values.size);
  let repeats = 0;
  let same = 0;
  let given = 0;
  // so many exceptions are too many, however all other records are
  const tooMany = (1 - enoughShare) * one.codes.length;
  for (let record = 0; record < one.codes.length; record += 1) {
    const code = one.codes[record] ?? -1;
    const with_ = other.codes[record] ?? -1;
    if (code < 0 || with_ < 0) continue;
    given += 1;
    counts[with_] = (counts[with_] ?? 0) + 1;
    const before = first[code] ?? -1;
    if (before < 0) first[code] = with_;
    else {
      repeats += 1;
      if (before === with_) same += 1;
      else if (repeats - same > tooMany) return false;
    }
  }
  const byChance = counts.reduce((sum, count) => sum + (count / Math.max(1, given)) ** 2, 0);
  return repeats * -Math.log2(byChance) >= enoughBits && byChance < 0.9 && same >= enoughShare * repeats;
}
