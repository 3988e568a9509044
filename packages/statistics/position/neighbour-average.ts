import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';

/** The mean of an area's statistical neighbours, and of how many of them it is. */
export type NeighbourAverage = {
  readonly average: number;
  /** how many neighbours have a value */
  readonly available: number;
  /** how many neighbours there are */
  readonly of: number;
};

/**
 * The average of an area's statistical neighbours: each counts the same, however many children live there, and those
 * without a value are left out. Say beside it how many of how many, and which year's set they are from.
 *
 * Formula: Σ xᵢ / k over the k neighbours with a value. Units: of the measure. Errors: refused where none has a value.
 * Source: Local Authority Interactive Tool (Department for Education).
 * @example neighbourAverage([10, undefined, 14]) // 12, of 2 of 3
 */
export function neighbourAverage(
  values: readonly (number | undefined)[],
): Result<NeighbourAverage, { readonly reason: 'none-available'; readonly of: number }> {
  const known = values.filter((value): value is number => value !== undefined && Number.isFinite(value));
  if (known.length === 0) return refuse({ reason: 'none-available', of: values.length });
  const sum = known.reduce((left, right) => left + right, 0);
  return done({ average: sum / known.length, available: known.length, of: values.length });
}
