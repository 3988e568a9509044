import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';

/** Why values were not put in quantiles. */
export type DeprivationRefusal =
  /** from 2 (halves) to 100 (percentiles) */
  | { readonly reason: 'not-2-to-100'; readonly quantiles: number }
  | { readonly reason: 'not-finite' }
  /** fewer values than quantiles: some quantile would be empty */
  | { readonly reason: 'too-few-values'; readonly values: number; readonly quantiles: number };

/**
 * Which quantile each small area lies in: deciles of deprivation, quintiles of income.
 *
 * Formula, with N values, k quantiles, and r the rank from the value that comes first (the smallest rank for ties):
 * q = k + 1 − ⌈(N + 1 − r) k/N⌉, in whole numbers, so that no rounding moves an area across a bound.
 * Areas with one value are never split, so quantiles differ in size where values tie.
 *
 * Shape: one number for each value, in their order; undefined where the value is missing, which is not counted in N.
 * `first` says which values make quantile 1: the highest, where a high score is more deprived, or the lowest.
 * Errors: refusals as values for a number of quantiles other than 2 to 100, fewer values than quantiles, and a value
 * that is not finite.
 * Source: Office for Health Improvement and Disparities, Technical guide: assigning deprivation categories.
 * @example deprivationQuantiles({ values: [12, 40, 40, 7, 25, 3], quantiles: 3, first: 'highest' }) // [2, 1, 1, 3, 2, 3]
 */
export function deprivationQuantiles(given: {
  readonly values: readonly (number | undefined)[];
  readonly quantiles: number;
  readonly first: 'highest' | 'lowest';
}): Result<readonly (number | undefined)[], DeprivationRefusal> {
  const { values, quantiles, first } = given;
  if (!Number.isInteger(quantiles) || quantiles < 2 || quantiles > 100)
    return refuse({ reason: 'not-2-to-100', quantiles });
  const present = values.filter((value): value is number => value !== undefined);
  if (!present.every(Number.isFinite)) return refuse({ reason: 'not-finite' });
  const size = present.length;
  if (size < quantiles) return refuse({ reason: 'too-few-values', values: size, quantiles });
  const rankOf = ranks(present, first);
  return done(
    values.map((value) => {
      const rank = value === undefined ? undefined : rankOf.get(value);
      return rank === undefined
        ? undefined
        : quantiles + 1 - ceilingOfRatio((size + 1 - rank) * quantiles, size);
    }),
  );
}

/** Smallest rank of each value, 1 first. */
function ranks(values: readonly number[], first: 'highest' | 'lowest'): ReadonlyMap<number, number> {
  const inOrder = values.toSorted((left, right) => (first === 'lowest' ? left - right : right - left));
  const found = new Map<number, number>();
  for (const [index, value] of inOrder.entries()) if (!found.has(value)) found.set(value, index + 1);
  return found;
}

function ceilingOfRatio(above: number, below: number): number {
  return (above - (above % below)) / below + (above % below === 0 ? 0 : 1);
}
