import type { Sayable } from '../report/overruling.ts';
import type { FrozenFigure, FrozenPoint, FrozenRow, FrozenScorecard } from './frozen-scorecard.ts';

/** One thing that is otherwise than it was. */
export type Change =
  | { kind: 'measure-added' }
  | { kind: 'measure-gone' }
  | { kind: 'new-figure'; from: FrozenFigure | null; to: FrozenFigure }
  | { kind: 'revised'; period: string; from: string; to: string }
  | { kind: 'withdrawn'; from: FrozenFigure; to: FrozenFigure | null }
  | { kind: 'verdict' | 'trend'; from: Sayable; to: Sayable }
  | { kind: 'said'; from: readonly string[]; to: readonly string[] };

/** A measure of which something changed, as it stands in the later scorecard (in the earlier one where it is gone). */
export type ChangedMeasure = { row: FrozenRow; changes: readonly Change[] };

/**
 * What changed from one scorecard to another of the same area, in the order of the later one, what only has a newer figure
 * last; what stayed is left out.
 */
export function changesBetween(before: FrozenScorecard, after: FrozenScorecard): readonly ChangedMeasure[] {
  const [was, is] = [rowsById(before), rowsById(after)];
  const now = [...is].map(([id, row]): ChangedMeasure => {
    const old = was.get(id);
    return { row, changes: old ? changesOf(old, row) : [{ kind: 'measure-added' }] };
  });
  const gone = [...was]
    .filter(([id]) => !is.has(id))
    .map(([, row]): ChangedMeasure => ({ row, changes: [{ kind: 'measure-gone' }] }));
  const changed = [...now, ...gone].filter(({ changes }) => changes.length > 0);
  return changed.toSorted((a, b) => Number(isOnlyNews(a)) - Number(isOnlyNews(b)));
}

function isOnlyNews({ changes }: ChangedMeasure): boolean {
  return changes.every(({ kind }) => kind === 'new-figure');
}

/** How many measures stand in both. */
export function measuresInBoth(before: FrozenScorecard, after: FrozenScorecard): number {
  const was = rowsById(before);
  return [...rowsById(after).keys()].filter((id) => was.has(id)).length;
}

function rowsById({ groups }: FrozenScorecard): ReadonlyMap<string, FrozenRow> {
  return new Map(groups.flatMap(({ rows }) => rows).map((row) => [row.measure, row]));
}

function changesOf(was: FrozenRow, is: FrozenRow): readonly Change[] {
  return [
    ...figureChanges(was, is),
    ...revisions(was, is),
    ...moved('verdict', wordOf(was.comparison, 'not-compared'), wordOf(is.comparison, 'not-compared')),
    ...moved('trend', wordOf(was.trend, 'cannot-be-calculated'), wordOf(is.trend, 'cannot-be-calculated')),
    ...saidAnew(
      [...saidIn(was.comparison), ...saidIn(was.trend)],
      [...saidIn(is.comparison), ...saidIn(is.trend)],
    ),
  ];
}

function figureChanges({ latest: from }: FrozenRow, { latest: to }: FrozenRow): Change[] {
  if (to && (!from || to.end > from.end)) return [{ kind: 'new-figure', from, to }];
  const isGone = from && (!to || to.end < from.end || (from.amount !== null && to.amount === null));
  return isGone ? [{ kind: 'withdrawn', from, to }] : [];
}

/** Numbers of the same days that were changed since, wherever in the history they stand. */
function revisions(was: FrozenRow, is: FrozenRow): Change[] {
  return was.points.flatMap((point): Change[] => {
    const same = is.points.find((one) => isSameTime(one, point));
    if (!same || point.amount === null || same.amount === null || point.amount === same.amount) return [];
    const [from, to] = sayBoth(point.amount, same.amount, is.unit);
    return [{ kind: 'revised', period: point.period, from, to }];
  });
}

function isSameTime(one: FrozenPoint, other: FrozenPoint): boolean {
  return one.end === other.end && one.period === other.period;
}

/** With the decimals that are published; with all of them where only those differ. */
function sayBoth(from: number, to: number, { symbol, decimals }: FrozenRow['unit']): [string, string] {
  const say = (amount: number, most: number): string => {
    const said = amount.toLocaleString('en-GB', {
      minimumFractionDigits: Math.min(decimals, most),
      maximumFractionDigits: most,
    });
    return symbol === '%' ? `${said}%` : symbol === '£' ? `£${said}` : said;
  };
  const short: [string, string] = [say(from, decimals), say(to, decimals)];
  return short[0] === short[1] ? [say(from, 15), say(to, 15)] : short;
}

function wordOf(judged: FrozenRow['trend'], otherwise: Sayable): Sayable {
  return judged?.verdict ?? otherwise;
}

function moved(kind: 'verdict' | 'trend', from: Sayable, to: Sayable): Change[] {
  return from === to ? [] : [{ kind, from, to }];
}

function saidIn(judged: FrozenRow['trend']): readonly string[] {
  return judged?.said ?? [];
}

function saidAnew(from: readonly string[], to: readonly string[]): Change[] {
  return from.join('\n') === to.join('\n') ? [] : [{ kind: 'said', from, to }];
}
