import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Polarity } from '../comparison/polarity.ts';
import { normalDeviate, tail } from '../intervals/confidence.ts';
import type { ConfidenceLevel, Limits } from '../intervals/confidence.ts';
import { fitTrend } from './fitted-trend.ts';
import type { FittedTrend, Observation } from './fitted-trend.ts';

/** A value of a series; undefined where there is none, and then passed over. */
export type SeriesPoint = {
  /** in years, with parts of a year as decimals */
  readonly time: number;
  readonly value: number | undefined;
  readonly limits95?: Limits | undefined;
};

/** A series, a target, and how to read the one against the other. */
export type ToForecast = {
  /** one definition throughout: the caller lets no break lie between */
  readonly points: readonly SeriesPoint[];
  readonly target: { readonly time: number; readonly value: number };
  readonly polarity: Polarity;
  /** whether every point weighs the same, or by how narrow its limits are */
  readonly weights: 'equal' | 'by-limits';
  /** what the measure can be at all: 0 to 100 for a percentage */
  readonly bounds?: Limits | undefined;
};

/** Whether a target will be met if things go on as they have. */
export type ForecastVerdict = 'on-course' | 'may-be-met' | 'not-on-course';

/** What is to be expected at the target's time if the trend goes on. */
export type Forecast = {
  readonly expected: number;
  /** of a single new value, not of the line: 95 in 100 such forecasts hold it, if the trend goes on */
  readonly limits95: Limits;
  readonly limits998: Limits;
  readonly verdict: ForecastVerdict;
  /** whether the target lies within the 95% limits, ends included */
  readonly targetInside: boolean;
  /** when the line meets the target */
  readonly met:
    | { readonly when: 'already' }
    | { readonly when: 'at'; readonly time: number }
    | { readonly when: 'never' };
  /** change a year */
  readonly slope: number;
  readonly points: number;
  readonly method: 'ordinary least squares' | 'weighted least squares';
};

/** Why there is no forecast. */
export type ForecastRefusal =
  | { readonly reason: 'too-few-points'; readonly points: number; readonly least: number }
  | { readonly reason: 'not-finite' }
  /** two values of one time */
  | { readonly reason: 'times-not-apart'; readonly time: number }
  /** no later than the last value: look at the value itself */
  | { readonly reason: 'target-not-ahead' }
  | { readonly reason: 'no-judgement' }
  /** weights were asked, and a point has no limits, or limits that are not in order or have no width */
  | { readonly reason: 'limits-not-usable'; readonly time: number }
  /** equal points that lie on a line exactly (all alike, or rounded) do not show how far a new one may stray */
  | { readonly reason: 'no-scatter' }
  | { readonly reason: 'bounds-not-in-order' };

/** For a reader: what each verdict says. */
export const forecastWords = {
  'on-course': 'on course',
  'may-be-met': 'may be met',
  'not-on-course': 'not on course',
} as const satisfies Record<ForecastVerdict, string>;

const least = 5;

/**
 * Whether a target will be met if the trend of the last years goes on, with an interval that is honest about how little
 * a few years say.
 *
 * Formula: a line by least squares, points equal or weighted by 1/se² with se = (U − L)/(2 · 1.96); at the target's time
 * ŷ ∓ t(1 − α/2; n − 2) · √(φ · v), v = own² + 1/Σw + (t − t̄)²/Σw(t − t̄)² (own² the mean of se², 1 where equal) and
 * φ = Σ w r²/(n − 2), with weights at least 1: the interval is never narrower than the values' own limits would make it.
 * Verdict: on course where all of the 95% limits meet the target, not on course where none does, else may be met.
 *
 * Shape: at least five values at different times, all before the target. Units: of the measure; times in years.
 * Errors: refusals as values. A straight line is assumed, and nothing is known of what has not happened yet: a forecast
 * is no promise.
 * Source: Draper and Smith (1998), Applied regression analysis, 3rd edition, chapters 3 and 9; Birge (1932) for φ.
 * @example
 * forecastToTarget({ points: [60, 61.5, 62, 64.1, 65].map((value, year) => ({ time: 2019 + year, value })),
 *   target: { time: 2026, value: 70 }, polarity: 'high-is-good', weights: 'equal' })
 * // expected 68.82, 95% 66.49703218314411 to 71.14296781685587: may be met; the line meets 70 at 2026.936507936508
 */
export function forecastToTarget(given: ToForecast): Result<Forecast, ForecastRefusal> {
  const { target, polarity, weights, bounds } = given;
  const refused = whyNot(given);
  if (refused) return refused;
  const observed = observationsOf(given);
  if (!observed.done) return observed;
  const trend = fitTrend(observed.value);
  const scale = observed.value.reduce((left, { value }) => Math.max(left, Math.abs(value)), 0);
  if (weights === 'equal' && trend.scatter <= (scale * 1e-12) ** 2) return refuse({ reason: 'no-scatter' });
  const variance =
    (weights === 'equal' ? trend.scatter : Math.max(1, trend.scatter)) * trend.varianceAt(target.time);
  const expected = trend.at(target.time);
  const limitsAt = (level: ConfidenceLevel): Limits => {
    const reach = tQuantile(1 - tail(level), observed.value.length - 2) * Math.sqrt(variance);
    return clip({ lower: expected - reach, upper: expected + reach }, bounds);
  };
  const [limits95, limits998] = [limitsAt(0.95), limitsAt(0.998)];
  if (!Number.isFinite(limits998.upper - limits998.lower)) return refuse({ reason: 'not-finite' });
  const last = observed.value.reduce((latest, { time }) => Math.max(latest, time), -Infinity);
  return done({
    expected: clip({ lower: expected, upper: expected }, bounds).lower,
    limits95,
    limits998,
    verdict: verdictOf(limits95, target.value, polarity),
    targetInside: limits95.lower <= target.value && target.value <= limits95.upper,
    met: metBy(trend, { target: target.value, polarity, last }),
    slope: trend.slope,
    points: observed.value.length,
    method: weights === 'equal' ? 'ordinary least squares' : 'weighted least squares',
  });
}

function verdictOf(limits: Limits, target: number, polarity: Polarity): ForecastVerdict {
  const meets = (value: number): boolean => (polarity === 'high-is-good' ? value >= target : value <= target);
  const [one, other] = [meets(limits.lower), meets(limits.upper)];
  if (one && other) return 'on-course';
  return one || other ? 'may-be-met' : 'not-on-course';
}

function metBy(
  { at, slope }: FittedTrend,
  of: { readonly target: number; readonly polarity: Polarity; readonly last: number },
): Forecast['met'] {
  const missing = of.target - at(of.last);
  if (of.polarity === 'high-is-good' ? missing <= 0 : missing >= 0) return { when: 'already' };
  const time = of.last + missing / slope;
  return slope * missing > 0 && Number.isFinite(time) ? { when: 'at', time } : { when: 'never' };
}

function clip({ lower, upper }: Limits, bounds: Limits | undefined): Limits {
  if (!bounds) return { lower, upper };
  const within = (value: number): number => Math.min(bounds.upper, Math.max(bounds.lower, value));
  return { lower: within(lower), upper: within(upper) };
}

function observationsOf({ points, weights }: ToForecast): Result<readonly Observation[], ForecastRefusal> {
  const found: Observation[] = [];
  for (const { time, value, limits95 } of points) {
    if (value === undefined) continue;
    if (!Number.isFinite(time) || !Number.isFinite(value)) return refuse({ reason: 'not-finite' });
    const width = limits95 ? limits95.upper - limits95.lower : Number.NaN;
    const usable = width > 0 && Number.isFinite(width);
    if (weights === 'by-limits' && !usable) return refuse({ reason: 'limits-not-usable', time });
    const error = weights === 'equal' ? 1 : width / (2 * normalDeviate(0.95));
    if (found.some((each) => each.time === time)) return refuse({ reason: 'times-not-apart', time });
    found.push({ time, value, error });
  }
  return found.length < least
    ? refuse({ reason: 'too-few-points', points: found.length, least })
    : done(found);
}

function whyNot({
  points,
  target,
  polarity,
  bounds,
}: ToForecast): { readonly done: false; readonly refusal: ForecastRefusal } | undefined {
  if (!Number.isFinite(target.time) || !Number.isFinite(target.value))
    return refuse({ reason: 'not-finite' });
  if (polarity === 'no-judgement' || polarity === 'not-applicable') return refuse({ reason: 'no-judgement' });
  if (bounds && !(bounds.lower < bounds.upper)) return refuse({ reason: 'bounds-not-in-order' });
  const late = points.some(({ time, value }) => value !== undefined && time >= target.time);
  return late ? refuse({ reason: 'target-not-ahead' }) : undefined;
}
