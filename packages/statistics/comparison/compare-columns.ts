import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { reasonBytes, verdictByte } from './comparison-byte.ts';
import { polarities } from './polarity.ts';
import type { Polarity } from './polarity.ts';

type Column = ArrayLike<number>;

/**
 * Many areas to compare, a row each; a number that is missing is NaN. What each method looks at: see `ToCompare`. A
 * benchmark is one number for all rows, or a column.
 */
export type ToCompareColumns = {
  /** one for all, or the place of each row's in `polarities` */
  readonly polarity: Polarity | Uint8Array;
  readonly values: Column;
} & (
  | {
      readonly method: 'single-overlap';
      readonly lowers95: Column;
      readonly uppers95: Column;
      readonly benchmark: number | Column;
    }
  | {
      readonly method: 'single-overlap-998';
      readonly lowers998: Column;
      readonly uppers998: Column;
      readonly benchmark: number | Column;
    }
  | {
      readonly method: 'double-overlap';
      readonly lowers95: Column;
      readonly uppers95: Column;
      readonly benchmarkLowers95: number | Column;
      readonly benchmarkUppers95: number | Column;
    }
  | {
      readonly method: 'two-level';
      readonly lowers95: Column;
      readonly uppers95: Column;
      readonly lowers998: Column;
      readonly uppers998: Column;
      readonly benchmark: number | Column;
    }
);

/**
 * Compares many areas in one pass: a byte for each (`comparisonOfByte` tells what it stands for), the same that `compare`
 * gives for its row.
 *
 * Rule, units, reasons and source: see `compare`. Errors: refused where the columns are not of one length.
 * @example compareColumns({ method: 'single-overlap', polarity: 'low-is-good', values, lowers95, uppers95, benchmark: 24.5 })
 */
export function compareColumns(
  given: ToCompareColumns,
): Result<Uint8Array, { readonly reason: 'lengths-differ' }> {
  const columns = columnsOf(given);
  const { length } = given.values;
  if (!ofOneLength([...Object.values(columns), given.polarity], length))
    return refuse({ reason: 'lengths-differ' });
  const verdicts = new Uint8Array(length);
  for (let row = 0; row < length; row += 1) {
    verdicts[row] = judgeRow(columns, row, polarityAt(given.polarity, row));
  }
  return done(verdicts);
}

/** What the methods differ in: which limits they look at, and what they hold them against. */
type Columns = {
  readonly values: Column;
  readonly lowers: Column;
  readonly uppers: Column;
  readonly stricterLowers: Column | undefined;
  readonly stricterUppers: Column | undefined;
  readonly benchmarkLowers: number | Column;
  readonly benchmarkUppers: number | Column;
  readonly alone: 'one' | 'stricter';
};

function columnsOf(given: ToCompareColumns): Columns {
  const stricter = given.method === 'single-overlap-998';
  const two = given.method === 'two-level';
  const pair = given.method === 'double-overlap';
  return {
    values: given.values,
    lowers: stricter ? given.lowers998 : given.lowers95,
    uppers: stricter ? given.uppers998 : given.uppers95,
    stricterLowers: two ? given.lowers998 : undefined,
    stricterUppers: two ? given.uppers998 : undefined,
    benchmarkLowers: pair ? given.benchmarkLowers95 : given.benchmark,
    benchmarkUppers: pair ? given.benchmarkUppers95 : given.benchmark,
    alone: stricter ? 'stricter' : 'one',
  };
}

function judgeRow(columns: Columns, row: number, polarity: Polarity): number {
  if (polarity === 'not-applicable') return reasonBytes['not-applicable'];
  if (!Number.isFinite(columns.values[row])) return reasonBytes['no-value'];
  const lower = columns.lowers[row] ?? Number.NaN;
  const upper = columns.uppers[row] ?? Number.NaN;
  const { stricterLowers, stricterUppers } = columns;
  const floor = stricterLowers === undefined ? lower : (stricterLowers[row] ?? Number.NaN);
  const roof = stricterUppers === undefined ? upper : (stricterUppers[row] ?? Number.NaN);
  if (anyMissing(lower, upper) || anyMissing(floor, roof)) return reasonBytes['no-interval'];
  const from = numberAt(columns.benchmarkLowers, row);
  const to = numberAt(columns.benchmarkUppers, row);
  if (anyMissing(from, to)) return reasonBytes['no-benchmark'];
  const inOrder = floor <= lower && lower <= upper && upper <= roof && from <= to;
  if (!inOrder || !(finite(floor, roof) && finite(from, to))) return reasonBytes['limits-not-in-order'];
  if (lower <= to && from <= upper) return 0;
  const above = lower > to;
  const both = stricterLowers !== undefined && (above ? floor > to : roof < from);
  return verdictByte(above, polarity, both ? 'both' : columns.alone);
}

function anyMissing(left: number, right: number): boolean {
  return Number.isNaN(left) || Number.isNaN(right);
}

function finite(left: number, right: number): boolean {
  return Number.isFinite(left) && Number.isFinite(right);
}

function numberAt(column: number | Column, row: number): number {
  return typeof column === 'number' ? column : (column[row] ?? Number.NaN);
}

function polarityAt(polarity: Polarity | Uint8Array, row: number): Polarity {
  if (typeof polarity === 'string') return polarity;
  return polarities[polarity[row] ?? 3] ?? 'not-applicable';
}

function ofOneLength(columns: readonly (Column | number | string | undefined)[], length: number): boolean {
  return columns.every((column) => typeof column !== 'object' || column.length === length);
}
