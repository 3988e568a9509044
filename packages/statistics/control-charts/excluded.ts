import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';

/** A point that limits are not made of, and why: it stays on the chart. */
export type Excluded = {
  /** its place, counted from 0 */
  readonly at: number;
  readonly reason: string;
};

/** Why a point cannot be left out. */
export type ExcludedRefusal = {
  readonly reason: 'exclusion-misplaced' | 'exclusion-unexplained';
  readonly at: number;
};

/** The reason of each point that is left out. */
export function exclusionsOf(
  points: number,
  excluded: readonly Excluded[],
): Result<ReadonlyMap<number, string>, ExcludedRefusal> {
  for (const { at, reason } of excluded) {
    if (!Number.isInteger(at) || at < 0 || at >= points) return refuse({ reason: 'exclusion-misplaced', at });
    if (reason.trim() === '') return refuse({ reason: 'exclusion-unexplained', at });
  }
  return done(new Map(excluded.map(({ at, reason }) => [at, reason])));
}
