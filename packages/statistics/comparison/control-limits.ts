import { chiSquareQuantile } from '../distribution/chi-square-quantile.ts';
import { normalDeviate, tail } from '../intervals/confidence.ts';
import type { ConfidenceLevel, Limits } from '../intervals/confidence.ts';
import { verdictOf } from './compare.ts';
import type { Verdict } from './compare.ts';
import type { Polarity } from './polarity.ts';

/** What the limits round a benchmark are made for. */
export type ControlledStatistic = 'proportion' | 'standardised-rate';

/** A value to hold against limits drawn round its benchmark. */
export type ToControl = {
  readonly statistic: ControlledStatistic;
  readonly polarity: Polarity;
  /** per multiplier; undefined where there is none */
  readonly value: number | undefined;
  /** per multiplier */
  readonly benchmark: number | undefined;
  /**
   * people that the area's value is out of; for a standardised rate, the people that would have had as many events at
   * the standardised rate: count ÷ rate × multiplier
   */
  readonly base: number | undefined;
  readonly multiplier: number;
  /** 0.95, 0.025 beyond either limit; or 0.998, 0.001 beyond either */
  readonly level: ConfidenceLevel;
};

/** Why a value is not held against control limits. */
export type NotControlledReason =
  | 'not-applicable'
  | 'no-value'
  | 'no-benchmark'
  /** without a number of people above 0 there are no limits */
  | 'no-base'
  | 'multiplier-not-positive'
  /** a proportion lies between 0 and its multiplier, a rate is not negative: the value or the benchmark does not */
  | 'out-of-range';

/** A verdict with the limits round the benchmark that gave it. */
export type ControlComparison =
  | {
      readonly verdict: Exclude<Verdict, 'best' | 'worst' | 'not-compared'>;
      readonly level: ConfidenceLevel | undefined;
      /** round the benchmark, per multiplier */
      readonly limits: Limits;
      readonly method: 'Wilson round the benchmark' | 'exact Poisson round the benchmark';
    }
  | { readonly verdict: 'not-compared'; readonly reason: NotControlledReason };

/**
 * Holds a value against limits drawn round its benchmark for as many people as the area has, as a control chart does.
 *
 * Formula, with the benchmark as a ratio π, n people and z for the level:
 * - proportion: Wilson's limits of πn out of n, [2πn + z² ∓ z√(z² + 4πn(1 − π))] / [2(n + z²)];
 * - standardised rate, with E = πn events expected: L = ½ χ²(α/2; 2⌈E⌉), 0 where E = 0, and
 *   U = ½ χ²(1 − α/2; 2⌊E⌋ + 2), both ÷ n. E is seldom whole and events are, so that "at least E" begins at ⌈E⌉.
 * A value on a limit is similar; outside, better or worse by polarity, or higher or lower.
 *
 * Units: value, benchmark and limits per multiplier; base in people. Errors: never thrown; `not-compared` with its reason.
 * Source: Fingertips (Office for Health Improvement and Disparities), comparator methods 5 and 6.
 * @example
 * compareWithControlLimits({ statistic: 'proportion', polarity: 'low-is-good', value: 10.98, benchmark: 12.84, base: 1339, multiplier: 100, level: 0.95 })
 * // better, limits 11.1538… to 14.7387…
 */
export function compareWithControlLimits(given: ToControl): ControlComparison {
  const { value, polarity, statistic, level } = given;
  const reason = whyNot(given);
  const limits = controlLimits(given);
  if (reason !== undefined || value === undefined || limits === undefined)
    return { verdict: 'not-compared', reason: reason ?? 'out-of-range' };
  const method =
    statistic === 'proportion' ? 'Wilson round the benchmark' : 'exact Poisson round the benchmark';
  if (value >= limits.lower && value <= limits.upper)
    return { verdict: 'similar', level: undefined, limits, method };
  const verdict = oneLevel(verdictOf(value > limits.upper ? 'above' : 'below', polarity, false));
  return { verdict, level, limits, method };
}

function whyNot(given: ToControl): NotControlledReason | undefined {
  const { value, benchmark, base, multiplier } = given;
  if (given.polarity === 'not-applicable') return 'not-applicable';
  if (value === undefined || !Number.isFinite(value)) return 'no-value';
  if (benchmark === undefined || !Number.isFinite(benchmark)) return 'no-benchmark';
  if (base === undefined || !Number.isFinite(base) || base <= 0) return 'no-base';
  if (!Number.isFinite(multiplier) || multiplier <= 0) return 'multiplier-not-positive';
  if (value < 0 || benchmark < 0) return 'out-of-range';
  const beyond = given.statistic === 'proportion' && Math.max(value, benchmark) > multiplier;
  return beyond ? 'out-of-range' : undefined;
}

function controlLimits({ statistic, benchmark, base, multiplier, level }: ToControl): Limits | undefined {
  if (benchmark === undefined || base === undefined) return undefined;
  const ratio = benchmark / multiplier;
  const limits =
    statistic === 'proportion' ? wilsonRound(ratio, base, level) : poissonRound(ratio * base, base, level);
  const inUnit = { lower: limits.lower * multiplier, upper: limits.upper * multiplier };
  // Wilson's limits hold the benchmark between them; rounding in the last digit must not leave it outside
  if (statistic === 'proportion') {
    inUnit.lower = Math.min(inUnit.lower, benchmark);
    inUnit.upper = Math.max(inUnit.upper, benchmark);
  }
  return Number.isFinite(inUnit.lower) && Number.isFinite(inUnit.upper) ? inUnit : undefined;
}

function wilsonRound(ratio: number, base: number, level: ConfidenceLevel): Limits {
  const z = normalDeviate(level);
  const expected = ratio * base;
  const spread = z * Math.sqrt(z * z + 4 * expected * (1 - ratio));
  const upper = ratio === 1 ? 1 : (2 * expected + z * z + spread) / (2 * (base + z * z));
  // from the product of the two roots: their difference loses digits when few are expected
  return { lower: (ratio * (expected / (base + z * z))) / upper, upper };
}

function poissonRound(expected: number, base: number, level: ConfidenceLevel): Limits {
  const whole = Math.round(expected);
  // a rate that was made of whole events comes back with floating-point noise, which must not count as one more event
  const events = Math.abs(expected - whole) <= 1e-9 * whole ? whole : expected;
  const first = Math.ceil(events);
  return {
    lower: first === 0 ? 0 : chiSquareQuantile(tail(level), 2 * first) / 2 / base,
    upper: chiSquareQuantile(1 - tail(level), 2 * Math.floor(events) + 2) / 2 / base,
  };
}

/** One level has no best and no worst. */
function oneLevel(
  verdict: Exclude<Verdict, 'not-compared'>,
): Exclude<Verdict, 'best' | 'worst' | 'not-compared'> {
  if (verdict === 'best') return 'better';
  return verdict === 'worst' ? 'worse' : verdict;
}
