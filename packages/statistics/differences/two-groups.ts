import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Estimate, Limits } from '../intervals/confidence.ts';
import type { CountRefusal } from '../intervals/count.ts';
import { proportion } from '../intervals/proportion.ts';
import type { ProportionRefusal } from '../intervals/proportion.ts';
import { crudeRate } from '../intervals/rate.ts';
import type { Located } from './mover.ts';

/** A group: how many were counted, out of how many. */
export type Counted = { readonly count: number; readonly base: number };

/** Two groups that share nobody, and what their numbers are multiplied by. */
export type TwoGroups = {
  readonly first: Counted;
  readonly second: Counted;
  /** of a difference: 100 for percentage points. A ratio has no unit and takes no notice of it */
  readonly multiplier: number;
};

/** Why two groups cannot be put beside each other: which one, and its own reason. */
export type GroupRefusal<Refusal> = {
  readonly reason: 'group-not-usable';
  readonly which: 'first' | 'second';
  readonly refusal: Refusal;
};

/** Why there is no ratio. */
export type RatioRefusal =
  /** nobody was counted in the second group, and nothing is a multiple of nothing */
  { readonly reason: 'second-is-zero' };

type Pair<Refusal> = Result<
  { readonly first: Estimate<string>; readonly second: Estimate<string> },
  GroupRefusal<Refusal>
>;

/** Both groups' proportions with their Wilson limits, from 0 to 1. */
export function proportionsOf(first: Counted, second: Counted, multiplier: number): Pair<ProportionRefusal> {
  return both(proportion({ ...first, multiplier }), proportion({ ...second, multiplier }));
}

/** Both groups' rates with their Poisson limits. */
export function ratesOf(first: Counted, second: Counted, multiplier: number): Pair<CountRefusal> {
  return both(crudeRate({ ...first, multiplier }), crudeRate({ ...second, multiplier }));
}

/** An estimate's value with its limits at one level. */
export function located(estimate: Estimate<string>, level: 'limits95' | 'limits998'): Located {
  return { value: estimate.value, limits: estimate[level] };
}

/** A value of two estimates, with limits at both levels by one way of making them. */
export function combined<Method extends string>(of: {
  readonly value: number;
  readonly limitsAt: (level: 'limits95' | 'limits998') => Limits;
  readonly method: Method;
  readonly multiplier: number;
}): Estimate<Method> {
  const { value, limitsAt, method, multiplier } = of;
  return {
    value,
    limits95: limitsAt('limits95'),
    limits998: limitsAt('limits998'),
    method,
    multiplier,
  };
}

function both<Refusal extends { readonly reason: string }>(
  first: Result<Estimate<string>, Refusal>,
  second: Result<Estimate<string>, Refusal>,
): Pair<Refusal> {
  if (!first.done) return refuse({ reason: 'group-not-usable', which: 'first', refusal: first.refusal });
  if (!second.done) return refuse({ reason: 'group-not-usable', which: 'second', refusal: second.refusal });
  return done({ first: first.value, second: second.value });
}
