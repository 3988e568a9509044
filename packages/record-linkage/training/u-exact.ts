import { numberTuples } from '../blocking/tuples.ts';
import type { Numbered } from '../blocking/tuples.ts';
import type { Question } from '../comparing/question.ts';
import { keyOf } from '../model/expression.ts';
import type { Comparison, Condition, Expression } from '../model/model.ts';
import { expressionsOf } from '../records/expressions-of.ts';
import { columnOf } from '../records/same-values.ts';
import type { Records } from '../records/records.ts';
import type { LinkType } from '../model/model.ts';

/** What is counted: all pairs that the link type asks about; pairs of different values are asked if at most so many (4 million). */
export type Population = {
  readonly records: Records;
  readonly linkType: LinkType;
  readonly mostAsked?: number;
};

/** Pairs of all records by their answer to one comparison, counted without a sample. */
export type ExactCounts = { readonly byLevel: Float64Array; readonly answered: number };

/**
 * How all pairs of records answer a comparison, exactly: each pair of different values is asked once and counts as
 * often as the values do. Undefined where there are too many different values, or where left and right are asked
 * different things. Records that answer alike (the same value in everything that is read) are asked once.
 */
export function countByValues(
  { records, linkType, mostAsked = 4_000_000 }: Population,
  comparison: Comparison,
  question: Question,
): ExactCounts | undefined {
  if (!isSymmetric(comparison)) return undefined;
  const groups = groupsOf(records, expressionsOf({ comparisons: [comparison], blockingRules: [] }));
  if ((groups.count * (groups.count + 1)) / 2 > mostAsked) return undefined;
  const sizes = sizesOf(records, groups, linkType);
  const example = new Int32Array(groups.count);
  for (let record = records.count - 1; record >= 0; record -= 1) example[groups.codes[record] ?? 0] = record;
  const byLevel = new Float64Array(comparison.levels.length);
  let answered = 0;
  for (let one = 0; one < groups.count; one += 1)
    for (let other = one; other < groups.count; other += 1) {
      const answer = question(example[one] ?? 0, example[other] ?? 0);
      if (answer < 0) continue;
      const pairs = one === other ? pairsWithin(sizes, one) : pairsBetween(sizes, one, other);
      byLevel[answer] = (byLevel[answer] ?? 0) + pairs;
      answered += pairs;
    }
  return { byLevel, answered };
}

/**
 * How all pairs answer the first levels of a comparison as far as these ask for nothing but equal values (a postcode,
 * its sector, its district), exactly, from how common the values are. Undefined where the first level asks for more.
 */
export function countEqualLevels(
  { records, linkType }: Population,
  comparison: Comparison,
): ExactCounts | undefined {
  const nulls = expressionsMissing(comparison.nullWhen);
  if (!nulls) return undefined;
  const levels = comparison.levels.map(({ when }) => expressionsEqual(when));
  const end = levels.findIndex((level) => level === undefined);
  const equal = (end < 0 ? levels : levels.slice(0, end)).map((level) => level ?? []);
  if (equal.length === 0) return undefined;
  const hidden = (record: number): boolean =>
    nulls.some((expression) => (columnOf(records, expression).codes[record] ?? -1) < 0);
  const isGiven = Uint8Array.from({ length: records.count }, (_, record) => (hidden(record) ? 0 : 1));
  const answered = pairsTogether({ records, linkType }, [], isGiven);
  const byLevel = new Float64Array(comparison.levels.length);
  for (let level = 0; level < equal.length; level += 1)
    byLevel[level] = pairsFirstEqual({ records, linkType }, equal.slice(0, level + 1), isGiven);
  return { byLevel, answered };
}

/** Pairs for which the last of these holds and none before: inclusion and exclusion over those before. */
function pairsFirstEqual(
  population: Population,
  levels: readonly (readonly Expression[])[],
  isGiven: Uint8Array,
): number {
  const last = levels.at(-1) ?? [];
  const before = levels.slice(0, -1);
  let pairs = 0;
  for (let set = 0; set < 2 ** before.length; set += 1) {
    const also = before.filter((_, place) => (set >> place) & 1);
    const sign = also.length % 2 === 0 ? 1 : -1;
    pairs += sign * pairsTogether(population, [...last, ...also.flat()], isGiven);
  }
  return pairs;
}

/** Pairs of given records that are equal in all these expressions. */
function pairsTogether(
  { records, linkType }: Population,
  expressions: readonly Expression[],
  isGiven: Uint8Array,
): number {
  const distinct = [...new Map(expressions.map((each) => [keyOf(each), each])).values()];
  let groups: Numbered = { codes: Int32Array.from(isGiven, (given) => given - 1), count: 1 };
  for (const expression of distinct) {
    const { codes, values } = columnOf(records, expression);
    groups = numberTuples(groups, { codes, count: values.size });
  }
  const sizes = sizesOf(records, groups, linkType);
  let pairs = 0;
  for (let group = 0; group < groups.count; group += 1) pairs += pairsWithin(sizes, group);
  return pairs;
}

/** Group sizes by source, where pairs within a source do not count; else one size a group. */
type Sizes = { readonly bySource: Float64Array; readonly sources: number };

function sizesOf(records: Records, groups: Numbered, linkType: LinkType): Sizes {
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

function pairsWithin({ bySource, sources }: Sizes, group: number): number {
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

function pairsBetween({ bySource, sources }: Sizes, one: number, other: number): number {
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
function groupsOf(records: Records, expressions: readonly Expression[]): Numbered {
  let groups: Numbered = { codes: new Int32Array(records.count), count: 1 };
  for (const expression of expressions) {
    const { codes, values } = columnOf(records, expression);
    groups = numberTuples(groups, { codes: codes.map((code) => code + 1), count: values.size + 1 });
  }
  return groups;
}

/** Whether left and right are asked the same, so that their order does not matter. */
function isSymmetric({ nullWhen, levels }: Comparison): boolean {
  return [nullWhen, ...levels.map(({ when }) => when)].every(asksAlike);
}

function asksAlike(when: Condition): boolean {
  if (when.is === 'all' || when.is === 'any') return when.of.every(asksAlike);
  if (when.is === 'not') return asksAlike(when.of);
  if (when.is === 'value') return when.side === 'both';
  if (when.is === 'pair-sql') return false;
  return 'left' in when ? keyOf(when.left) === keyOf(when.right) : true;
}

/** The expressions of which either being missing makes the answer null; undefined where null means more than that. */
function expressionsMissing(when: Condition): readonly Expression[] | undefined {
  if (when.is === 'missing') return [when.of];
  if (when.is !== 'any') return undefined;
  const parts = when.of.map(expressionsMissing);
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

/** What must be equal for a level to hold, where it asks for nothing else; nothing at all for everything else. */
function expressionsEqual(when: Condition): readonly Expression[] | undefined {
  if (when.is === 'else') return [];
  if (when.is === 'equal') return keyOf(when.left) === keyOf(when.right) ? [when.left] : undefined;
  if (when.is !== 'all') return undefined;
  const parts = when.of.map(expressionsEqual);
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}
