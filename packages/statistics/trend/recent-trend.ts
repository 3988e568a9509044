import type { Limits } from '../intervals/confidence.ts';
import type { Polarity } from '../comparison/polarity.ts';
import { dayNumber } from './day-number.ts';
import { pointsUsed } from './points.ts';
import type { TrendColumnsRead, TrendMethod } from './points.ts';
import { judgeSeries, makeBench } from './series.ts';
import { trendOfByte, verdictByte } from './verdict.ts';
import type { NoTrendReason, TrendVerdict } from './verdict.ts';

/** The days that a value speaks of, both included, as 2024-04-01. */
export type TrendPeriod = { readonly firstDay: string; readonly lastDay: string };

/** One period of a series. What a point does not have is undefined or left out. */
export type TrendPoint = TrendPeriod & {
  readonly value?: number | undefined;
  readonly limits95?: Limits | undefined;
  /** people or events counted, and what they are out of */
  readonly count?: number | undefined;
  readonly base?: number | undefined;
  /** what changed between the period before and this one, so that the two cannot be joined */
  readonly breakBefore?: 'definition' | 'area' | undefined;
};

/** A series of a measure in an area, in any order. */
export type ToTrend = {
  readonly method: TrendMethod;
  readonly polarity: Polarity;
  readonly points: readonly TrendPoint[];
};

/** A trend with what it was made of, or why there is none. */
export type Trend =
  | {
      readonly verdict: TrendVerdict;
      readonly method: TrendMethod;
      readonly chiSquared: number;
      /** per period: in the unit of the measure, or for counts in log odds */
      readonly slope: number;
      /** from the first of the five periods to the last */
      readonly from: TrendPeriod;
      readonly to: TrendPeriod;
      /** periods between those two that were passed over because they lack what the method needs */
      readonly passedOver: number;
    }
  | {
      readonly verdict: 'cannot-be-calculated';
      readonly reason: NoTrendReason;
      readonly method: TrendMethod;
    };

/**
 * Whether the last five years of a measure rise or fall by more than chance.
 *
 * Formula, with t = 1 … 5 in order of time:
 * - by limits, w = 1 / ((U − L)/3.92)²: weighted least squares slope b, χ² = b² · Σw(t − t̄)²;
 * - by counts c of n, with N = Σn and C = Σc: χ² = N(NΣct − CΣnt)² / [C(N − C)(NΣnt² − (Σnt)²)]; slope of ln(c/(n − c)).
 * A trend is significant where χ² > 9.54953570608324 (99.8%, one degree of freedom) and the slope has one sign, with all
 * five points and with each one left out. Points without what the method needs are passed over; a break is not.
 *
 * Units: values and limits in the unit of the measure; counts and bases in people. Errors: never thrown;
 * `cannot-be-calculated` with its reason. Yearly periods, or one moment a year, that share no day.
 * Source: Fingertips (Office for Health Improvement and Disparities), recent trends. There, a slope of exactly nothing
 * counts as rising; here it is neither, so that a series and its mirror image are judged alike.
 * @example
 * recentTrend({ method: 'counts', polarity: 'low-is-good', points }) // 994 of 40,299 … 1,367 of 44,701
 * // { verdict: 'increasing-worse', chiSquared: 47.896…, … }
 */
export function recentTrend(given: ToTrend): Trend {
  const { method, polarity } = given;
  const points = given.points.toSorted((left, right) => firstDayOf(left) - firstDayOf(right));
  const bench = makeBench();
  const reason = judgeSeries(columnsOf(points), { from: 0, to: points.length }, { method, bench });
  const outcome = trendOfByte(reason === 0 ? verdictByte(bench.found.direction, polarity) : reason);
  const { rows } = bench.chosen;
  const [first, last] = [rows[0] ?? 0, rows[pointsUsed - 1] ?? 0];
  const [from, to] = [points[first], points[last]];
  if (outcome?.verdict === 'cannot-be-calculated') return { ...outcome, method };
  if (!outcome || !from || !to) return { verdict: 'cannot-be-calculated', reason: 'too-few-points', method };
  const { chiSquared, slope } = bench.found;
  return {
    ...outcome,
    method,
    chiSquared,
    slope,
    from: periodOf(from),
    to: periodOf(to),
    passedOver: last - first + 1 - pointsUsed,
  };
}

function columnsOf(points: readonly TrendPoint[]): TrendColumnsRead {
  const column = (pick: (point: TrendPoint) => number | undefined): Float64Array =>
    Float64Array.from(points, (point) => pick(point) ?? Number.NaN);
  return {
    firstDays: column((point) => dayNumber(point.firstDay)),
    lastDays: column((point) => dayNumber(point.lastDay)),
    breaks: column((point) => breakNumbers.get(point.breakBefore ?? 'none')),
    values: column((point) => point.value),
    lowers: column((point) => point.limits95?.lower),
    uppers: column((point) => point.limits95?.upper),
    counts: column((point) => point.count),
    bases: column((point) => point.base),
  };
}

const breakNumbers: ReadonlyMap<string, number> = new Map([
  ['none', 0],
  ['definition', 1],
  ['area', 2],
]);

/** A day that is not one goes last, where the series is refused for it. */
function firstDayOf({ firstDay }: TrendPoint): number {
  return dayNumber(firstDay) ?? Number.MAX_VALUE;
}

function periodOf({ firstDay, lastDay }: TrendPeriod): TrendPeriod {
  return { firstDay, lastDay };
}
