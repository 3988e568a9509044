import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';

/** A value and the year in which its period ends; undefined where there is no value. */
export type YearValue = { readonly year: number; readonly value: number | undefined };

/** Why a change is not given. */
export type ChangeRefusal =
  | { readonly reason: 'no-value' }
  /** there are years between the two, or the earlier one is not earlier */
  | { readonly reason: 'not-consecutive'; readonly from: number; readonly to: number };

/**
 * The change from the year before: a plain difference, of values one year apart only. It says nothing of significance.
 *
 * Formula: xₜ − xₜ₋₁. Units: of the measure (percentage points for percentages). Errors: refused where the years are
 * not consecutive or a value is missing. The caller sees to it that no break of definition or area lies between.
 * Source: Local Authority Interactive Tool (Department for Education).
 * @example changeFromYearBefore({ year: 2025, value: 24.5 }, { year: 2024, value: 24.9 }) // −0.4
 */
export function changeFromYearBefore(now: YearValue, before: YearValue): Result<number, ChangeRefusal> {
  if (now.year - before.year !== 1) {
    return refuse({ reason: 'not-consecutive', from: before.year, to: now.year });
  }
  if (now.value === undefined || before.value === undefined) return refuse({ reason: 'no-value' });
  const change = now.value - before.value;
  return Number.isFinite(change) ? done(change) : refuse({ reason: 'no-value' });
}
