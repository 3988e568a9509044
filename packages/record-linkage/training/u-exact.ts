import { numberTuples } from '../blocking/tuples.ts';
import type { Numbered } from '../blocking/tuples.ts';
import { keyOf } from '../model/expression.ts';
import type { Comparison, Condition, Expression, LinkType } from '../model/model.ts';
import { columnOf } from '../records/same-values.ts';
import type { Records } from '../records/records.ts';
import { pairsWithin, sizesOf } from './value-groups.ts';

/** Whose pairs are counted: all that the link type asks about. */
export type Population = { readonly records: Records; readonly linkType: LinkType };

/** Pairs of all records by their answer to one comparison, counted without a sample. */
export type ExactCounts = { readonly byLevel: Float64Array; readonly answered: number };

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
