import { reasonByte } from './verdict.ts';

/** How many points a trend is of: the last ones that have what its method needs. */
export const pointsUsed = 5;

/** What weighs the points: their 95% limits (rates, means, any value), or counts out of a base (proportions). */
export type TrendMethod = 'limits' | 'counts';

/**
 * The points of many series, laid end to end. Days are counted from 1 January 1970 (`dayNumber`); a number that is
 * missing is NaN. `breaks` says what changed between a point and the one before it: 0 nothing, 1 the measure's
 * definition, 2 the area.
 */
export type TrendTable = {
  readonly firstDays: ArrayLike<number>;
  readonly lastDays: ArrayLike<number>;
  readonly breaks?: ArrayLike<number> | undefined;
  /** asked for by limits */
  readonly values?: ArrayLike<number> | undefined;
  readonly lowers?: ArrayLike<number> | undefined;
  readonly uppers?: ArrayLike<number> | undefined;
  /** asked for by counts; beside limits, they tell whether everybody is counted */
  readonly counts?: ArrayLike<number> | undefined;
  readonly bases?: ArrayLike<number> | undefined;
};

/** The same in one sort of array, so that reading it is quick. */
export type TrendColumnsRead = { readonly [Column in keyof TrendTable]: Float64Array | undefined };

/** Reads a table's columns as one sort of array; those that are of that sort already are not copied. */
export function readColumns(table: TrendTable): TrendColumnsRead {
  return {
    firstDays: asFloats(table.firstDays),
    lastDays: asFloats(table.lastDays),
    breaks: asFloats(table.breaks),
    values: asFloats(table.values),
    lowers: asFloats(table.lowers),
    uppers: asFloats(table.uppers),
    counts: asFloats(table.counts),
    bases: asFloats(table.bases),
  };
}

function asFloats(column: ArrayLike<number> | undefined): Float64Array | undefined {
  return column === undefined || column instanceof Float64Array ? column : Float64Array.from(column);
}

/** The place of one series in a table: from, and to but not including. */
export type Stretch = { readonly from: number; readonly to: number };

/** Where the five points of one series lie, and what was met on the way to them. Used again for every series. */
export type Chosen = { readonly rows: Int32Array; full: boolean };

/** Chooses the last five usable points since the last break; 0, or the byte of why there are not five. */
export function choosePoints(
  table: TrendColumnsRead,
  stretch: Stretch,
  of: { readonly method: TrendMethod; readonly chosen: Chosen },
): number {
  const { method, chosen } = of;
  const { rows } = chosen;
  const start = lastBreak(table, stretch);
  let found = 0;
  let valued = 0;
  chosen.full = false;
  for (let row = stretch.to - 1; row >= start; row -= 1) {
    if (Number.isFinite(at(table.values, row))) valued += 1;
    if (!usable(table, row, method)) continue;
    if (found < pointsUsed) rows[pointsUsed - 1 - found] = row;
    if (at(table.bases, row) > 0 && at(table.counts, row) === at(table.bases, row)) chosen.full = true;
    found += 1;
  }
  if (!periodsTold(table, stretch)) return reasonByte('not-a-period');
  if (found >= pointsUsed) return periodsApart(table, rows);
  for (let row = start - 1; row >= stretch.from; row -= 1) if (usable(table, row, method)) found += 1;
  if (found >= pointsUsed)
    return reasonByte(at(table.breaks, start) === 2 ? 'area-change' : 'definition-break');
  return reasonByte(method === 'limits' && valued >= pointsUsed ? 'missing-interval' : 'too-few-points');
}

/** A number of a column, NaN where the column is not there. */
export function at(column: Float64Array | undefined, row: number): number {
  return column?.[row] ?? Number.NaN;
}

/** The first point after the last break; the first of all where there is none. */
function lastBreak(table: TrendColumnsRead, { from, to }: Stretch): number {
  for (let row = to - 1; row > from; row -= 1) {
    const broken = at(table.breaks, row);
    if (broken === 1 || broken === 2) return row;
  }
  return from;
}

function usable(table: TrendColumnsRead, row: number, method: TrendMethod): boolean {
  if (method === 'counts')
    return (
      Number.isFinite(at(table.counts, row)) && at(table.bases, row) > 0 && at(table.bases, row) < Infinity
    );
  return (
    Number.isFinite(at(table.values, row)) &&
    Number.isFinite(at(table.lowers, row)) &&
    Number.isFinite(at(table.uppers, row))
  );
}

function periodsTold(table: TrendColumnsRead, { from, to }: Stretch): boolean {
  for (let row = from; row < to; row += 1) {
    const first = at(table.firstDays, row);
    const last = at(table.lastDays, row);
    if (!(first <= last) || !Number.isFinite(last - first)) return false;
  }
  return true;
}

const longestYear = 366;
const year = 365.25;
/** days: a school census falls on the third Thursday of a month, so its years are not of one length */
const leeway = 15;

/** 0 where the five periods are years that do not overlap; else the byte of what is wrong. */
function periodsApart(table: TrendColumnsRead, rows: Int32Array): number {
  for (let point = 1; point < pointsUsed; point += 1) {
    if (at(table.firstDays, rows[point] ?? 0) <= at(table.lastDays, rows[point - 1] ?? 0))
      return reasonByte('periods-overlap');
  }
  for (let point = 0; point < pointsUsed; point += 1) {
    const row = rows[point] ?? 0;
    const first = at(table.firstDays, row);
    if (at(table.lastDays, row) - first + 1 > longestYear) return reasonByte('not-yearly');
    if (point > 0 && !wholeYears(first - at(table.firstDays, rows[point - 1] ?? 0)))
      return reasonByte('not-yearly');
  }
  return 0;
}

function wholeYears(days: number): boolean {
  const years = Math.round(days / year);
  return years >= 1 && Math.abs(days - years * year) <= leeway;
}
