import { numberTuples, type Numbered } from '../../blocking/tuples.ts';
import { keyOf } from '../../model/expression.ts';
import type { Comparison, Condition, Expression, LinkType } from '../../model/model.ts';
import type { Records } from '../../records/records.ts';
import { expressionsOf } from '../../records/expressions-of.ts';
import { columnOf } from '../../records/same-values.ts';

/** Group sizes by source, where pairs within a source do not count; else one size a group. */
export type Sizes = { readonly bySource: Float64Array; readonly sources: number };

/**
 * Records that are the same in everything that a comparison reads are one group, which is asked once. Records of which
 * the comparison can say nothing, for what they lack, are in none.
 */
export type ValueGroups = {
  readonly count: number;
  /** the number of each record's group; -1 where it is in none */
  readonly groupOf: Int32Array;
  /** the first record of each group */
  readonly example: Int32Array;
  readonly sizes: Sizes;
};

/** Whose pairs are counted: all that the link type asks about. */
export type Population = {
  readonly records: Pick<Records, 'count' | 'sources' | 'sourceOf' | 'columns'>;
  readonly linkType: LinkType;
};

/** The groups of records that a comparison cannot tell apart. */
export function valueGroups({ records, linkType }: Population, comparison: Comparison): ValueGroups {
  let groups: Numbered = { codes: givenRecords(records, comparison.nullWhen), count: 1 };
  for (const expression of expressionsOf({ comparisons: [comparison], blockingRules: [] })) {
    const { codes, values } = columnOf(records, expression);
    groups = numberTuples(groups, { codes: codes.map((code) => code + 1), count: values.size + 1 });
  }
  const example = new Int32Array(groups.count);
  for (let record = records.count - 1; record >= 0; record -= 1) {
    const group = groups.codes[record] ?? -1;
    if (group >= 0) example[group] = record;
  }
  const sources = linkType === 'link' ? Math.max(1, records.sources.length) : 0;
  const bySource = new Float64Array(groups.count * Math.max(1, sources));
  for (let record = 0; record < records.count; record += 1) {
    const group = groups.codes[record] ?? -1;
    if (group < 0) continue;
    const at = sources === 0 ? group : group * sources + (records.sourceOf[record] ?? 0);
    bySource[at] = (bySource[at] ?? 0) + 1;
  }
  return { count: groups.count, groupOf: groups.codes, example, sizes: { bySource, sources } };
}

/** 0 for each record that has what a comparison must have, -1 for those that lack it. */
function givenRecords(records: Population['records'], nullWhen: Condition): Int32Array {
  const given = new Int32Array(records.count);
  for (const expression of expressionsMissing(nullWhen) ?? []) {
    const { codes } = columnOf(records, expression);
    for (let record = 0; record < given.length; record += 1)
      if ((codes[record] ?? -1) < 0) given[record] = -1;
  }
  return given;
}

/** The expressions of which either being missing makes the answer null; undefined where null means more than that. */
export function expressionsMissing(when: Condition): readonly Expression[] | undefined {
  if (when.is === 'missing') return [when.of];
  if (when.is !== 'any') return undefined;
  const parts = when.of.map(expressionsMissing);
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

/** How many pairs there are of groups put together: those within one number, which each group is given. */
export function pairsWithinNumbers({ sizes, count }: ValueGroups, numbered: Numbered): number {
  const width = Math.max(1, sizes.sources);
  const bySource = new Float64Array(numbered.count * width);
  for (let group = 0; group < count; group += 1) {
    const number = numbered.codes[group] ?? -1;
    if (number < 0) continue;
    for (let source = 0; source < width; source += 1) {
      const at = number * width + source;
      bySource[at] = (bySource[at] ?? 0) + (sizes.bySource[group * width + source] ?? 0);
    }
  }
  let pairs = 0;
  for (let number = 0; number < numbered.count; number += 1)
    pairs += pairsWithin({ bySource, sources: sizes.sources }, number);
  return pairs;
}

/** How many pairs there are within a group. */
export function pairsWithin({ bySource, sources }: Sizes, group: number): number {
  if (sources === 0) {
    const size = bySource[group] ?? 0;
    return (size * (size - 1)) / 2;
  }
  let sum = 0;
  let squares = 0;
  for (let source = 0; source < sources; source += 1) {
    const size = bySource[group * sources + source] ?? 0;
    sum += size;
    squares += size * size;
  }
  return (sum * sum - squares) / 2;
}

/** How many pairs there are between two groups. */
export function pairsBetween({ bySource, sources }: Sizes, one: number, other: number): number {
  if (sources === 0) return (bySource[one] ?? 0) * (bySource[other] ?? 0);
  let first = 0;
  let second = 0;
  let same = 0;
  for (let source = 0; source < sources; source += 1) {
    const a = bySource[one * sources + source] ?? 0;
    const b = bySource[other * sources + source] ?? 0;
    first += a;
    second += b;
    same += a * b;
  }
  return first * second - same;
}

/** Whether left and right are asked the same, so that their order does not matter. */
export function isSymmetric({ nullWhen, levels }: Comparison): boolean {
  return [nullWhen, ...levels.map(({ when }) => when)].every(asksAlike);
}

function asksAlike(when: Condition): boolean {
  if (when.is === 'all' || when.is === 'any') return when.of.every(asksAlike);
  if (when.is === 'not') return asksAlike(when.of);
  if (when.is === 'value') return when.side === 'both';
  if (when.is === 'pair-sql') return false;
  return 'left' in when ? keyOf(when.left) === keyOf(when.right) : true;
}
