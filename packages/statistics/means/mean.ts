import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { tail } from '../intervals/confidence.ts';
import type { ConfidenceLevel, Estimate, Limits } from '../intervals/confidence.ts';
import { exactSum } from './exact-sum.ts';

/** A mean with its limits, and what they came from. */
export type MeanEstimate = Estimate<'Student’s t'> & {
  /** how many values */
  readonly count: number;
  /** of the values, with n − 1 */
  readonly standardDeviation: number;
};

/** Why there is no mean with limits. */
export type MeanRefusal =
  | { readonly reason: 'no-values' }
  /** the mean of what is left is not the mean of all: leave the missing out first, and say so */
  | { readonly reason: 'value-missing'; readonly missing: number }
  | { readonly reason: 'not-finite' }
  /** a single value says nothing of how values spread, so it has no limits */
  | { readonly reason: 'one-value'; readonly value: number }
  /** the limits are beyond what a number can hold */
  | { readonly reason: 'too-large' };

/**
 * The mean of values with Student's t limits, for a measure that everyone has a number of: a score, days waited.
 *
 * Formula: m ∓ t(1 − α/2; n − 1) · s/√n, with s² = Σ (x − m)²/(n − 1).
 * Units: of the values; the multiplier is 1. All values alike give limits equal to the mean.
 * Errors: refusals as values for no value, a missing one, one that is not finite, and one value alone (told with it).
 * Source: Student (1908), The probable error of a mean, Biometrika 6, 1-25.
 * @example mean([30, 40, 50, 60]) // 45, 95% 24.45739743239479 to 65.54260256760521, standard deviation 12.909944487358056
 */
export function mean(values: readonly (number | undefined)[]): Result<MeanEstimate, MeanRefusal> {
  const present = values.filter((value): value is number => value !== undefined);
  if (values.length === 0) return refuse({ reason: 'no-values' });
  if (present.length < values.length) {
    return refuse({ reason: 'value-missing', missing: values.length - present.length });
  }
  if (!present.every(Number.isFinite)) return refuse({ reason: 'not-finite' });
  const [first] = present;
  if (present.length === 1 && first !== undefined) return refuse({ reason: 'one-value', value: first });
  const { centre, deviation } = spreadOf(present);
  const error = deviation / Math.sqrt(present.length);
  const limitsAt = (level: ConfidenceLevel): Limits => {
    const reach = tQuantile(1 - tail(level), present.length - 1) * error;
    return { lower: centre - reach, upper: centre + reach };
  };
  const limits998 = limitsAt(0.998);
  if (!Number.isFinite(limits998.upper - limits998.lower)) return refuse({ reason: 'too-large' });
  return done({
    value: centre,
    limits95: limitsAt(0.95),
    limits998,
    method: 'Student’s t',
    multiplier: 1,
    count: present.length,
    standardDeviation: deviation,
  });
}

/** In two passes about the largest value's power of two, so that neither squares nor sums run over or vanish. */
function spreadOf(values: readonly number[]): { readonly centre: number; readonly deviation: number } {
  const largest = values.reduce((left, right) => Math.max(left, Math.abs(right)), 0);
  const scale = largest === 0 ? 1 : 2 ** Math.max(-1000, Math.floor(Math.log2(largest)));
  const scaled = values.map((value) => value / scale);
  const centre = exactSum(scaled) / scaled.length;
  const apart = scaled.map((value) => value - centre);
  const squares = exactSum(apart.map((each) => each * each)) - exactSum(apart) ** 2 / apart.length;
  const deviation = Math.sqrt(Math.max(0, squares) / (scaled.length - 1));
  return { centre: centre * scale, deviation: deviation * scale };
}
