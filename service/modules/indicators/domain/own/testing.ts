import type { OwnFigure } from './own-figure.ts';
import type { OwnMeasure } from './own-measure.ts';
import { ownPeriod } from './own-period.ts';
import { dayOf } from '#platform/kernel/day.ts';

/** An invented share: children who were asked what they want, of all with a plan. */
export const asked: OwnMeasure = {
  code: 'asked-what-they-want',
  title: 'Asked what they want',
  counts: 'children who were asked what they want',
  outOf: 'children with a plan',
  kind: 'proportion',
  times: 100,
  polarity: 'high-is-good',
  rhythm: 'quarter',
  origin: 'cases',
  source: 'The invented record of early help',
  owner: 'Early help team',
  version: 1,
};

export const places = { whole: 'X10000001', parts: ['X90000001', 'X90000002', 'X90000003'] };

/** What was counted in the spring of 2026, unless another first day is given. */
export function counted(
  areaCode: string,
  [count, base]: readonly [number, number],
  more: { breakdown?: string; start?: string; schools?: number } = {},
): OwnFigure {
  const period = ownPeriod('quarter', more.start ?? '2026-04-01', dayOf(2026, 9, 1));
  if (!period) throw new RangeError('no quarter begins then');
  const { breakdown = '', schools } = more;
  return { areaCode, breakdown, period, count, base, schools };
}
