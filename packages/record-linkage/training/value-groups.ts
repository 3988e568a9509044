import { numberTuples, type Numbered } from '../blocking/tuples.ts';
import { keyOf } from '../model/expression.ts';
import type { Comparison, Condition, Expression, LinkType } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { columnOf } from '../records/same-values.ts';

/** Group sizes by source, where pairs within a source do not count; else one size a group. */
export type Sizes = { readonly bySource: Float64Array; readonly sources: number };

/** How many records each group has. */
export function sizesOf(records: Records, groups: Numbered, linkType: LinkType): Sizes {
  const sources = linkType === 'link' ? Math.max(1, records.sources.length) : 1;
  const bySource = new Float64Array(groups.count * sources);
  for (let record = 0; record < records.count; record += 1) {
    const group = groups.codes[record] ?? -1;
    if (group < 0) continue;
    const at = group * sources + (linkType === 'link' ? (records.sourceOf[record] ?? 0) : 0);
    bySource[at] = (bySource[at] ?? 0) + 1;
  }
  return { bySource, sources: linkType === 'link' ? sources : 0 };
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

/** Records in groups that are alike in all these expressions, missing values among them. */
export function groupsOf(records: Records, expressions: readonly Expression[]): Numbered {
  let groups: Numbered = { codes: new Int32Array(records.count), count: 1 };
  for (const expression of expressions) {
    const { codes, values } = columnOf(records, expression);
    groups = numberTuples(groups, { codes: codes.map((code) => code + 1), count: values.size + 1 });
  }
  return groups;
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
