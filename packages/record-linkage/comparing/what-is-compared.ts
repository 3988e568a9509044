import { keyOf } from '../model/expression.ts';
import type { Comparison, Condition, Expression, LinkageModel } from '../model/model.ts';
import { columnsRead } from '../records/columns-read.ts';

/** What the closest level of a comparison asks to be equal; undefined where it asks something else. */
export function equalKeyOf({ levels }: Comparison): Expression | undefined {
  return levels[0] && equalIn(levels[0].when);
}

function equalIn(when: Condition): Expression | undefined {
  if (when.is === 'equal') return keyOf(when.left) === keyOf(when.right) ? when.left : undefined;
  if (when.is !== 'all') return undefined;
  const [only, ...others] = when.of;
  return only && others.length === 0 ? equalIn(only) : undefined;
}

/** What columns are called that say what a child is called, what its family is called, and where it lives. */
export const called = {
  forename: /fore ?name|first ?name|given ?name|christian/u,
  surname: /sur ?name|last ?name|family ?name/u,
  home: /post ?code|address|\bzip/u,
} as const;

/** The first comparison whose closest level asks a column of such a name to be equal. */
export function comparisonCalled(
  { comparisons }: Pick<LinkageModel, 'comparisons'>,
  pattern: RegExp,
): Comparison | undefined {
  return comparisons.find((each) => {
    const key = equalKeyOf(each);
    return key && columnsRead(key).some((column) => pattern.test(column.replaceAll('_', ' ')));
  });
}
