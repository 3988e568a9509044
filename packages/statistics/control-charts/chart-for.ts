/** How often a series is measured. */
export type Frequency = 'yearly' | 'termly' | 'quarterly' | 'monthly' | 'weekly' | 'daily';

/** Which picture of a series is honest, and why. */
export type ChartChoice =
  /** a yearly series: its intervals and the tested recent trend */
  | { readonly chart: 'trend'; readonly because: 'yearly' }
  | { readonly chart: 'run'; readonly because: 'ten-to-twelve-points' }
  | { readonly chart: 'xmr'; readonly because: 'thirteen-points-or-more' }
  /** the points alone, and that they are too few to say more */
  | {
      readonly chart: 'points';
      readonly because: 'too-few-points';
      readonly points: number;
      readonly wanted: 5 | 10;
    };

const leastForTrend = 5;
const leastForRuns = 10;
const leastForLimits = 13;

/**
 * Which chart is honest for a series.
 *
 * Rule: a yearly series has a tested trend from its fifth point, however long it is; any other a run chart from ten
 * points and a chart with limits (XmR) from thirteen; below that the points, and no verdict. Missing points do not count.
 * Units: none. Errors: none.
 * Source: NHS England, Making Data Count (limits from 13 points); Anhøj and Olesen (2014), Run charts revisited (runs
 * from 10); Fingertips, recent trends (five yearly points).
 * @example chartFor({ frequency: 'quarterly', values: [3, 4, 3, 5, 4, 3, 4, 5, 3, 5] }).chart // 'run'
 */
export function chartFor(given: {
  readonly frequency: Frequency;
  readonly values: readonly (number | undefined)[];
}): ChartChoice {
  const points = given.values.filter((value) => value !== undefined && Number.isFinite(value)).length;
  const yearly = given.frequency === 'yearly';
  const wanted = yearly ? leastForTrend : leastForRuns;
  if (points < wanted) return { chart: 'points', because: 'too-few-points', points, wanted };
  if (yearly) return { chart: 'trend', because: 'yearly' };
  return points < leastForLimits
    ? { chart: 'run', because: 'ten-to-twelve-points' }
    : { chart: 'xmr', because: 'thirteen-points-or-more' };
}
