import { sayInUnit } from '../../domain/figures/measure-definition.ts';
import { sayYear } from '../../domain/money/financial-year.ts';
import type { SpendBeside } from '../../queries/money/spend-beside.ts';
import { sayPounds } from './money-words.ts';

/** What the two say beside each other, in words that never claim a cause. */
export function sayTogether({ together, measure, year }: SpendBeside): string {
  const plain = 'What is spent on each child, beside how great the need is: two facts, side by side.';
  if (!measure || together?.kind !== 'told' || year === undefined) return plain;
  const { neediest, inMedian, half } = together;
  const own = sayPounds(neediest.perChild ?? 0);
  const beside = { more: 'more than', less: 'less than', same: 'about the same as' }[inMedian];
  return `${neediest.name} has the greatest need by this measure (${sayInUnit(neediest.need ?? 0, measure.unit)}). ${own} was spent there on each child in ${sayYear(year)}: ${beside} in the middle zone (${sayPounds(half)}).`;
}
