import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { normalDeviate } from './confidence.ts';
import type { ConfidenceLevel, Estimate, Limits } from './confidence.ts';
import { checkCount } from './count.ts';
import type { CountAndBase, CountRefusal } from './count.ts';

/** Why a proportion cannot be made. */
export type ProportionRefusal =
  | CountRefusal
  /** more were counted than there were: not a proportion; perhaps a rate of events */
  | { readonly reason: 'count-above-base'; readonly count: number; readonly base: number };

/**
 * A proportion with its Wilson score limits, for people or things counted once, out of all of them.
 *
 * Formula, with x of n and z for the level:
 * U = [x + z²/2 + z√(z²/4 + x(1 − x/n))] / (n + z²) and L · U = x² / [n(n + z²)], both times the multiplier.
 * (L from the product of the two roots, because the difference loses digits when x is small.) x = 0 gives L = 0; x = n gives U = 1.
 *
 * Units: `count` and `base` in people; value and limits in the unit of the multiplier (100: percent).
 * Errors: refusals as values for x < 0, x > n, n ≤ 0, anything not finite, and numbers too large to compute with.
 * Where the data are a full count of everyone and no inference is meant, show no limits.
 * Source: Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209-212;
 * Association of Public Health Observatories, Technical Briefing 3 (2008).
 * @example proportion({ count: 0, base: 5, multiplier: 100 }) // value 0, 95% limits 0 to 43.448246478317465
 */
export function proportion(given: CountAndBase): Result<Estimate<'Wilson'>, ProportionRefusal> {
  const checked = checkCount(given);
  if (!checked.done) return checked;
  const { count, base, multiplier } = given;
  if (count > base) return refuse({ reason: 'count-above-base', count, base });
  const limits998 = wilson(given, 0.998);
  if (!Number.isFinite(limits998.upper)) return refuse({ reason: 'not-finite', which: 'base' });
  return done({
    value: (count / base) * multiplier,
    limits95: wilson(given, 0.95),
    limits998,
    method: 'Wilson',
    multiplier,
  });
}

function wilson({ count, base, multiplier }: CountAndBase, level: ConfidenceLevel): Limits {
  const z = normalDeviate(level);
  const share = count / base;
  const above = wilsonAbove(count, count * (1 - share), z);
  return {
    lower: share * (count / above) * multiplier,
    upper: (above / (base + z * z)) * multiplier,
  };
}

/**
 * x + (z²/2 + z√(z²/4 + x(1 − x/n))), given x, x(1 − x/n) and z: the upper limit is this over n + z², the lower one x²/n
 * over this. Halved throughout, so that the largest base there is does not run over, and summed in this order, so that
 * x = n gives n + z² to the last digit.
 */
export function wilsonAbove(count: number, uncertain: number, z: number): number {
  const squared = z * z;
  return count + (squared * 0.5 + z * Math.sqrt(squared * 0.25 + uncertain));
}
