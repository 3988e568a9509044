import { done } from '../result.ts';
import type { Result } from '../result.ts';
import type { Estimate } from '../intervals/confidence.ts';
import type { CountRefusal } from '../intervals/count.ts';
import type { ProportionRefusal } from '../intervals/proportion.ts';
import { differenceLimits } from './mover.ts';
import { combined, located, proportionsOf, ratesOf } from './two-groups.ts';
import type { GroupRefusal, TwoGroups } from './two-groups.ts';

/** The names of the two methods of a difference. */
export type DifferenceMethod = 'Newcombe' | 'MOVER, Poisson limits';

/**
 * How far one group's proportion is from another's: the absolute gap.
 *
 * Formula: d = p₁ − p₂; with Wilson limits (l, u) of each, L = d − √((p₁ − l₁)² + (u₂ − p₂)²) and
 * U = d + √((u₁ − p₁)² + (p₂ − l₂)²): Newcombe's hybrid score interval (his method 10), good for small groups and for
 * none or all of them. Show both levels beside it: a gap also closes when the better-off fall.
 *
 * Shape: two groups that share nobody. For a group against a whole that contains it, give the rest of the whole.
 * Units: people; the difference in the unit of the multiplier (100: percentage points). Errors: refusals as values, with
 * which group and why.
 * Source: Newcombe (1998), Interval estimation for the difference between independent proportions: comparison of eleven
 * methods, Statistics in Medicine 17, 873-890.
 * @example
 * differenceOfProportions({ first: { count: 56, base: 70 }, second: { count: 48, base: 80 }, multiplier: 100 })
 * // 20 points, 95% 5.243147240236505 to 33.38726540369059
 */
export function differenceOfProportions(
  given: TwoGroups,
): Result<Estimate<'Newcombe'>, GroupRefusal<ProportionRefusal>> {
  const pair = proportionsOf(given.first, given.second, given.multiplier);
  return pair.done ? done(difference(pair.value, 'Newcombe')) : pair;
}

/**
 * How far one group's rate of events is from another's.
 *
 * Formula: as `differenceOfProportions`, with each rate's exact Poisson or Byar limits in place of Wilson's.
 * Units: events and people; the difference per multiplier. Errors: refusals as values, with which group and why.
 * Source: Donner and Zou (2012), Closed-form confidence intervals for functions of the normal mean and standard
 * deviation, Statistical Methods in Medical Research 21, 347-359.
 * @example
 * differenceOfRates({ first: { count: 30, base: 1000 }, second: { count: 8, base: 500 }, multiplier: 1000 })
 * // 14 per 1,000, 95% -4.340822929811324 to 29.723793886684245
 */
export function differenceOfRates(
  given: TwoGroups,
): Result<Estimate<'MOVER, Poisson limits'>, GroupRefusal<CountRefusal>> {
  const pair = ratesOf(given.first, given.second, given.multiplier);
  return pair.done ? done(difference(pair.value, 'MOVER, Poisson limits')) : pair;
}

/** The difference of two estimates that have nothing in common, by the distances of their limits. */
export function difference<Method extends string>(
  pair: { readonly first: Estimate<string>; readonly second: Estimate<string> },
  method: Method,
): Estimate<Method> {
  const { first, second } = pair;
  return combined({
    value: first.value - second.value,
    limitsAt: (level) => differenceLimits(located(first, level), located(second, level)),
    method,
    multiplier: first.multiplier,
  });
}
