import type { Polarity } from '../comparison/polarity.ts';
import { dayNumber } from './day-number.ts';
import type { TrendPoint } from './recent-trend.ts';
import { trendOfByte, verdictByte } from './verdict.ts';
import type { TrendVerdict } from './verdict.ts';

/** Why two periods are not held against each other. */
export type NoChangeReason =
  | 'no-value'
  | 'missing-interval'
  | 'limits-not-in-order'
  | 'not-a-period'
  /** the later one does not begin after the earlier one ends */
  | 'periods-overlap'
  | 'definition-break'
  | 'area-change';

/** What two periods come to; the verdict's words are those of a trend. */
export type ChangeBetween =
  | { readonly verdict: TrendVerdict; readonly change: number }
  | { readonly verdict: 'cannot-be-calculated'; readonly reason: NoChangeReason };

/**
 * Whether a measure changed between two periods by more than chance: where their 95% intervals share nothing.
 *
 * Rule: increasing where L₂ > U₁, decreasing where U₂ < L₁; intervals that touch are no significant change. The change is
 * x₂ − x₁. It is a cautious test (two intervals can overlap a little and the difference still be sure), and not the test
 * of five years (`recentTrend`).
 *
 * Units: of the measure. Errors: never thrown; `cannot-be-calculated` with its reason, and never across a break. Say the
 * break of any period that lies between on the later one.
 * Source: Fingertips (Office for Health Improvement and Disparities), trend between two values.
 * @example changeBetween({ polarity: 'low-is-good', before, now }) // 30 to 34 before, 24 to 28 now: decreasing-better
 */
export function changeBetween(given: {
  readonly polarity: Polarity;
  readonly before: TrendPoint;
  readonly now: TrendPoint;
}): ChangeBetween {
  const { before, now, polarity } = given;
  const reason = whyNot(before, now);
  const [earlier, later] = [before.limits95, now.limits95];
  if (reason !== undefined || !earlier || !later || before.value === undefined || now.value === undefined)
    return { verdict: 'cannot-be-calculated', reason: reason ?? 'no-value' };
  const up = later.lower > earlier.upper ? 1 : 0;
  const down = later.upper < earlier.lower ? 1 : 0;
  const outcome = trendOfByte(verdictByte(up - down, polarity));
  if (!outcome || outcome.verdict === 'cannot-be-calculated')
    return { verdict: 'cannot-be-calculated', reason: 'no-value' };
  return { verdict: outcome.verdict, change: now.value - before.value };
}

function whyNot(before: TrendPoint, now: TrendPoint): NoChangeReason | undefined {
  const days = [before.firstDay, before.lastDay, now.firstDay, now.lastDay].map(
    (day) => dayNumber(day) ?? Number.NaN,
  );
  const [start = Number.NaN, end = Number.NaN, next = Number.NaN, last = Number.NaN] = days;
  if (!(start <= end && next <= last)) return 'not-a-period';
  if (next <= end) return 'periods-overlap';
  if (now.breakBefore) return now.breakBefore === 'area' ? 'area-change' : 'definition-break';
  if (!Number.isFinite(before.value) || !Number.isFinite(now.value)) return 'no-value';
  if (!Number.isFinite((now.value ?? 0) - (before.value ?? 0))) return 'no-value';
  if (!before.limits95 || !now.limits95) return 'missing-interval';
  const inOrder = [before.limits95, now.limits95].every(
    ({ lower, upper }) => Number.isFinite(lower) && Number.isFinite(upper) && lower <= upper,
  );
  return inOrder ? undefined : 'limits-not-in-order';
}
