import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';

/**
 * Where somebody decided that a process had changed, and limits begin anew. Limits never change by themselves: each
 * change has a day, a reason and a person, and goes with the result.
 */
export type Rebase = {
  /** the place of the first point of the new part, counted from 0 */
  readonly at: number;
  /** the day of the decision, or of the change: it is carried, not read */
  readonly on: string;
  readonly reason: string;
  /** who decided */
  readonly by: string;
};

/** A stretch of a series with limits of its own: from the place of its first point to the one after its last. */
export type Part = { readonly from: number; readonly to: number; readonly rebase: Rebase | undefined };

/** Why a series cannot be cut where it was asked to be. */
export type RebaseRefusal =
  /** a place outside the series, before the one before it, or not a whole number */
  | { readonly reason: 'rebase-misplaced'; readonly at: number }
  /** a change of limits without a day, a reason or a person */
  | { readonly reason: 'rebase-unexplained'; readonly at: number };

/** The parts of a series of this many points. */
export function partsOf(points: number, rebases: readonly Rebase[]): Result<readonly Part[], RebaseRefusal> {
  let before = 0;
  for (const { at, on, reason, by } of rebases) {
    if (!Number.isInteger(at) || at <= before || at >= points)
      return refuse({ reason: 'rebase-misplaced', at });
    if ([on, reason, by].some((words) => words.trim() === ''))
      return refuse({ reason: 'rebase-unexplained', at });
    before = at;
  }
  const starts: readonly (Rebase | undefined)[] = [undefined, ...rebases];
  return done(
    starts.map((rebase, index) => ({
      from: rebase?.at ?? 0,
      to: rebases[index]?.at ?? points,
      rebase,
    })),
  );
}
