import { quantile } from '../position/quantile.ts';
import type { Polarity } from '../comparison/polarity.ts';
import type { Limits } from '../intervals/confidence.ts';

/**
 * What a partnership, or a publisher, aims at. All numbers in the unit of the measure.
 * - `single-value`: at the goal or on its good side;
 * - `single-value-by-limits`: the same, asked of the area's 95% limits, so that chance counts;
 * - `range`: two numbers with amber between;
 * - `percentile-range`: the same, the two numbers being percentiles (0 to 100) of areas of one kind;
 * - `england-year-before`: what England had the year before.
 */
export type Target =
  | { readonly kind: 'single-value'; readonly goal: number }
  | { readonly kind: 'single-value-by-limits'; readonly goal: number }
  | { readonly kind: 'range'; readonly lower: number; readonly upper: number }
  | {
      readonly kind: 'percentile-range';
      readonly lower: number;
      readonly upper: number;
      readonly areas: readonly (number | undefined)[];
    }
  | { readonly kind: 'england-year-before'; readonly england: number | undefined };

/** What to hold against a target. */
export type ToTarget = {
  readonly target: Target;
  readonly polarity: Polarity;
  readonly value: number | undefined;
  /** asked for by `single-value-by-limits` alone */
  readonly limits95?: Limits | undefined;
};

/** Why a target says nothing. */
export type NoTargetReason =
  | 'no-value'
  | 'no-interval'
  | 'limits-not-in-order'
  /** a target needs a good side: the measure has no judgement, or is not to be compared */
  | 'no-judgement'
  /** the target's own numbers are missing, not finite, not percentiles, or the lower lies above the upper */
  | 'no-target'
  /** fewer than four areas to take percentiles of */
  | 'too-few-areas';

/** How a value stands against a target: met, near it (amber: between two numbers, or not sure), or missed. */
export type TargetVerdict = 'met' | 'near' | 'missed';

/** The verdict, with the numbers that the value was held against; or why there is none. */
export type AgainstTarget =
  | { readonly verdict: TargetVerdict; readonly lower: number; readonly upper: number }
  | { readonly verdict: 'not-compared'; readonly reason: NoTargetReason };

/**
 * Holds a value against a target.
 *
 * Rule, with a goal T (for the two ranges, T₁ below T₂):
 * - one value: met where x ≤ T (low is good) or x ≥ T (high is good), otherwise missed;
 * - by limits: L ≥ T is above and U < T below, which are met and missed by polarity; between them, near;
 * - ranges: x < T₁ is below and x ≥ T₂ above, met and missed by polarity; T₁ ≤ x < T₂ is near. Percentiles are
 *   quantiles of type 7;
 * - England's year before: as one value.
 *
 * Units: of the measure. Errors: never thrown; `not-compared` with its reason.
 * Source: Fingertips (Office for Health Improvement and Disparities), goals. It gives England's year before without
 * regard to polarity, so that a fall in harm would be a missed goal; here polarity counts everywhere.
 * @example againstTarget({ target: { kind: 'range', lower: 1, upper: 2 }, polarity: 'high-is-good', value: 1.5 }) // near
 */
export function againstTarget(given: ToTarget): AgainstTarget {
  const { target, polarity } = given;
  if (polarity === 'no-judgement' || polarity === 'not-applicable') return not('no-judgement');
  if (target.kind === 'single-value-by-limits') return byLimits(given, target.goal);
  if (given.value === undefined || !Number.isFinite(given.value)) return not('no-value');
  const goal = goalOf(target);
  if (goal === undefined)
    return not(target.kind === 'percentile-range' ? whyNoPercentile(target) : 'no-target');
  if (target.kind === 'single-value' || target.kind === 'england-year-before') {
    const reached = polarity === 'low-is-good' ? given.value <= goal.lower : given.value >= goal.lower;
    return { verdict: reached ? 'met' : 'missed', ...goal };
  }
  if (given.value >= goal.lower && given.value < goal.upper) return { verdict: 'near', ...goal };
  return { verdict: sideMet(given.value >= goal.upper, polarity), ...goal };
}

function byLimits({ limits95, polarity }: ToTarget, goal: number): AgainstTarget {
  if (!Number.isFinite(goal)) return not('no-target');
  if (!limits95) return not('no-interval');
  const { lower, upper } = limits95;
  if (!Number.isFinite(lower) || !Number.isFinite(upper) || lower > upper) return not('limits-not-in-order');
  const ends = { lower: goal, upper: goal };
  if (lower >= goal) return { verdict: sideMet(true, polarity), ...ends };
  return { verdict: upper < goal ? sideMet(false, polarity) : 'near', ...ends };
}

function sideMet(above: boolean, polarity: Polarity): 'met' | 'missed' {
  return above === (polarity === 'high-is-good') ? 'met' : 'missed';
}

/** The two numbers of a target, the same twice where it has one. */
function goalOf(target: Exclude<Target, { kind: 'single-value-by-limits' }>): Limits | undefined {
  const [lower, upper] = endsOf(target);
  if (lower === undefined || upper === undefined) return undefined;
  return Number.isFinite(lower) && Number.isFinite(upper) && lower <= upper ? { lower, upper } : undefined;
}

function endsOf(
  target: Exclude<Target, { kind: 'single-value-by-limits' }>,
): readonly [number | undefined, number | undefined] {
  switch (target.kind) {
    case 'single-value':
      return [target.goal, target.goal];
    case 'england-year-before':
      return [target.england, target.england];
    case 'range':
      return [target.lower, target.upper];
    case 'percentile-range':
      return [percentile(target.areas, target.lower), percentile(target.areas, target.upper)];
  }
}

function percentile(areas: readonly (number | undefined)[], percent: number): number | undefined {
  const known = knownOf(areas);
  const found = known.length < fewest ? undefined : quantile(known, percent / 100);
  return found?.done ? found.value : undefined;
}

function whyNoPercentile({ areas }: Extract<Target, { kind: 'percentile-range' }>): NoTargetReason {
  return knownOf(areas).length < fewest ? 'too-few-areas' : 'no-target';
}

const fewest = 4;

function knownOf(areas: readonly (number | undefined)[]): number[] {
  return areas.filter((value): value is number => value !== undefined && Number.isFinite(value));
}

function not(reason: NoTargetReason): AgainstTarget {
  return { verdict: 'not-compared', reason };
}
