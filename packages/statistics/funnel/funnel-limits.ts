import { chiSquareQuantile } from '../distribution/chi-square-quantile.ts';
import { normalDeviate, tail } from '../intervals/confidence.ts';
import type { ConfidenceLevel, Limits } from '../intervals/confidence.ts';
import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { FunnelStatistic } from './funnel-point.ts';

/** The funnel's edges where the base is this large, per multiplier. */
export type FunnelEdges = { readonly base: number; readonly limits95: Limits; readonly limits998: Limits };

/** Why no lines are drawn. */
export type FunnelLimitsRefusal =
  | { readonly reason: 'multiplier-not-positive'; readonly multiplier: number }
  /** a proportion's lies between 0 and its multiplier, another's is above 0 */
  | { readonly reason: 'baseline-out-of-range'; readonly baseline: number }
  /** a base is not above 0 */
  | { readonly reason: 'base-not-positive'; readonly base: number }
  /** more events are expected than limits can be found for */
  | { readonly reason: 'too-many-expected'; readonly base: number };

/** The largest number of events for which limits are solved. */
const mostExpected = 1e9;

/**
 * The two lines on either side of a funnel, at any bases: what to draw it from.
 *
 * Formula, with the baseline θ without its multiplier and n the base:
 * - proportion: θ ∓ z√(θ(1 − θ)/n), no lower than 0 and no higher than 1;
 * - others, with E = θn events expected: the lower count ℓ solves ½χ²(1 − α/2; 2ℓ + 2) = E and is 0 where none does; the
 *   upper count u solves ½χ²(α/2; 2u) = E; both ÷ n. Solved by halving to 1e-11 of the count.
 * All times the multiplier.
 *
 * Units: base as `FunnelPoint` says, baseline and limits per multiplier. Errors: refusals as values.
 * Source: Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202. Upstream packages cut proportions at 100 whatever
 * the multiplier; here they end at the multiplier.
 * @example funnelLimits({ statistic: 'proportion', baseline: 80, bases: [100], multiplier: 100 }) // 95%: 72.16 to 87.84
 */
export function funnelLimits(given: {
  readonly statistic: FunnelStatistic;
  /** per multiplier */
  readonly baseline: number;
  readonly bases: readonly number[];
  readonly multiplier: number;
}): Result<readonly FunnelEdges[], FunnelLimitsRefusal> {
  const { statistic, baseline, bases, multiplier } = given;
  if (!(multiplier > 0) || !Number.isFinite(multiplier))
    return refuse({ reason: 'multiplier-not-positive', multiplier });
  const ratio = baseline / multiplier;
  const share = statistic === 'proportion';
  if (!(share ? ratio >= 0 && ratio <= 1 : ratio > 0 && ratio < Infinity))
    return refuse({ reason: 'baseline-out-of-range', baseline });
  const edges: FunnelEdges[] = [];
  for (const base of bases) {
    if (!(base > 0) || !Number.isFinite(base)) return refuse({ reason: 'base-not-positive', base });
    if (!share && ratio * base > mostExpected) return refuse({ reason: 'too-many-expected', base });
    const at = (level: ConfidenceLevel): Limits => {
      const { lower, upper } = share ? shareLimits(ratio, base, level) : countLimits(ratio * base, level);
      const unit = share ? multiplier : multiplier / base;
      return { lower: lower * unit, upper: upper * unit };
    };
    const edge = { base, limits95: at(0.95), limits998: at(0.998) };
    if (!Number.isFinite(edge.limits998.upper)) return refuse({ reason: 'baseline-out-of-range', baseline });
    edges.push(edge);
  }
  return done(edges);
}

function shareLimits(ratio: number, base: number, level: ConfidenceLevel): Limits {
  const half = normalDeviate(level) * Math.sqrt((ratio * (1 - ratio)) / base);
  return { lower: Math.max(0, ratio - half), upper: Math.min(1, ratio + half) };
}

/** The counts at which a number of events expected would be just significant. */
function countLimits(expected: number, level: ConfidenceLevel): Limits {
  const few = (count: number): number => chiSquareQuantile(1 - tail(level), 2 * count + 2) / 2;
  const many = (count: number): number => chiSquareQuantile(tail(level), 2 * count) / 2;
  const reach = 6 * Math.sqrt(expected) + 12;
  return {
    lower: few(0) >= expected ? 0 : solved(few, expected, { from: 0, to: expected }),
    upper: solved(many, expected, { from: 0, to: expected + reach }),
  };
}

/** Where a rising function reaches a height, by halving. */
function solved(
  rising: (count: number) => number,
  height: number,
  between: { from: number; to: number },
): number {
  let { from, to } = between;
  while (to - from > 1e-11 * to) {
    const middle = (from + to) / 2;
    if (middle === from || middle === to) break;
    if (middle > 0 && rising(middle) > height) to = middle;
    else from = middle;
  }
  return (from + to) / 2;
}

/** Where a count of events lies on each line: across, as a base; and up, per multiplier. */
export type EdgeOfEvents = { readonly base: number; readonly limit: number };

/** The four places of one count: on the lower lines (the count is few for that base) and the upper ones. */
export type EventEdges = {
  readonly events: number;
  readonly lower95: EdgeOfEvents;
  readonly upper95: EdgeOfEvents;
  readonly lower998: EdgeOfEvents;
  readonly upper998: EdgeOfEvents;
};

/**
 * The same lines for rates and ratios, as published tables give them: for each number of events, the base at which so few
 * or so many are just significant.
 *
 * Formula: lower lines at base ½χ²(1 − α/2; 2x + 2)/θ, upper lines at ½χ²(α/2; 2x)/θ; the limit is x over that base, times
 * the multiplier.
 * Units: base in people or person-years (of a ratio with baseline 1, events expected), limits per multiplier. Errors:
 * refused for a baseline that is not above 0 or too small or large to compute with, and for events that are not above 0 or
 * are more than a thousand million.
 * Source: as `funnelLimits`. Upstream finds these by trial to 5e-5; the closed form is exact.
 * @example funnelLimitsOfEvents({ baseline: 100, events: [1], multiplier: 100 }) // lower 95%: 5.5716 expected, 17.948
 */
export function funnelLimitsOfEvents(given: {
  /** per multiplier */
  readonly baseline: number;
  readonly events: readonly number[];
  readonly multiplier: number;
}): Result<
  readonly EventEdges[],
  | { readonly reason: 'multiplier-not-positive' | 'baseline-out-of-range' }
  | { readonly reason: 'events-out-of-range'; readonly events: number }
> {
  const { baseline, multiplier } = given;
  if (!(multiplier > 0) || !Number.isFinite(multiplier)) return refuse({ reason: 'multiplier-not-positive' });
  if (!(baseline > 0) || !Number.isFinite(baseline)) return refuse({ reason: 'baseline-out-of-range' });
  const wrong = given.events.find((events) => !(events > 0 && events <= mostExpected));
  if (wrong !== undefined) return refuse({ reason: 'events-out-of-range', events: wrong });
  const ratio = baseline / multiplier;
  const edges = given.events.map((events): EventEdges => {
    const edge = (expected: number): EdgeOfEvents => ({
      base: expected / ratio,
      limit: (events / expected) * baseline,
    });
    const few = (level: ConfidenceLevel) => edge(chiSquareQuantile(1 - tail(level), 2 * events + 2) / 2);
    const many = (level: ConfidenceLevel) => edge(chiSquareQuantile(tail(level), 2 * events) / 2);
    return {
      events,
      lower95: few(0.95),
      upper95: many(0.95),
      lower998: few(0.998),
      upper998: many(0.998),
    };
  });
  const finite = edges.every((each) =>
    [each.lower95, each.upper95, each.lower998, each.upper998].every(
      ({ base, limit }) => Number.isFinite(base) && Number.isFinite(limit),
    ),
  );
  return finite ? done(edges) : refuse({ reason: 'baseline-out-of-range' });
}
