import { normalDeviate } from '../intervals/confidence.ts';
import type { Limits } from '../intervals/confidence.ts';
import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { chanceVariance, dispersion } from './dispersion.ts';
import type { Dispersion, DispersionRefusal, ToDisperse } from './dispersion.ts';
import { verdictOf } from './funnel.ts';
import type { FunnelPlace } from './funnel.ts';
import type { FunnelEdges } from './funnel-limits.ts';
import { fewestEvents, placed } from './funnel-point.ts';

/** Which way the limits are widened: every standard error times √φ, or the variance between areas added to each. */
export type DispersionAdjustment = 'multiplicative' | 'additive';

/** A funnel widened for what areas differ by beyond chance. */
export type AdjustedFunnel = {
  readonly adjustment: DispersionAdjustment;
  readonly dispersion: Dispersion;
  /** in the order given */
  readonly points: readonly FunnelPlace[];
  /** at the bases asked for */
  readonly edges: readonly FunnelEdges[];
};

/** Why no widened funnel is drawn. */
export type AdjustedFunnelRefusal =
  | DispersionRefusal
  /** φ is above 10: widened so far, a funnel would hide what ought to be asked about */
  | { readonly reason: 'not-suitable'; readonly phi: number }
  | { readonly reason: 'base-not-positive'; readonly base: number };

/**
 * A funnel with its limits widened for over-dispersion.
 *
 * Formula, with φ, τ², θ and s² as `dispersion` gives them: θ ∓ z·s√φ (multiplicative, φ no less than 1), which widens the
 * limits of large and small areas alike; or θ ∓ z√(s² + τ²) (additive, a model of random effects), which widens those of
 * large areas most. Lines end at 0, and a proportion's at the multiplier.
 *
 * Units: as `funnel`. Errors: as `dispersion`; refused where a funnel is not suitable at all.
 * Source: Spiegelhalter (2005), Quality and Safety in Health Care 14, 347-351.
 * @example adjustedFunnel({ statistic: 'proportion', points, multiplier: 100, adjustment: 'additive', bases: [500, 5000] })
 */
export function adjustedFunnel(
  given: ToDisperse & {
    readonly adjustment: DispersionAdjustment;
    /** where to draw the lines */
    readonly bases: readonly number[];
  },
): Result<AdjustedFunnel, AdjustedFunnelRefusal> {
  const { adjustment, bases, multiplier, statistic } = given;
  const found = dispersion(given);
  if (!found.done) return found;
  const { phi, tauSquared, baseline, advice } = found.value;
  if (advice === 'not-suitable') return refuse({ reason: 'not-suitable', phi });
  const wrong = bases.find((base) => !(base > 0) || !Number.isFinite(base));
  if (wrong !== undefined) return refuse({ reason: 'base-not-positive', base: wrong });
  const errorAt = (base: number): number => {
    const chance = chanceVariance(statistic, baseline / multiplier, base) * multiplier * multiplier;
    return Math.sqrt(adjustment === 'additive' ? chance + tauSquared : chance * Math.max(1, phi));
  };
  const points = given.points.map((point): FunnelPlace => {
    const place = placed(point, given);
    if (typeof place === 'string') return { verdict: 'not-placed', reason: place };
    if (statistic === 'standardised-rate' && place.count < fewestEvents)
      return { verdict: 'not-placed', reason: 'fewer-than-ten' };
    const value = place.ratio * multiplier;
    const score = (value - baseline) / errorAt(place.base);
    const verdict = verdictOf((level) => {
      if (Math.abs(score) <= normalDeviate(level)) return undefined;
      return score < 0 ? 'low' : 'high';
    });
    return { verdict, value, base: place.base };
  });
  const highest = statistic === 'proportion' ? multiplier : Infinity;
  const edges = bases.map((base) => edgesAt(base, { baseline, error: errorAt(base), highest }));
  const drawn = edges.every(({ limits998 }) => Number.isFinite(limits998.upper));
  if (!drawn) return refuse({ reason: 'numbers-too-large' });
  return done({ adjustment, dispersion: found.value, points, edges });
}

function edgesAt(base: number, of: { baseline: number; error: number; highest: number }): FunnelEdges {
  const at = (level: 0.95 | 0.998): Limits => ({
    lower: Math.max(0, of.baseline - normalDeviate(level) * of.error),
    upper: Math.min(of.highest, of.baseline + normalDeviate(level) * of.error),
  });
  return { base, limits95: at(0.95), limits998: at(0.998) };
}
