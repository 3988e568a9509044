import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import { normalDeviate, tail } from './confidence.ts';
import type { ConfidenceLevel, Limits } from './confidence.ts';

/** How the limits of a count were made: exactly below ten events, by Byar's approximation from ten on. */
export type RateMethod = 'exact Poisson' | 'Byar';

/** The count from which Byar's approximation is as good as exact. */
export const exactBelow = 10;

/** Below this share of an event the lower limit is less than the smallest number there is. */
const noLower = 0.001;

/** Which method a count's limits are made with. */
export function poissonMethod(count: number): RateMethod {
  return count < exactBelow ? 'exact Poisson' : 'Byar';
}

/** Limits of a count of independent events: exact below ten, Byar's from ten on (see `crudeRate` for both formulas). */
export function poissonLimits(count: number, level: ConfidenceLevel): Limits {
  return count < exactBelow ? exactPoisson(count, level) : byar(count, normalDeviate(level));
}

/** Byar's limits of a count, z given: for counts of ten and more. */
export function byar(count: number, z: number): Limits {
  return { lower: byarLower(count, z), upper: byarUpper(count, z) };
}

/** Byar's lower limit: x (1 − 1/(9x) − z/(3√x))³. */
export function byarLower(count: number, z: number): number {
  const root = 1 - 1 / (9 * count) - z / (3 * Math.sqrt(count));
  return count * root * root * root;
}

/** Byar's upper limit: y (1 − 1/(9y) + z/(3√y))³ with y = x + 1. */
export function byarUpper(count: number, z: number): number {
  const next = count + 1;
  const root = 1 - 1 / (9 * next) + z / (3 * Math.sqrt(next));
  return next * root * root * root;
}

function exactPoisson(count: number, level: ConfidenceLevel): Limits {
  return {
    lower: count < noLower ? 0 : chiSquareQuantile(tail(level), 2 * count) / 2,
    upper: chiSquareQuantile(1 - tail(level), 2 * count + 2) / 2,
  };
}
