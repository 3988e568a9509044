import { polarities } from '../comparison/polarity.ts';
import type { Polarity } from '../comparison/polarity.ts';
import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import { readColumns } from './points.ts';
import type { TrendMethod, TrendTable } from './points.ts';
import { judgeSeries, makeBench } from './series.ts';
import { verdictByte } from './verdict.ts';

/** Many series, each oldest first, laid end to end. */
export type ToTrendColumns = {
  readonly method: TrendMethod;
  /** one for all, or the place of each series' in `polarities` */
  readonly polarity: Polarity | Uint8Array;
  /** where each series begins, and after the last one where it ends: one more than there are series */
  readonly offsets: ArrayLike<number>;
  readonly table: TrendTable;
};

/** Why a column cannot be read at all. */
export type TrendColumnsRefusal =
  /** a column is shorter than the last offset, or there is not one polarity for each series */
  | { readonly reason: 'lengths-differ' }
  /** the offsets do not begin at 0 or more and ascend in whole numbers */
  | { readonly reason: 'offsets-not-in-order' }
  /** a column that the method needs is not there */
  | { readonly reason: 'column-missing' };

/**
 * The recent trend of many series in one pass: a byte for each (`trendOfByte` tells what it stands for), the same that
 * `recentTrend` gives for its points. A series that is not oldest first is answered `periods-overlap`.
 *
 * Formula, units, reasons and source: see `recentTrend`. Errors: refused where the columns do not fit one another.
 * @example trendColumns({ method: 'limits', polarity: 'low-is-good', offsets: [0, 5, 11], table }) // two bytes
 */
export function trendColumns(given: ToTrendColumns): Result<Uint8Array, TrendColumnsRefusal> {
  const { offsets, table, method, polarity } = given;
  const series = Math.max(0, offsets.length - 1);
  const reason = whyNot(given, series);
  if (reason !== undefined) return refuse({ reason });
  const bench = makeBench();
  const columns = readColumns(table);
  const verdicts = new Uint8Array(series);
  const stretch = { from: 0, to: 0 };
  for (let number = 0; number < series; number += 1) {
    stretch.from = offsets[number] ?? 0;
    stretch.to = offsets[number + 1] ?? 0;
    const byte = judgeSeries(columns, stretch, { method, bench });
    verdicts[number] = byte === 0 ? verdictByte(bench.found.direction, polarityAt(polarity, number)) : byte;
  }
  return done(verdicts);
}

function polarityAt(polarity: Polarity | Uint8Array, series: number): Polarity {
  if (typeof polarity === 'string') return polarity;
  return polarities[polarity[series] ?? 3] ?? 'not-applicable';
}

function whyNot(given: ToTrendColumns, series: number): TrendColumnsRefusal['reason'] | undefined {
  const { offsets, table, polarity, method } = given;
  let last = 0;
  for (let number = 0; number < offsets.length; number += 1) {
    const offset = offsets[number] ?? 0;
    if (!Number.isSafeInteger(offset) || offset < last) return 'offsets-not-in-order';
    last = offset;
  }
  const needed =
    method === 'limits' ? [table.values, table.lowers, table.uppers] : [table.counts, table.bases];
  if (needed.includes(undefined)) return 'column-missing';
  const all = [table.firstDays, table.lastDays, table.breaks, table.counts, table.bases, ...needed];
  if (all.some((column) => column !== undefined && column.length < last)) return 'lengths-differ';
  return typeof polarity !== 'string' && polarity.length !== series ? 'lengths-differ' : undefined;
}
