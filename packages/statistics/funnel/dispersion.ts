import { chiSquareQuantile } from '../distribution/chi-square-quantile.ts';
import { quantile } from '../position/quantile.ts';
import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { baselineOf, fewestEvents, placed } from './funnel-point.ts';
import type { FunnelPoint, FunnelStatistic, Placed } from './funnel-point.ts';

/**
 * How much more the areas differ than chance alone would make them.
 * - `phi`: the mean square of the z-scores, the outermost drawn in; 1 where there is only chance.
 * - `tauSquared`: the variance of what is true of the areas, in the square of the measure's unit.
 * - `advice`: `as-drawn`; `adjust` the limits; or `not-suitable`, where a funnel says nothing because nearly everybody
 *   would stand outside of it, and the areas differ for reasons that a funnel does not know.
 */
export type Dispersion = {
  readonly phi: number;
  readonly tauSquared: number;
  /** Σz² of all areas, none drawn in, and its degrees of freedom */
  readonly chiSquared: number;
  readonly degrees: number;
  /** of a Σz² as large as this or larger by chance; not told below 1e-12 */
  readonly probability: number;
  readonly advice: 'as-drawn' | 'adjust' | 'not-suitable';
  /** per multiplier */
  readonly baseline: number;
  readonly areas: number;
};

/** The areas of a funnel, of which to ask whether they differ by more than chance. */
export type ToDisperse = {
  readonly statistic: FunnelStatistic;
  readonly points: readonly FunnelPoint[];
  readonly multiplier: number;
  /** per multiplier; left out, all counts over all bases (of a ratio, 1) */
  readonly baseline?: number | undefined;
};

/** Why dispersion cannot be told. */
export type DispersionRefusal =
  | { readonly reason: 'multiplier-not-positive'; readonly multiplier: number }
  | { readonly reason: 'too-few-points'; readonly points: number }
  /** the baseline is none or all, so that nothing varies about it, or is not one */
  | { readonly reason: 'baseline-out-of-range'; readonly baseline: number }
  | { readonly reason: 'numbers-too-large' };

const fewest = 5;
/** The share of areas at either end whose z-scores are drawn in to that of the last one inside. */
const drawnIn = 0.1;
/** Limits would be more than three times too narrow. */
const mostPhi = 10;
const smallestProbability = 1e-12;

/**
 * Whether areas differ by more than chance about their baseline, by how much, and what to do about it.
 *
 * Formula, with s² = θ(1 − θ)/n (proportion) or θ/n (others) and z = (x/n − θ)/s, for k areas:
 * - z below the 10th percentile or above the 90th (type 7) is set to it; φ = Σz²/k;
 * - dispersed where φ > 1 + 2√(2/k); not suitable where φ > 10, our own bound;
 * - τ² = (kφ − (k − 1)) / (Σw − Σw²/Σw) with w = 1/s², and 0 where that is negative (DerSimonian and Laird);
 * - χ² = Σz² of the z-scores as they are, with k − 1 degrees of freedom.
 *
 * Units: φ none, τ² the square of the unit. Errors: points that cannot be placed are left out; refused with fewer than
 * five, or a baseline about which nothing varies.
 * Source: Spiegelhalter (2005), Handling over-dispersion of performance indicators, Quality and Safety in Health Care 14,
 * 347-351; DerSimonian and Laird (1986), Controlled Clinical Trials 7, 177-188.
 * @example dispersion({ statistic: 'proportion', points, multiplier: 100 }) // phi 7.4, advice 'adjust'
 */
export function dispersion(given: ToDisperse): Result<Dispersion, DispersionRefusal> {
  const { statistic, multiplier } = given;
  if (!(multiplier > 0) || !Number.isFinite(multiplier))
    return refuse({ reason: 'multiplier-not-positive', multiplier });
  const points = placeable(given);
  if (points.length < fewest) return refuse({ reason: 'too-few-points', points: points.length });
  const baseline = baselineIn(given, points);
  const variances = points.map((point) => chanceVariance(statistic, baseline, point.base));
  if (!variances.every((variance) => variance > 0 && Number.isFinite(1 / variance)))
    return refuse({ reason: 'baseline-out-of-range', baseline: baseline * multiplier });
  const scores = points.map((point, at) => (point.ratio - baseline) / Math.sqrt(variances[at] ?? 1));
  const areas = points.length;
  const phi = sumOfSquares(winsorised(scores)) / areas;
  const chiSquared = sumOfSquares(scores);
  const tauSquared = betweenAreas(phi, variances) * multiplier * multiplier;
  if (![phi, chiSquared, tauSquared, baseline * multiplier].every(Number.isFinite))
    return refuse({ reason: 'numbers-too-large' });
  return done({
    phi,
    tauSquared,
    chiSquared,
    degrees: areas - 1,
    probability: probabilityAbove(chiSquared, areas - 1),
    advice: adviceOn(phi, areas),
    baseline: baseline * multiplier,
    areas,
  });
}

/** The points that a funnel would place. */
function placeable(given: ToDisperse): Placed[] {
  const known = given.points.map((point) => placed(point, given)).filter((each) => typeof each !== 'string');
  return given.statistic === 'standardised-rate'
    ? known.filter((point) => point.count >= fewestEvents)
    : known;
}

/** The baseline without its multiplier. */
function baselineIn(given: ToDisperse, points: readonly Placed[]): number {
  if (given.baseline !== undefined) return given.baseline / given.multiplier;
  return baselineOf(points, given.statistic) ?? 0;
}

/** The variance of an area's value by chance about a baseline, both without a multiplier. */
export function chanceVariance(statistic: FunnelStatistic, baseline: number, base: number): number {
  return (statistic === 'proportion' ? baseline * (1 - baseline) : baseline) / base;
}

function adviceOn(phi: number, areas: number): Dispersion['advice'] {
  if (phi > mostPhi) return 'not-suitable';
  return phi > 1 + 2 * Math.sqrt(2 / areas) ? 'adjust' : 'as-drawn';
}

function winsorised(scores: readonly number[]): number[] {
  const [low, high] = [quantile(scores, drawnIn), quantile(scores, 1 - drawnIn)];
  if (!low.done || !high.done) return [...scores];
  return scores.map((score) => Math.min(high.value, Math.max(low.value, score)));
}

function betweenAreas(phi: number, variances: readonly number[]): number {
  const areas = variances.length;
  let [sum, squares] = [0, 0];
  for (const variance of variances) {
    sum += 1 / variance;
    squares += 1 / (variance * variance);
  }
  return Math.max(0, (areas * phi - (areas - 1)) / (sum - squares / sum));
}

function sumOfSquares(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each * each, 0);
}

/** P(χ² ≥ x), by halving the probability whose quantile x is. */
function probabilityAbove(chiSquared: number, degrees: number): number {
  if (chiSquared >= chiSquareQuantile(1 - smallestProbability, degrees)) return smallestProbability;
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (chiSquareQuantile(middle, degrees) > chiSquared) high = middle;
    else low = middle;
  }
  return Math.max(smallestProbability, 1 - (low + high) / 2);
}
