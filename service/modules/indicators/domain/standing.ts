import { comparePeriods, revisedWins, samePeriod } from './period.ts';
import type { Period } from './period.ts';
import type { Value } from './value.ts';

/** What a publisher's file says beside a value, in its own words; shown, never relied on. */
export type Remark = { readonly note?: string; readonly trend?: string; readonly comparison?: string };

/** One published value of a series. */
export type Point = {
  readonly period: Period;
  readonly value: Value;
  readonly count?: number;
  readonly denominator?: number;
  readonly lower95?: number;
  readonly upper95?: number;
  readonly lower998?: number;
  readonly upper998?: number;
  readonly remark?: Remark;
};

/** What one file says of a series; files are numbered in the order in which they were brought in. */
export type SeriesPart = { readonly batchKey: number; readonly points: readonly Point[] };

/**
 * The series as it stands: of several values of one period, the most settled one (revised over provisional, final over
 * revised, whatever the order of the files), and of equally settled ones that of the later file. In order of time.
 */
export function standing(parts: readonly SeriesPart[]): readonly Point[] {
  const chosen: Point[] = [];
  for (const { points } of parts.toSorted((a, b) => a.batchKey - b.batchKey))
    for (const point of points) {
      const at = chosen.findIndex((other) => samePeriod(other.period, point.period));
      const before = chosen[at];
      if (!before) chosen.push(point);
      else if (revisedWins(point.period, before.period)) chosen[at] = point;
    }
  return chosen.toSorted((a, b) => comparePeriods(a.period, b.period));
}

/** What bringing a series in would do to what can be seen now, counted in figures. */
export type Changes = {
  /** for a period that has no figure yet */
  fresh: number;
  /** another figure than the one that can be seen */
  revised: number;
  /** the figure that can be seen already */
  same: number;
  /** less settled than the figure that can be seen, which therefore stays */
  setAside: number;
};

export function noChanges(): Changes {
  return { fresh: 0, revised: 0, same: 0, setAside: 0 };
}

/** Counts what the new points would do to the standing ones. */
export function changesTo(before: readonly Point[], after: readonly Point[]): Changes {
  const changes = noChanges();
  for (const point of after) {
    const old = before.find((other) => samePeriod(other.period, point.period));
    if (!old) changes.fresh += 1;
    else if (sameValue(old.value, point.value)) changes.same += 1;
    else if (revisedWins(point.period, old.period)) changes.revised += 1;
    else changes.setAside += 1;
  }
  return changes;
}

function sameValue(a: Value, b: Value): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b;
  return a.status === b.status;
}
