import type { Point, Series } from '#packages/charts';
import { orderOfDay } from '../figures/years.ts';
import type { Aim } from './target.ts';

/**
 * A target as a chart draws it: a point at its own day, and a fan from the latest figure to what is to be expected then,
 * where there is a forecast.
 */
export function aimSeries(aim: Aim | undefined, points: readonly Point[]): readonly Series[] {
  if (!aim) return [];
  const { target, forecast } = aim;
  const at = { period: shortDay(target.byOn), order: orderOfDay(target.byOn), end: target.byOn };
  const goal: Series = {
    key: 'target',
    name: 'Target',
    role: 'other',
    points: [{ ...at, value: { kind: 'number', number: target.value }, joinsPrevious: true }],
  };
  const latest = points.findLast(({ value }) => value.kind === 'number');
  if (!forecast.done || latest?.value.kind !== 'number') return [goal];
  const { number } = latest.value;
  const { expected, limits95 } = forecast.value;
  const fan: Series = {
    key: 'forecast',
    name: 'If this goes on',
    role: 'other',
    points: [
      { ...latest, lower: number, upper: number, joinsPrevious: true, breakReason: undefined },
      { ...at, value: { kind: 'number', number: expected }, ...limits95, joinsPrevious: true },
    ],
  };
  return [goal, fan];
}

/** For an axis: "Mar 2028". */
function shortDay(day: string): string {
  return months.format(new Date(`${day}T00:00:00Z`));
}

const months = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', year: 'numeric' });
