import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { FrozenScorecard } from './frozen-scorecard.ts';

/** A kept scorecard, without what stands in it. */
export type Snapshot = {
  id: Id<'snapshot'>;
  areaCode: string;
  scope: string;
  /** whose it is, beside the area's: "Growing Group, of Bright Paths"; empty for the standard one */
  whose: string;
  /** "Quarter 2, 2026/27" */
  name: string;
  /** may be empty */
  note: string;
  takenOn: Day;
  /** kept by the calendar and by nobody */
  byItself: boolean;
  keptByName: string;
  superseded: Superseded | undefined;
};

/** That it should no longer be relied on. */
export type Superseded = {
  reason: string;
  /** what was kept in its place */
  by: Id<'snapshot'> | undefined;
  reading: Reading;
  on: Day;
  byName: string;
};

/** Who may still read a scorecard that was superseded. */
export const readings = ['everybody', 'keepers'] as const;
export type Reading = (typeof readings)[number];

export type WholeSnapshot = Snapshot & { document: FrozenScorecard };

/** What a scorecard is narrowed to. */
export type Scope = { strategy: string | undefined; owner: string | undefined };

/** The scope as it is kept: '' for the standard scorecard, else a strategy's slug, or slug/owner. */
export function scopeKey({ strategy, owner }: Scope): string {
  return strategy === undefined ? '' : owner === undefined ? strategy : `${strategy}/${owner}`;
}
