import { crudeRate } from '../intervals/rate.ts';
import { normalDeviate } from '../intervals/confidence.ts';
import type { ConfidenceLevel, Limits } from '../intervals/confidence.ts';
import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { baselineOf, fewestEvents, placed } from './funnel-point.ts';
import type { FunnelPoint, FunnelStatistic, NotPlacedReason, Placed } from './funnel-point.ts';

/** Where a point lies: outside the 99.8% funnel (0.001 beyond either side), outside the 95% one (0.025), or inside. */
export type FunnelVerdict = 'low-0.001' | 'low-0.025' | 'not-significant' | 'high-0.025' | 'high-0.001';

/** A point on the funnel, or why it is not. */
export type FunnelPlace =
  | {
      readonly verdict: FunnelVerdict;
      /** per multiplier */
      readonly value: number;
      /** where it stands across: people, person-years or events expected */
      readonly base: number;
    }
  | { readonly verdict: 'not-placed'; readonly reason: NotPlacedReason };

/** Where every point lies, and about what. */
export type Funnel = {
  /** per multiplier */
  readonly baseline: number;
  /** in the order given */
  readonly points: readonly FunnelPlace[];
  readonly method: 'normal, variance of the baseline' | 'exact Poisson below ten events, Byar from ten';
};

/** What to place on a funnel. */
export type ToFunnel = {
  readonly statistic: FunnelStatistic;
  readonly points: readonly FunnelPoint[];
  readonly multiplier: number;
};

/** Why there is no funnel. */
export type FunnelRefusal =
  | { readonly reason: 'no-points' }
  | { readonly reason: 'multiplier-not-positive'; readonly multiplier: number };

/**
 * Which areas lie outside what chance would give about the average of them all.
 *
 * Formula, with the baseline θ = Σx / Σn (of a ratio, 1):
 * - proportion: low or high where x/n is below or above θ ∓ z√(θ(1 − θ)/n);
 * - rate, standardised rate, ratio: low or high where θ lies above or below the limits of the count (exact below ten
 *   events, Byar's from ten) over its base.
 *
 * Units: count in events or people, base as `FunnelPoint` says; value and baseline per multiplier. Errors: a point that
 * cannot be placed says why; refused where none can. A standardised rate of fewer than ten events counts for the
 * baseline and is not placed.
 * Source: Spiegelhalter (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24,
 * 1185-1202; Fingertips technical guidance.
 * @example funnel({ statistic: 'ratio', points: [{ count: 151, base: 106.44 }], multiplier: 100 }) // 141.9, high-0.001
 */
export function funnel(given: ToFunnel): Result<Funnel, FunnelRefusal> {
  const { statistic, multiplier } = given;
  if (!(multiplier > 0) || !Number.isFinite(multiplier))
    return refuse({ reason: 'multiplier-not-positive', multiplier });
  const all = given.points.map((point) => placed(point, given));
  const known = all.filter((each) => typeof each !== 'string');
  const baseline = known.length === 0 ? undefined : baselineOf(known, statistic);
  if (baseline === undefined) return refuse({ reason: 'no-points' });
  const points = all.map((each): FunnelPlace => {
    if (typeof each === 'string') return { verdict: 'not-placed', reason: each };
    if (statistic === 'standardised-rate' && each.count < fewestEvents)
      return { verdict: 'not-placed', reason: 'fewer-than-ten' };
    const verdict = statistic === 'proportion' ? ofShare(each, baseline) : ofCount(each, baseline);
    if (verdict === undefined) return { verdict: 'not-placed', reason: 'count-out-of-range' };
    return { verdict, value: each.ratio * multiplier, base: each.base };
  });
  const method =
    statistic === 'proportion'
      ? 'normal, variance of the baseline'
      : 'exact Poisson below ten events, Byar from ten';
  return done({ baseline: baseline * multiplier, points, method });
}

function ofShare({ ratio, base }: Placed, baseline: number): FunnelVerdict {
  const limits = (level: ConfidenceLevel): Limits => {
    const half = normalDeviate(level) * Math.sqrt((baseline * (1 - baseline)) / base);
    return { lower: baseline - half, upper: baseline + half };
  };
  return verdictOf((level) => {
    const { lower, upper } = limits(level);
    if (ratio < lower) return 'low';
    return ratio > upper ? 'high' : undefined;
  });
}

function ofCount({ count, base }: Placed, baseline: number): FunnelVerdict | undefined {
  const rate = crudeRate({ count, base, multiplier: 1 });
  if (!rate.done) return undefined;
  const { limits95, limits998 } = rate.value;
  return verdictOf((level) => {
    const { lower, upper } = level === 0.95 ? limits95 : limits998;
    if (baseline > upper) return 'low';
    return baseline < lower ? 'high' : undefined;
  });
}

/** The verdict of the stricter level at which a point lies outside. */
export function verdictOf(sideAt: (level: ConfidenceLevel) => 'low' | 'high' | undefined): FunnelVerdict {
  const stricter = sideAt(0.998);
  if (stricter !== undefined) return stricter === 'low' ? 'low-0.001' : 'high-0.001';
  const side = sideAt(0.95);
  if (side === undefined) return 'not-significant';
  return side === 'low' ? 'low-0.025' : 'high-0.025';
}
