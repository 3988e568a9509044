import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { dayNumber } from '../trend/day-number.ts';

/** A count and its base in one period, days as YYYY-MM-DD, first and last included. */
export type PeriodCount = {
  readonly from: string;
  readonly to: string;
  readonly count: number | undefined;
  readonly base: number | undefined;
  /** what the count is of: any words or number that change where the definition or the area does */
  readonly definition: string;
};

/** Years put together: one count and one base, for a proportion or a rate. */
export type CombinedYears = {
  readonly count: number;
  readonly base: number;
  readonly from: string;
  readonly to: string;
  readonly periods: number;
};

/** Why years cannot be put together. `period` is the first day of the period concerned. */
export type CombineRefusal =
  | { readonly reason: 'no-periods' }
  /** not two days of the calendar in order */
  | { readonly reason: 'period-not-valid'; readonly period: string }
  /** begins before the one before it has ended, so someone would be counted twice */
  | { readonly reason: 'overlap'; readonly period: string }
  /** days between this one and the one before it belong to neither */
  | { readonly reason: 'gap'; readonly period: string }
  /** the definition or the area is another than in the period before it */
  | { readonly reason: 'break'; readonly period: string }
  | { readonly reason: 'part-missing'; readonly period: string }
  | { readonly reason: 'number-not-usable'; readonly period: string };

/**
 * Counts and bases of years that follow one another, summed: for an area too small for a single year to say anything.
 *
 * Formula: x = Σ xᵢ, n = Σ nᵢ over consecutive periods; give both to `proportion`, or to `crudeRate`, where n is then in
 * person-years and the rate is that of an average year.
 * Shape: periods in any order. Units: as given. Errors: refusals as values for periods that overlap, leave days out or
 * cross a break, and for a missing, negative or non-finite number. A count that was suppressed is missing, never 0.
 * Source: APHO Technical Briefing 3 (2008), on pooling years.
 * @example
 * combineYears([
 *   { from: '2022-04-01', to: '2023-03-31', count: 4, base: 310, definition: 'since 2014' },
 *   { from: '2023-04-01', to: '2024-03-31', count: 7, base: 305, definition: 'since 2014' },
 * ]) // 11 of 615, 2022-04-01 to 2024-03-31
 */
export function combineYears(periods: readonly PeriodCount[]): Result<CombinedYears, CombineRefusal> {
  const inOrder = periods.toSorted((left, right) => (left.from < right.from ? -1 : 1));
  const [first] = inOrder;
  if (!first) return refuse({ reason: 'no-periods' });
  let count = 0;
  let base = 0;
  let before: PeriodCount | undefined;
  for (const period of inOrder) {
    const reason = whyNot(period, before);
    if (reason) return refuse({ reason, period: period.from });
    count += period.count ?? 0;
    base += period.base ?? 0;
    before = period;
  }
  return done({
    count,
    base,
    from: first.from,
    to: before?.to ?? first.to,
    periods: inOrder.length,
  });
}

function whyNot(
  period: PeriodCount,
  before: PeriodCount | undefined,
): Exclude<CombineRefusal['reason'], 'no-periods'> | undefined {
  const [from, to] = [dayNumber(period.from), dayNumber(period.to)];
  if (from === undefined || to === undefined || to < from) return 'period-not-valid';
  if (period.count === undefined || period.base === undefined) return 'part-missing';
  if (!usable(period.count) || !usable(period.base)) return 'number-not-usable';
  if (!before) return undefined;
  const ended = dayNumber(before.to) ?? to;
  if (from <= ended) return 'overlap';
  if (from > ended + 1) return 'gap';
  return period.definition === before.definition ? undefined : 'break';
}

function usable(number: number): boolean {
  return Number.isFinite(number) && number >= 0;
}
