import { refuse } from '../result.ts';

/** Numbers, a row each; a number that is missing is NaN. */
export type NumberColumn = ArrayLike<number>;

/** Counts and bases in columns of one length, and what every ratio is multiplied by. */
export type CountColumns = {
  readonly counts: NumberColumn;
  readonly bases: NumberColumn;
  readonly multiplier: number;
};

/** Values and limits, a row each, in columns of their own. What was not computed is NaN, and `status` says why. */
export type EstimateColumns = {
  readonly values: Float64Array;
  readonly lowers95: Float64Array;
  readonly uppers95: Float64Array;
  readonly lowers998: Float64Array;
  readonly uppers998: Float64Array;
  /** a byte a row: 0 where it was computed; see `statusOfByte` */
  readonly status: Uint8Array;
};

/** Why columns cannot be read at all. */
export type ColumnsRefusal =
  | { readonly reason: 'lengths-differ' }
  | { readonly reason: 'multiplier-not-positive'; readonly multiplier: number };

/** What became of a row, at the place of its byte. The reasons are those of `proportion` and `crudeRate`. */
const statuses = ['done', 'not-finite', 'count-negative', 'base-not-positive', 'count-above-base'] as const;

/** What became of a row. */
export type RowStatus = (typeof statuses)[number];

/** The byte of each status. */
export const statusBytes = {
  done: 0,
  'not-finite': 1,
  'count-negative': 2,
  'base-not-positive': 3,
  'count-above-base': 4,
} as const satisfies { readonly [Status in RowStatus]: number };

/**
 * What a byte of a status column stands for. No unit. Errors: undefined for a byte that stands for nothing.
 * @example statusOfByte(3) // base-not-positive
 */
export function statusOfByte(byte: number): RowStatus | undefined {
  return statuses[byte];
}

/** Empty columns of a length. */
export function emptyColumns(length: number): EstimateColumns {
  return {
    values: new Float64Array(length),
    lowers95: new Float64Array(length),
    uppers95: new Float64Array(length),
    lowers998: new Float64Array(length),
    uppers998: new Float64Array(length),
    status: new Uint8Array(length),
  };
}

/** Marks a row as not computed, and why. */
export function leaveOut(columns: EstimateColumns, row: number, status: number): void {
  columns.values[row] = Number.NaN;
  columns.lowers95[row] = Number.NaN;
  columns.uppers95[row] = Number.NaN;
  columns.lowers998[row] = Number.NaN;
  columns.uppers998[row] = Number.NaN;
  columns.status[row] = status;
}

/** The byte of what is wrong with a count and a base; 0 where nothing is. */
export function countStatus(count: number, base: number): number {
  // no comparison with NaN holds
  if (!(Math.abs(count) <= Number.MAX_VALUE && Math.abs(base) <= Number.MAX_VALUE)) return 1;
  if (count < 0) return 2;
  return base <= 0 ? 3 : 0;
}

/** Why these columns cannot be read. */
export function whyNotColumns({
  counts,
  bases,
  multiplier,
}: CountColumns): { readonly done: false; readonly refusal: ColumnsRefusal } | undefined {
  if (counts.length !== bases.length) return refuse({ reason: 'lengths-differ' });
  return multiplier > 0 && Number.isFinite(multiplier)
    ? undefined
    : refuse({ reason: 'multiplier-not-positive', multiplier });
}
