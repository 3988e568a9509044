import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { quantile } from '../position/quantile.ts';

/** What a spine chart is drawn between, in the unit of the measure. */
export type SpineBounds = {
  readonly lowest: number;
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  readonly highest: number;
  /** how many areas have a value */
  readonly areas: number;
};

const fewest = 4;

/**
 * How the areas of one kind are spread: the lowest and highest, and the 5th, 25th, 50th, 75th and 95th percentiles.
 *
 * Formula: quantiles of type 7, the percentiles rounded to 10 decimal places.
 * Units: of the measure. Errors: values that are missing or not finite are left out; refused with fewer than four.
 * Source: Fingertips (Office for Health Improvement and Disparities), spine charts.
 * @example spineBounds([50, 51, … 60]) // lowest 50, p25 52.5, p50 55, p75 57.5, highest 60, of 11 areas
 */
export function spineBounds(
  values: readonly (number | undefined)[],
): Result<SpineBounds, { readonly reason: 'too-few-areas'; readonly areas: number }> {
  const known = values.filter((value): value is number => value !== undefined && Number.isFinite(value));
  const at = (probability: number): number | undefined => {
    const found = quantile(known, probability);
    return found.done ? found.value : undefined;
  };
  const [lowest, highest] = [at(0), at(1)];
  if (known.length < fewest || lowest === undefined || highest === undefined) {
    return refuse({ reason: 'too-few-areas', areas: known.length });
  }
  // rounding must not carry a percentile past an end
  const percentile = (percent: number): number =>
    Math.min(highest, Math.max(lowest, Number((at(percent / 100) ?? lowest).toFixed(10))));
  return done({
    lowest,
    p5: percentile(5),
    p25: percentile(25),
    p50: percentile(50),
    p75: percentile(75),
    p95: percentile(95),
    highest,
    areas: known.length,
  });
}
