import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';

/** The points of a series in order of time; `undefined` where nothing was measured. */
export type Series = readonly (number | undefined)[];

/** Why a series cannot be charted. */
export type SeriesRefusal =
  /** a point is NaN or infinite; a point that is missing is `undefined` */
  | { readonly reason: 'not-finite'; readonly at: number }
  /** numbers so large that their sum or their limits cannot be written */
  | { readonly reason: 'too-large' };

/** The series itself, or the place of the first point that is no number. */
export function checkSeries(values: Series): Result<Series, SeriesRefusal> {
  const at = values.findIndex((value) => value !== undefined && !Number.isFinite(value));
  return at === -1 ? done(values) : refuse({ reason: 'not-finite', at });
}

/** The points that are there. */
export function present(values: Series): readonly number[] {
  return values.filter((value): value is number => value !== undefined);
}

/** Arithmetic mean, as first + mean of differences from it, so that equal points have exactly themselves as their mean. */
export function meanOf(values: readonly number[]): number {
  const [first = Number.NaN] = values;
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const term = value - first - lost;
    const next = sum + term;
    lost = next - sum - term;
    sum = next;
  }
  return first + sum / values.length;
}

/** Middle value, or the mean of the two in the middle. */
export function medianOf(values: readonly number[]): number {
  const inOrder = values.toSorted((left, right) => left - right);
  const low = inOrder[Math.floor((inOrder.length - 1) / 2)] ?? Number.NaN;
  const high = inOrder[Math.ceil((inOrder.length - 1) / 2)] ?? Number.NaN;
  return low + (high - low) / 2;
}

/** −1 below, 1 above, 0 on the line: two numbers count as one where only floating-point noise lies between them. */
export function sideOf(value: number, line: number): -1 | 0 | 1 {
  const noise = 1e-12 * Math.max(Math.abs(value), Math.abs(line));
  if (Math.abs(value - line) <= noise) return 0;
  return value > line ? 1 : -1;
}
