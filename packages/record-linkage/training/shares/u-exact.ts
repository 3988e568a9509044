import { numberTuples, type Numbered } from '../../blocking/tuples.ts';
import { keyOf } from '../../model/expression.ts';
import type { Comparison, Condition, Expression } from '../../model/model.ts';
import type { Records } from '../../records/records.ts';
import { columnOf } from '../../records/same-values.ts';
import { expressionsMissing, pairsWithinNumbers, type ValueGroups } from './value-groups.ts';

/** Pairs of all records by their answer to one comparison, counted without a sample. */
export type ExactCounts = { readonly byLevel: Float64Array; readonly answered: number };

/**
 * How all pairs answer the first levels of a comparison as far as these ask for nothing but equal values (a postcode,
 * its sector, its district), exactly, from how common the values are. Undefined where the first level asks for more.
 */
export function countEqualLevels(
  records: Pick<Records, 'columns'>,
  groups: ValueGroups,
  comparison: Comparison,
): ExactCounts | undefined {
  if (!expressionsMissing(comparison.nullWhen)) return undefined;
  const levels = comparison.levels.map(({ when }) => expressionsEqual(when));
  const end = levels.findIndex((level) => level === undefined);
  const equal = (end < 0 ? levels : levels.slice(0, end)).map((level) => level ?? []);
  if (equal.length === 0) return undefined;
  const together = (expressions: readonly Expression[]): number =>
    pairsTogether(records, groups, expressions);
  const byLevel = new Float64Array(comparison.levels.length);
  for (let level = 0; level < equal.length; level += 1)
    byLevel[level] = pairsFirstEqual(equal.slice(0, level + 1), together);
  return { byLevel, answered: together([]) };
}

/** Pairs for which the last of these holds and none before: inclusion and exclusion over those before. */
function pairsFirstEqual(
  levels: readonly (readonly Expression[])[],
  together: (expressions: readonly Expression[]) => number,
): number {
  const last = levels.at(-1) ?? [];
  const before = levels.slice(0, -1);
  let pairs = 0;
  for (let set = 0; set < 2 ** before.length; set += 1) {
    const also = before.filter((_, place) => (set >> place) & 1);
    const sign = also.length % 2 === 0 ? 1 : -1;
    pairs += sign * together([...last, ...also.flat()]);
  }
  return pairs;
}

/** Pairs of records that are equal in all these expressions. */
function pairsTogether(
  records: Pick<Records, 'columns'>,
  groups: ValueGroups,
  expressions: readonly Expression[],
): number {
  const distinct = [...new Map(expressions.map((each) => [keyOf(each), each])).values()];
  let numbered: Numbered = { codes: new Int32Array(groups.count), count: 1 };
  for (const expression of distinct) {
    const { codes, values } = columnOf(records, expression);
    const own = groups.example.map((record) => codes[record] ?? -1);
    numbered = numberTuples(numbered, { codes: own, count: values.size });
  }
  return pairsWithinNumbers(groups, numbered);
}

/** What must be equal for a level to hold, where it asks for nothing else; nothing at all for everything else. */
function expressionsEqual(when: Condition): readonly Expression[] | undefined {
  if (when.is === 'else') return [];
  if (when.is === 'equal') return keyOf(when.left) === keyOf(when.right) ? [when.left] : undefined;
  if (when.is !== 'all') return undefined;
  const parts = when.of.map(expressionsEqual);
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}
