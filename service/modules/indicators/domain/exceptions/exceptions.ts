import type { Change, ChangedMeasure } from '../snapshots/changes.ts';
import { sayChange } from '../snapshots/say-change.ts';
import type { ScorecardRow } from '../scorecard/row.ts';
import type { Scorecard } from '../scorecard/scorecard.ts';
import { sayTrend } from '../scorecard/trend.ts';
import { sayOverruling } from '../report/say-overruling.ts';
import type { Overruling } from '../report/overruling.ts';
import { sayFresh, type Freshness } from './freshness.ts';
import { farBeyondChance, saySureness, surenessOf } from './sureness.ts';

/** Why a measure needs attention, the surest kind first. */
export const exceptionKinds = ['worse', 'better', 'changed', 'overruled', 'break', 'late'] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

export type ExceptionReason = { kind: ExceptionKind; words: string };

/** One measure that needs attention, and all the reasons for it; it stands under the first. */
export type ExceptionRow = {
  row: ScorecardRow;
  reasons: readonly [ExceptionReason, ...ExceptionReason[]];
  /** standard errors from England; undefined where nothing was compared */
  sureness: number | undefined;
};

/** What is known of a scorecard beside its figures. */
export type Around = {
  /** what changed since the scorecard that was kept last; undefined where none was */
  since: readonly ChangedMeasure[] | undefined;
  freshness: ReadonlyMap<string, Freshness>;
};

/**
 * The measures that need attention: better or worse than England beyond chance with a trend that is beyond chance too, or so far
 * from England that it needs no trend; moved, revised or withdrawn since the last scorecard that was kept; overruled; cut
 * off from the figures before; late. The surest first. A measure stands once, however many topics it is in.
 */
export function exceptionsIn(scorecard: Scorecard, around: Around): readonly ExceptionRow[] {
  const rows = new Map(
    scorecard.groups.flatMap((group) => group.rows).map((row) => [row.definition.id, row]),
  );
  const changed = new Map((around.since ?? []).map(({ row, changes }) => [row.measure, changes]));
  return [...rows.values()]
    .flatMap((row): ExceptionRow[] => {
      const found = reasonsOf(row, { ...around, changes: changed.get(row.definition.id) ?? [] });
      const [first, ...others] = found;
      return first ? [{ row, reasons: [first, ...others], sureness: surenessOf(row) }] : [];
    })
    .toSorted(bySureness);
}

function bySureness(a: ExceptionRow, b: ExceptionRow): number {
  const rank = ({ reasons: [first] }: ExceptionRow): number => exceptionKinds.indexOf(first.kind);
  return rank(a) - rank(b) || (b.sureness ?? 0) - (a.sureness ?? 0);
}

function reasonsOf(
  row: ScorecardRow,
  { changes, freshness }: Around & { changes: readonly Change[] },
): readonly ExceptionReason[] {
  const fresh = freshness.get(row.definition.id);
  const reasons: ExceptionReason[] = [
    ...beyondChance(row),
    ...changes.filter(({ kind }) => needsEyes.has(kind)).map(changeReason),
    ...overrulings(row).map((one): ExceptionReason => ({ kind: 'overruled', words: sayOverruling(one) })),
    ...breaks(row),
    ...(fresh?.late ? [{ kind: 'late' as const, words: sayFresh(fresh) }] : []),
  ];
  return reasons;
}

/** That a newer figure came is news and no exception; what it did to a verdict is. */
const needsEyes: ReadonlySet<Change['kind']> = new Set(['verdict', 'trend', 'revised', 'withdrawn']);

function changeReason(change: Change): ExceptionReason {
  return { kind: 'changed', words: sayChange(change) };
}

function overrulings({ comparison, trend }: ScorecardRow): readonly Overruling[] {
  return [...(comparison?.overruled.standing ?? []), ...(trend?.overruled.standing ?? [])];
}

function beyondChance(row: ScorecardRow): ExceptionReason[] {
  const { comparison, trend } = row;
  const sureness = surenessOf(row);
  if (!comparison?.compared || sureness === undefined) return [];
  const { verdict } = comparison;
  if (verdict !== 'better' && verdict !== 'worse') return [];
  const moves = trend && !('reason' in trend.came) && trend.came.verdict !== 'no-significant-change';
  if (!moves && sureness < farBeyondChance) return [];
  const than = `${verdict === 'worse' ? 'Worse' : 'Better'} than England: ${saySureness(sureness)}.`;
  return [{ kind: verdict, words: moves ? `${than} ${sayTrend(trend)}.` : than }];
}

/** The latest figure cannot be joined to the one before it. */
function breaks({ points, latest }: ScorecardRow): ExceptionReason[] {
  const last = points.at(-1);
  if (!latest || !last || points.length < 2 || last.joinsPrevious) return [];
  const why = last.breakReason ? `: ${last.breakReason}` : '';
  return [
    { kind: 'break', words: `The figure for ${last.period} cannot be read beside earlier ones${why}.` },
  ];
}
