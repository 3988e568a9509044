import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';

/** Why there is no quantile. */
export type QuantileRefusal =
  | { readonly reason: 'no-values' }
  | { readonly reason: 'not-finite' }
  /** a probability is a number from 0 to 1 */
  | { readonly reason: 'not-a-probability'; readonly probability: number };

/**
 * A quantile by linear interpolation between the two nearest values ("type 7").
 *
 * Formula: with the n values in order, x₁ … xₙ, and h = (n − 1)p + 1: x⌊h⌋ + (h − ⌊h⌋)(x⌊h⌋₊₁ − x⌊h⌋).
 * Units: of the values. Errors: refused for no values, a value that is not finite, and p outside 0 to 1.
 * Source: Hyndman and Fan (1996), Sample quantiles in statistical packages, The American Statistician 50, 361-365.
 * @example quantile([1, 2, 3, 4], 0.25) // 1.75
 */
export function quantile(values: readonly number[], probability: number): Result<number, QuantileRefusal> {
  if (!(probability >= 0 && probability <= 1)) return refuse({ reason: 'not-a-probability', probability });
  if (!values.every(Number.isFinite)) return refuse({ reason: 'not-finite' });
  const inOrder = values.toSorted((left, right) => left - right);
  const place = (inOrder.length - 1) * probability;
  const low = inOrder[Math.floor(place)];
  const high = inOrder[Math.ceil(place)];
  if (low === undefined || high === undefined) return refuse({ reason: 'no-values' });
  const between = low + (place - Math.floor(place)) * (high - low);
  // the sum can pass its end by one unit in the last place
  return done(Math.min(high, Math.max(low, between)));
}
