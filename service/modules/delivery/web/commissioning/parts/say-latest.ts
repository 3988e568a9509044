import { formatInUnit } from '#packages/charts';
import type { MeasureTold } from '../../../queries/commissioning/commission-view.ts';

/** "101.8 in 2023/24; the true number very likely lies between 93 and 111." Where no interval is known, it says so. */
export function sayLatest({ points, unit, finding }: MeasureTold): string {
  const latest = points
    .toSorted((a, b) => a.order - b.order)
    .findLast(({ value }) => value.kind === 'number');
  if (!latest || latest.value.kind !== 'number') return finding;
  const say = (number: number) => formatInUnit(number, unit);
  const now = `${say(latest.value.number)} ${unit.symbol === '%' ? '' : `${unit.name} `}in ${latest.period}`;
  const { lower, upper } = latest;
  if (lower === undefined || upper === undefined)
    return `${now}. Its publisher gives no range within which the true number very likely lies.`;
  return `${now}; the true number very likely lies between ${say(lower)} and ${say(upper)}.`;
}
