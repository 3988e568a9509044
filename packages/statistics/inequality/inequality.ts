import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { normalDeviate } from '../intervals/confidence.ts';
import type { ConfidenceLevel, Estimate, Limits } from '../intervals/confidence.ts';
import { ratioLimits, slopeLimits } from './closed-form.ts';
import { checkGroup, errorOf, offScale, onScale } from './group.ts';
import type { InequalityGroup, InequalityKind, InequalityRefusal } from './group.ts';
import { simulateLine, simulateValues, simulatedLimits } from './simulate.ts';
import type { Simulated, Simulation } from './simulate.ts';
import { fitLine, weightedLine } from './weighted-line.ts';
import type { FittedLine } from './weighted-line.ts';

/** How the limits of an index of inequality were made. */
export type InequalityMethod = 'weighted line, closed form' | 'weighted line, simulated';

/** An ordered whole, and how to measure the inequality in it. */
export type UnequalGroups = {
  /** in order, the most deprived first */
  readonly groups: readonly InequalityGroup[];
  readonly kind: InequalityKind;
  /** whether the line goes through the values, or through their logarithms (rate) or logits (proportion) */
  readonly fit: 'values' | 'transformed';
  /** 100 for percentage points; −1 or −100 where a high value is bad, so that worse off in the deprived is positive */
  readonly multiplier: number;
  /** given: all limits are simulated; not given: in closed form where there is one, else from seed 1, 100,000 times */
  readonly simulation?: Simulation | undefined;
};

/** Why there is no relative index though there is a slope. */
export type RelativeRefusal =
  /** the line touches or crosses zero, so one end is no multiple of the other */
  | { readonly reason: 'line-not-positive' }
  /** an end of the line is not surely above zero, so a ratio's limits have no end or no meaning */
  | { readonly reason: 'limits-unbounded' };

/** Both indices, and the two ends of the line that they compare. */
export type Inequality = {
  readonly slope: Estimate<InequalityMethod>;
  readonly relative: Result<Estimate<InequalityMethod>, RelativeRefusal>;
  /** the line at the most deprived end, in the unit of the values */
  readonly atMostDeprived: number;
  /** the line at the least deprived end */
  readonly atLeastDeprived: number;
  /** what the simulated limits came from */
  readonly simulation: Simulation | undefined;
};

const customary: Simulation = { seed: 1, repetitions: 100_000 };

/**
 * Slope and relative index of inequality: how much, and how many times, the measure differs between the two ends of a
 * whole that is in order of deprivation, taking account of every group between and of how many people are in each.
 *
 * Formula: a line by least squares, weighted by each group's share of all people, at the middle of its share; with its
 * intercept i and slope s (on the transformed scale f where so fitted, f = ln or logit):
 * slope index = s, or f⁻¹(i + s) − f⁻¹(i); times the multiplier. Relative index = (i + s)/i, or f⁻¹(i + s)/f⁻¹(i);
 * turned over where the multiplier is negative.
 * Limits: for plain values in closed form: s ∓ z√Σ(cᵢ seᵢ)², c being the line's coefficients, and Fieller's for the
 * ratio; the ratio of a line on logarithms is exp(s ∓ z se(s)). Otherwise the values (or the transformed line) are drawn
 * many times with their errors, and the limits leave α/2 of the results on either side; the same seed, the same limits.
 *
 * Shape: 5 to 100 groups. Units: the slope in the unit of the values times the multiplier; the ratio has none.
 * Errors: refusals as values for too few groups, an empty one, a rate of 0 or a proportion of 0 or 1, limits or errors
 * that cannot be. A line is assumed: look at the groups before you trust it.
 * Source: Low and Low (2004), Measuring the gap, Journal of Public Health 26, 388-395; Office for Health Improvement and
 * Disparities, technical guide to inequalities.
 * @example
 * const groups = [61, 64, 66, 70, 72].map((value) => ({ population: 200, value, standardError: 1 }));
 * inequality({ groups, kind: 'value', fit: 'values', multiplier: 1 })
 * // slope 14, 95% 10.901024838477209 to 17.098975161522826; relative 1.2348993288590606; the line from 59.6 to 73.6
 */
export function inequality(given: UnequalGroups): Result<Inequality, InequalityRefusal> {
  const refused = whyNot(given);
  if (refused) return refused;
  const { multiplier } = given;
  const model = modelOf(given);
  const simulated = model.closedSlope ? undefined : model.simulate();
  const slopeAt = (level: ConfidenceLevel): Limits =>
    simulated ? simulatedLimits(simulated.slopes, level) : slopeLimits(model.fitted, level);
  const slope: Estimate<InequalityMethod> = {
    value: model.slope * multiplier,
    limits95: times(slopeAt(0.95), multiplier),
    limits998: times(slopeAt(0.998), multiplier),
    method: simulated ? 'weighted line, simulated' : 'weighted line, closed form',
    multiplier,
  };
  if (!Number.isFinite(slope.limits998.upper - slope.limits998.lower))
    return refuse({ reason: 'not-finite', group: 0 });
  return done({
    slope,
    relative: relativeOf(model, simulated, multiplier < 0 ? 'turned' : 'as-is'),
    atMostDeprived: model.start,
    atLeastDeprived: model.end,
    simulation: simulated ? model.simulation : undefined,
  });
}

/**
 * The slope index alone: see `inequality` for formula, units, refusals and source.
 * @example
 * const groups = [61, 64, 66, 70, 72].map((value) => ({ population: 200, value, standardError: 1 }));
 * slopeIndex({ groups, kind: 'value', fit: 'values', multiplier: 1 }) // 14
 */
export function slopeIndex(given: UnequalGroups): Result<Estimate<InequalityMethod>, InequalityRefusal> {
  const made = inequality(given);
  return made.done ? done(made.value.slope) : made;
}

/**
 * The relative index alone: see `inequality` for formula, refusals and source. No unit.
 * @example
 * const groups = [61, 64, 66, 70, 72].map((value) => ({ population: 200, value, standardError: 1 }));
 * relativeIndex({ groups, kind: 'value', fit: 'values', multiplier: 1 }) // 1.2348993288590606
 */
export function relativeIndex(
  given: UnequalGroups,
): Result<Estimate<InequalityMethod>, InequalityRefusal | RelativeRefusal> {
  const made = inequality(given);
  return made.done ? made.value.relative : made;
}

type Model = {
  readonly fitted: FittedLine;
  readonly start: number;
  readonly end: number;
  readonly slope: number;
  readonly closedSlope: boolean;
  readonly closedRatio: 'fieller' | 'exponential' | undefined;
  readonly simulation: Simulation;
  readonly simulate: () => Simulated;
};

function modelOf({ groups, kind, fit, simulation: asked }: UnequalGroups): Model {
  const line = weightedLine(groups.map(({ population }) => population));
  const errors = groups.map((group) => errorOf(group, kind));
  const scaled = groups.map(({ value }) => onScale(value, kind));
  const asTheyAre = fit === 'values';
  const values = asTheyAre ? groups.map(({ value }) => value) : scaled;
  const fitted = fitLine(line, values, errors);
  const back = (number: number): number => (asTheyAre ? number : offScale(number, kind));
  const [start, end] = [back(fitted.intercept), back(fitted.intercept + fitted.slope)];
  const simulation = asked ?? customary;
  const closedSlope = kind === 'value' && asked === undefined;
  const onLogarithms = kind === 'rate' && !asTheyAre && asked === undefined;
  return {
    fitted,
    start,
    end,
    slope: asTheyAre ? fitted.slope : end - start,
    closedSlope,
    closedRatio: closedSlope ? 'fieller' : onLogarithms ? 'exponential' : undefined,
    simulation,
    simulate: () =>
      asTheyAre
        ? simulateValues({ line, kind, scaled, errors }, simulation)
        : simulateLine(fitted, kind, simulation),
  };
}

function relativeOf(
  model: Model,
  simulated: Simulated | undefined,
  way: 'as-is' | 'turned',
): Result<Estimate<InequalityMethod>, RelativeRefusal> {
  if (!(model.start > 0 && model.end > 0)) return refuse({ reason: 'line-not-positive' });
  const limitsAt = (level: ConfidenceLevel): Limits | undefined => {
    if (model.closedRatio === 'fieller') return ratioLimits(model.fitted, level);
    if (model.closedRatio === 'exponential') return exponential(model.fitted, level);
    return simulated && simulatedLimits(simulated.ratios, level);
  };
  const [limits95, limits998] = [limitsAt(0.95), limitsAt(0.998)];
  const usable = [limits95?.lower, limits95?.upper, limits998?.lower, limits998?.upper].every(
    (limit) => limit !== undefined && Number.isFinite(limit) && limit > 0,
  );
  if (!limits95 || !limits998 || !usable) return refuse({ reason: 'limits-unbounded' });
  const ratio = model.end / model.start;
  const turned = way === 'turned';
  return done({
    value: turned ? 1 / ratio : ratio,
    limits95: turned ? over(limits95) : limits95,
    limits998: turned ? over(limits998) : limits998,
    method: model.closedRatio ? 'weighted line, closed form' : 'weighted line, simulated',
    multiplier: 1,
  });
}

function exponential(line: FittedLine, level: ConfidenceLevel): Limits {
  const reach = normalDeviate(level) * Math.sqrt(line.varianceOfSlope);
  return { lower: Math.exp(line.slope - reach), upper: Math.exp(line.slope + reach) };
}

function times({ lower, upper }: Limits, multiplier: number): Limits {
  const [one, other] = [lower * multiplier, upper * multiplier];
  return multiplier < 0 ? { lower: other, upper: one } : { lower: one, upper: other };
}

function over({ lower, upper }: Limits): Limits {
  return { lower: 1 / upper, upper: 1 / lower };
}

function whyNot(
  given: UnequalGroups,
): { readonly done: false; readonly refusal: InequalityRefusal } | undefined {
  const { groups, kind, fit, multiplier, simulation = customary } = given;
  if (!Number.isFinite(multiplier) || multiplier === 0) return refuse({ reason: 'multiplier-zero' });
  if (kind === 'value' && fit === 'transformed') return refuse({ reason: 'nothing-to-transform' });
  if (groups.length < 5 || groups.length > 100)
    return refuse({ reason: 'not-5-to-100-groups', groups: groups.length });
  const { seed, repetitions } = simulation;
  const whole = Number.isSafeInteger(seed) && Number.isSafeInteger(repetitions);
  if (!whole || repetitions < 1000 || repetitions > 10_000_000)
    return refuse({ reason: 'simulation-not-usable' });
  for (const [place, group] of groups.entries()) {
    const refused = checkGroup(group, kind, place);
    if (refused) return refused;
  }
  return undefined;
}
