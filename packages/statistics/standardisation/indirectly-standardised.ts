import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { exactSum } from '../means/exact-sum.ts';
import type { ConfidenceLevel, Estimate, Limits } from '../intervals/confidence.ts';
import { poissonLimits, poissonMethod } from '../intervals/poisson-limits.ts';
import type { RateMethod } from '../intervals/poisson-limits.ts';

/** One age band (or other class) of an area beside the reference's own events and people. */
export type ReferenceBand = {
  /** people of the area: 0 or missing where there are none */
  readonly base: number | undefined;
  /** events in the reference population: 0 or missing where there are none */
  readonly referenceCount: number | undefined;
  /** people in the reference population: more than 0 */
  readonly referenceBase: number;
};

/** What was observed in an area, and what to expect it from. */
export type ToStandardise = {
  readonly observed: number;
  readonly bands: readonly ReferenceBand[];
  readonly multiplier: number;
};

/** A standardised ratio or rate with the events seen, and the events that the reference's rates lead to expect. */
export type IndirectEstimate = Estimate<RateMethod> & {
  readonly observed: number;
  readonly expected: number;
};

/** Why there is none. `band` is the place in the list, from 0. */
export type IndirectRefusal =
  | { readonly reason: 'no-bands' }
  | { readonly reason: 'not-finite' }
  | { readonly reason: 'observed-negative'; readonly observed: number }
  | { readonly reason: 'number-negative'; readonly band: number }
  /** nobody in the reference, so it has no rate */
  | { readonly reason: 'reference-not-positive'; readonly band: number }
  /** with nothing expected, what was observed cannot be put beside it */
  | { readonly reason: 'nothing-expected' }
  | { readonly reason: 'multiplier-not-positive'; readonly multiplier: number };

/**
 * How many events there were for each that the reference's rates lead to expect: above 1 (or 100), more.
 *
 * Formula, with n people of the area in a band and x of N in the reference: E = Σ n x/N; ratio O/E; limits those of O
 * (exact below ten, Byar's from ten on) over E; all times the multiplier.
 * Two areas' ratios cannot be compared with each other where their ages differ, only each with the reference.
 *
 * Units: `observed` in events; multiplier 1 or 100. Errors: refusals as values for negative or non-finite numbers, an
 * empty reference band, and nothing expected.
 * Source: Breslow and Day (1987), Statistical methods in cancer research II, 65-72.
 * @example
 * indirectlyStandardisedRatio({ observed: 12, multiplier: 100, bands: [
 *   { base: 400, referenceCount: 10, referenceBase: 1000 }, { base: 600, referenceCount: 5, referenceBase: 500 },
 * ] }) // expected 10, ratio 120, 95% 61.93509843079028 to 209.62858053616696
 */
export function indirectlyStandardisedRatio(given: ToStandardise): Result<IndirectEstimate, IndirectRefusal> {
  const refused = whyNot(given);
  return refused ?? scaled(given, expectedOf(given.bands), given.multiplier);
}

/**
 * The rate that an area's ratio stands for: the reference's crude rate, times observed over expected.
 *
 * Formula: O/E · Σx/ΣN, limits of O scaled in the same way; all times the multiplier.
 * Units: per multiplier. Errors and source: as `indirectlyStandardisedRatio`.
 * @example
 * indirectlyStandardisedRate({ observed: 12, multiplier: 1000, bands: [
 *   { base: 400, referenceCount: 10, referenceBase: 1000 }, { base: 600, referenceCount: 5, referenceBase: 500 },
 * ] }) // 12 per 1,000, where the reference has 10
 */
export function indirectlyStandardisedRate(given: ToStandardise): Result<IndirectEstimate, IndirectRefusal> {
  const refused = whyNot(given);
  if (refused) return refused;
  const reference =
    exactSum(given.bands.map((band) => band.referenceCount ?? 0)) /
    exactSum(given.bands.map((band) => band.referenceBase));
  return scaled(given, expectedOf(given.bands), reference * given.multiplier);
}

function expectedOf(bands: readonly ReferenceBand[]): number {
  return exactSum(
    bands.map(({ base = 0, referenceCount = 0, referenceBase }) => (referenceCount / referenceBase) * base),
  );
}

function scaled(
  { observed, multiplier }: ToStandardise,
  expected: number,
  scale: number,
): Result<IndirectEstimate, IndirectRefusal> {
  if (expected === 0) return refuse({ reason: 'nothing-expected' });
  const perEvent = (number: number): number => (number / expected) * scale;
  const limitsAt = (level: ConfidenceLevel): Limits => {
    const { lower, upper } = poissonLimits(observed, level);
    return { lower: perEvent(lower), upper: perEvent(upper) };
  };
  const limits998 = limitsAt(0.998);
  if (!Number.isFinite(limits998.upper)) return refuse({ reason: 'not-finite' });
  const method = poissonMethod(observed);
  const value = perEvent(observed);
  return done({ value, limits95: limitsAt(0.95), limits998, method, multiplier, observed, expected });
}

function whyNot({
  observed,
  bands,
  multiplier,
}: ToStandardise): { readonly done: false; readonly refusal: IndirectRefusal } | undefined {
  if (!(multiplier > 0 && Number.isFinite(multiplier)))
    return refuse({ reason: 'multiplier-not-positive', multiplier });
  if (!Number.isFinite(observed)) return refuse({ reason: 'not-finite' });
  if (observed < 0) return refuse({ reason: 'observed-negative', observed });
  if (bands.length === 0) return refuse({ reason: 'no-bands' });
  for (const [band, { base = 0, referenceCount = 0, referenceBase }] of bands.entries()) {
    if (![base, referenceCount, referenceBase].every(Number.isFinite))
      return refuse({ reason: 'not-finite' });
    if (base < 0 || referenceCount < 0) return refuse({ reason: 'number-negative', band });
    if (referenceBase <= 0) return refuse({ reason: 'reference-not-positive', band });
  }
  return undefined;
}
