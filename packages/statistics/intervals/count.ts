import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';

/** A count of people or events, what it is out of, and what their ratio is multiplied by. */
export type CountAndBase = {
  /** how many were counted: not negative */
  readonly count: number;
  /** people, or person-years, at risk: more than 0 */
  readonly base: number;
  /** 1, 100, 1,000, 10,000 or 100,000: always said, never assumed */
  readonly multiplier: number;
};

/** Why no ratio can be made of a count and a base. */
export type CountRefusal =
  /** a number is NaN or infinite */
  | { readonly reason: 'not-finite'; readonly which: 'count' | 'base' | 'multiplier' }
  | { readonly reason: 'count-negative'; readonly count: number }
  /** nothing to divide by */
  | { readonly reason: 'base-not-positive'; readonly base: number }
  | { readonly reason: 'multiplier-not-positive'; readonly multiplier: number };

/** Whether a ratio can be made of these: the same three numbers, or the first reason why not. */
export function checkCount(given: CountAndBase): Result<CountAndBase, CountRefusal> {
  for (const which of ['count', 'base', 'multiplier'] as const) {
    if (!Number.isFinite(given[which])) return refuse({ reason: 'not-finite', which });
  }
  const { count, base, multiplier } = given;
  if (count < 0) return refuse({ reason: 'count-negative', count });
  if (base <= 0) return refuse({ reason: 'base-not-positive', base });
  if (multiplier <= 0) return refuse({ reason: 'multiplier-not-positive', multiplier });
  return done(given);
}
