import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Estimate } from '../intervals/confidence.ts';
import type { CountRefusal } from '../intervals/count.ts';
import type { ProportionRefusal } from '../intervals/proportion.ts';
import { ratioLimits } from './mover.ts';
import { combined, located, proportionsOf, ratesOf } from './two-groups.ts';
import type { GroupRefusal, RatioRefusal, TwoGroups } from './two-groups.ts';

/** The names of the two methods of a ratio. */
export type RatioMethod = 'MOVER-R, Wilson limits' | 'MOVER-R, Poisson limits';

/**
 * How many times as likely the first group is as the second: the relative gap.
 *
 * Formula: r = p₁/p₂; limits from each group's Wilson limits by Donner and Zou's method of variance estimates recovery
 * (MOVER-R), which needs no logarithm and so holds where nobody was counted in the first group: then 0, with an upper
 * limit.
 * Units: people; the ratio has none, and its multiplier is 1. Errors: refusals as values, with which group and why, and
 * where nobody was counted in the second.
 * Source: Donner and Zou (2012), Closed-form confidence intervals for functions of the normal mean and standard
 * deviation, Statistical Methods in Medical Research 21, 347-359; recommended for small groups by Fagerland, Lydersen and
 * Laake (2015), Statistics in Medicine 34, 2872-2897.
 * @example
 * ratioOfProportions({ first: { count: 7, base: 34 }, second: { count: 1, base: 34 }, multiplier: 100 })
 * // 7 times, 95% 1.1536686892336803 to 41.976261672517495
 */
export function ratioOfProportions(
  given: TwoGroups,
): Result<Estimate<'MOVER-R, Wilson limits'>, GroupRefusal<ProportionRefusal> | RatioRefusal> {
  const pair = proportionsOf(given.first, given.second, given.multiplier);
  return pair.done ? ratio(pair.value, 'MOVER-R, Wilson limits') : pair;
}

/**
 * How many times the second group's rate of events the first group's is.
 *
 * Formula: as `ratioOfProportions`, with each rate's exact Poisson or Byar limits in place of Wilson's.
 * Units, errors: as there. Source: Donner and Zou (2012), as there.
 * @example
 * ratioOfRates({ first: { count: 30, base: 1000 }, second: { count: 8, base: 500 }, multiplier: 1000 })
 * // 1.875 times, 95% 0.8494336795595492 to 4.6202406272621275
 */
export function ratioOfRates(
  given: TwoGroups,
): Result<Estimate<'MOVER-R, Poisson limits'>, GroupRefusal<CountRefusal> | RatioRefusal> {
  const pair = ratesOf(given.first, given.second, given.multiplier);
  return pair.done ? ratio(pair.value, 'MOVER-R, Poisson limits') : pair;
}

function ratio<Method extends string>(
  { first, second }: { readonly first: Estimate<string>; readonly second: Estimate<string> },
  method: Method,
): Result<Estimate<Method>, RatioRefusal> {
  if (second.limits998.lower <= 0 || second.value <= 0) return refuse({ reason: 'second-is-zero' });
  const made = combined({
    value: first.value / second.value,
    limitsAt: (level) => ratioLimits(located(first, level), located(second, level)),
    method,
    multiplier: 1,
  });
  return Number.isFinite(made.limits998.upper) ? done(made) : refuse({ reason: 'second-is-zero' });
}
