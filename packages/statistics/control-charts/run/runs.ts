import binomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';
import { present, sideOf } from '../series.ts';
import type { Series } from '../series.ts';

/** Why a run of points is no wobble round its line. */
export type RunsSignal = 'long-run' | 'few-crossings';

/** How points lie on both sides of a line, and how they would by chance. */
export type Runs = {
  /** points that are there */
  readonly points: number;
  /** points that lie on neither side count for nothing */
  readonly useful: number;
  readonly longestRun: number;
  /** the longest that chance is likely to make */
  readonly longestRunMost: number;
  readonly crossings: number;
  /** the fewest that chance is likely to make */
  readonly crossingsLeast: number;
  readonly signals: readonly RunsSignal[];
};

/**
 * Runs and crossings of a series about a line.
 *
 * Formula, with n points off the line: a signal where the longest run on one side exceeds round(log₂ n) + 3, or the line
 * is crossed less often than the 5% quantile of a binomial of n − 1 trials at one half. Points on the line and missing
 * points are passed over.
 * Units: none. Errors: none; without a point off the line there is nothing to see, and no signal.
 * Source: Anhøj and Olesen (2014), Run charts revisited, PLoS ONE 9, e113825; Schilling (2012), The surprising
 * predictability of long runs, Mathematics Magazine 85, 141-149; Chen (2010), A note on the runs test.
 * @example runsAbout([3, 4, 3, 5], 3.5).crossings // 3
 */
export function runsAbout(values: Series, line: number): Runs {
  const there = present(values);
  const sides = there.map((value) => sideOf(value, line)).filter((side) => side !== 0);
  const useful = sides.length;
  let crossings = 0;
  let longestRun = 0;
  let length = 0;
  for (const [place, side] of sides.entries()) {
    const same = place > 0 && sides[place - 1] === side;
    if (place > 0 && !same) crossings += 1;
    length = same ? length + 1 : 1;
    longestRun = Math.max(longestRun, length);
  }
  const { longestRunMost, crossingsLeast } = runLimits(useful);
  const signals: readonly RunsSignal[] = [
    ...(longestRun > longestRunMost ? ['long-run' as const] : []),
    ...(crossings < crossingsLeast ? ['few-crossings' as const] : []),
  ];
  return { points: there.length, useful, longestRun, longestRunMost, crossings, crossingsLeast, signals };
}

/** What chance is likely to make of so many points off the line. */
function runLimits(useful: number): Pick<Runs, 'longestRunMost' | 'crossingsLeast'> {
  if (useful === 0) return { longestRunMost: 0, crossingsLeast: 0 };
  return {
    longestRunMost: Math.round(Math.log2(useful)) + 3,
    crossingsLeast: useful === 1 ? 0 : binomialQuantile(0.05, useful - 1, 0.5),
  };
}
