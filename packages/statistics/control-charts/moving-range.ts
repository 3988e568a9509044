import { meanOf } from './series.ts';
import type { Series } from './series.ts';

/** The mean of a series' moving ranges, and how many ranges it rests on. */
export type MovingRange = {
  readonly mean: number;
  readonly ranges: number;
  /** how many were left out as outliers */
  readonly screenedOut: number;
};

/** Whether moving ranges beyond 3.267 times their mean are left out, once, before the mean is made again. */
export type Screening = 'outliers-left-out' | 'all-kept';

/** D4 for ranges of two points: 1 + 3 · 0.8525 / 1.128. */
const upperRangeFactor = 3.267;

/** Differences between neighbours, without sign; none across a point that is missing. */
function movingRanges(values: Series): readonly number[] {
  return values.flatMap((value, place) => {
    const before = place === 0 ? undefined : values[place - 1];
    return value === undefined || before === undefined ? [] : [Math.abs(value - before)];
  });
}

/** The mean moving range of a series; undefined where no two neighbours are there. */
export function movingRangeOf(values: Series, screening: Screening): MovingRange | undefined {
  const ranges = movingRanges(values);
  if (ranges.length === 0) return undefined;
  const mean = meanOf(ranges);
  if (screening === 'all-kept') return { mean, ranges: ranges.length, screenedOut: 0 };
  const kept = ranges.filter((range) => range < upperRangeFactor * mean);
  // where every range is nothing, nothing lies below 3.267 times nothing, and nothing is an outlier
  if (kept.length === 0) return { mean, ranges: ranges.length, screenedOut: 0 };
  return { mean: meanOf(kept), ranges: kept.length, screenedOut: ranges.length - kept.length };
}
