import { refuse } from '../result.ts';
import { normalDeviate } from '../intervals/confidence.ts';
import type { Limits } from '../intervals/confidence.ts';

/** What sort of number a group's value is: it decides the scale on which its error is even. */
export type InequalityKind =
  /** anything with errors even on its own scale: a mean, years of life */
  | 'value'
  /** above 0; its error is even on the logarithm */
  | 'rate'
  /** between 0 and 1; its error is even on the logit */
  | 'proportion';

/** One group of an ordered whole: a decile of deprivation. */
export type InequalityGroup = {
  /** people in it */
  readonly population: number;
  readonly value: number;
} & (
  | {
      /** on the scale of the kind: of the value itself, of its logarithm (rate) or of its logit (proportion) */
      readonly standardError: number;
    }
  | { readonly limits95: Limits }
);

/** Why there is no index of inequality. `group` is the place in the list, from 0. */
export type InequalityRefusal =
  /** a line through fewer than five groups says little, and more than a hundred are not groups */
  | { readonly reason: 'not-5-to-100-groups'; readonly groups: number }
  | { readonly reason: 'not-finite'; readonly group: number }
  | { readonly reason: 'population-not-positive'; readonly group: number }
  /** a rate of 0, or a proportion of 0 or 1, has no logarithm or logit, and so no error that can be used */
  | { readonly reason: 'value-at-bound'; readonly group: number }
  | { readonly reason: 'limits-at-bound'; readonly group: number }
  | { readonly reason: 'limits-not-in-order'; readonly group: number }
  | { readonly reason: 'standard-error-negative'; readonly group: number }
  | { readonly reason: 'multiplier-zero' }
  /** a plain value is fitted as it is */
  | { readonly reason: 'nothing-to-transform' }
  /** from 1,000 to 10,000,000, and a whole seed */
  | { readonly reason: 'simulation-not-usable' };

type Refused = { readonly done: false; readonly refusal: InequalityRefusal };

/** A value on the scale where its error is even. */
export function onScale(value: number, kind: InequalityKind): number {
  if (kind === 'value') return value;
  return kind === 'rate' ? Math.log(value) : Math.log(value / (1 - value));
}

/** Back from that scale. */
export function offScale(scaled: number, kind: InequalityKind): number {
  if (kind === 'value') return scaled;
  return kind === 'rate' ? Math.exp(scaled) : 1 / (1 + Math.exp(-scaled));
}

/** A group's standard error on the scale of its kind: as given, or the width of its 95% limits there over 2z. */
export function errorOf(group: InequalityGroup, kind: InequalityKind): number {
  if ('standardError' in group) return group.standardError;
  const { lower, upper } = group.limits95;
  return (onScale(upper, kind) - onScale(lower, kind)) / (2 * normalDeviate(0.95));
}

/** The first thing of a group that cannot be used. */
export function checkGroup(group: InequalityGroup, kind: InequalityKind, place: number): Refused | undefined {
  const limits = 'limits95' in group ? [group.limits95.lower, group.limits95.upper] : [];
  const error = 'standardError' in group ? group.standardError : 0;
  if (![group.population, group.value, error, ...limits].every(Number.isFinite))
    return refuse({ reason: 'not-finite', group: place });
  if (group.population <= 0) return refuse({ reason: 'population-not-positive', group: place });
  if (!withinBounds(group.value, kind)) return refuse({ reason: 'value-at-bound', group: place });
  if (!limits.every((limit) => withinBounds(limit, kind)))
    return refuse({ reason: 'limits-at-bound', group: place });
  if ('limits95' in group && group.limits95.lower > group.limits95.upper)
    return refuse({ reason: 'limits-not-in-order', group: place });
  return error < 0 ? refuse({ reason: 'standard-error-negative', group: place }) : undefined;
}

function withinBounds(value: number, kind: InequalityKind): boolean {
  return kind === 'value' || (value > 0 && (kind === 'rate' || value < 1));
}
