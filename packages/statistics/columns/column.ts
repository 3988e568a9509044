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
const statusBytes = {
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

/** The columns given, with nothing said of any row yet; or new ones of this length. */
export function columnsToFill(length: number, into: EstimateColumns | undefined): EstimateColumns {
  if (into) {
    into.status.fill(0);
    return into;
  }
  return {
    values: new Float64Array(length),
    lowers95: new Float64Array(length),
    uppers95: new Float64Array(length),
    lowers998: new Float64Array(length),
    uppers998: new Float64Array(length),
    status: new Uint8Array(length),
  };
}

/** The status of a row that cannot be computed, before it is known why. */
export const unexplained = 255;

/** Leaves out every row that is `unexplained`, with its reason: what is wrong with its numbers, or else what `otherwise` says. */
export function leaveOutAll(
  columns: EstimateColumns,
  { counts, bases }: CountColumns,
  otherwise: (count: number, base: number) => RowStatus,
): void {
  const { values, lowers95, uppers95, lowers998, uppers998, status } = columns;
  const numbers = [values, lowers95, uppers95, lowers998, uppers998];
  for (let row = 0; row < status.length; row += 1) {
    if (status[row] !== unexplained) continue;
    for (const column of numbers) column[row] = Number.NaN;
    const [count, base] = [counts[row] ?? Number.NaN, bases[row] ?? Number.NaN];
    status[row] = statusBytes[wrongWith(count, base) ?? otherwise(count, base)];
  }
}

function wrongWith(count: number, base: number): RowStatus | undefined {
  if (!Number.isFinite(count) || !Number.isFinite(base)) return 'not-finite';
  if (count < 0) return 'count-negative';
  return base <= 0 ? 'base-not-positive' : undefined;
}

/** Why these columns cannot be read, or not be filled. */
export function whyNotColumns(
  { counts, bases, multiplier }: CountColumns,
  into: Partial<Readonly<Record<string, NumberColumn>>> | undefined,
): { readonly done: false; readonly refusal: ColumnsRefusal } | undefined {
  const all = [bases, ...Object.values(into ?? {})];
  if (all.some((column) => column?.length !== counts.length)) return refuse({ reason: 'lengths-differ' });
  return multiplier > 0 && Number.isFinite(multiplier)
    ? undefined
    : refuse({ reason: 'multiplier-not-positive', multiplier });
}
