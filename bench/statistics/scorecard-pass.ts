import { compareColumns, trendColumns } from '#packages/statistics';
import type { Figures } from '../bench.ts';

/** Counts and bases in, values with their 95% limits out: the column form of an interval. */
export type IntervalColumns = (of: {
  readonly counts: Float64Array;
  readonly bases: Float64Array;
  readonly multiplier: number;
}) => {
  readonly values: Float64Array;
  readonly lowers95: Float64Array;
  readonly uppers95: Float64Array;
};

const yearsEach = 5;
const multiplier = 100;
const daysOfYear = 365;
const firstDay2018 = 17_532;

/**
 * A whole scorecard in one pass on one core: the interval of every row, its comparison with a benchmark, and the trend of
 * every series of five years, once by intervals and once by counts. The best of several runs, as milliseconds.
 */
export function scorecardPass(given: {
  readonly rows: number;
  readonly runs: number;
  readonly intervals: IntervalColumns;
}): Figures {
  const series = Math.floor(given.rows / yearsEach);
  const rows = series * yearsEach;
  const { counts, bases } = invented(rows);
  const firstDays = Float64Array.from(counts, (_, row) => firstDay2018 + daysOfYear * (row % yearsEach));
  const lastDays = firstDays.map((day) => day + daysOfYear - 1);
  const offsets = Uint32Array.from({ length: series + 1 }, (_, number) => number * yearsEach);
  let best = { interval: 0, comparison: 0, trend: 0, trendByCounts: 0, whole: Infinity };
  for (let run = 0; run < given.runs; run += 1) {
    const start = performance.now();
    const made = given.intervals({ counts, bases, multiplier });
    const { values, lowers95: lowers, uppers95: uppers } = made;
    const afterInterval = performance.now();
    const compared = compareColumns({
      method: 'single-overlap',
      polarity: 'low-is-good',
      values,
      lowers95: lowers,
      uppers95: uppers,
      benchmark: 24.5,
    });
    const afterComparison = performance.now();
    const table = { firstDays, lastDays, values, lowers, uppers, counts, bases };
    const trends = trendColumns({ method: 'limits', polarity: 'low-is-good', offsets, table });
    const end = performance.now();
    const byCounts = trendColumns({ method: 'counts', polarity: 'low-is-good', offsets, table });
    const trendByCounts = performance.now() - end;
    if (!compared.done || !trends.done || !byCounts.done) throw new Error('a column was refused');
    if (end - start < best.whole)
      best = {
        interval: afterInterval - start,
        comparison: afterComparison - afterInterval,
        trend: end - afterComparison,
        trendByCounts,
        whole: end - start,
      };
  }
  return {
    rows,
    series,
    'interval, ms': Math.round(best.interval),
    'comparison, ms': Math.round(best.comparison),
    'trend by intervals, ms': Math.round(best.trend),
    'whole pass, ms': Math.round(best.whole),
    'trend by counts instead, ms': Math.round(best.trendByCounts),
  };
}

/** Counts that drift from year to year, from a fixed seed. */
function invented(rows: number): { counts: Float64Array; bases: Float64Array } {
  let seed = 20_260_607;
  const share = (): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return seed / 4_294_967_296;
  };
  const [counts, bases] = [new Float64Array(rows), new Float64Array(rows)];
  let [level, drift] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    if (row % yearsEach === 0) {
      level = 0.15 + 0.2 * share();
      drift = 0.02 * (share() - 0.5);
    }
    const base = 200 + Math.floor(4000 * share());
    bases[row] = base;
    counts[row] = Math.round(base * (level + drift * (row % yearsEach) + 0.02 * (share() - 0.5)));
  }
  return { counts, bases };
}
