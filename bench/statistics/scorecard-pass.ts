import { compareColumns, proportionColumns, trendColumns } from '#packages/statistics';
import type { Pass, Table } from './pass.ts';

const yearsEach = 5;
const daysOfYear = 365;
const firstDay2018 = 17_532;

/**
 * A whole scorecard on one core: the interval of every row, its comparison with a benchmark, and the trend of every five
 * rows, taken for five years of one area. Its check sum is that of the verdicts' bytes.
 */
export const scorecardPass: Pass = {
  name: 'a whole scorecard (interval, comparison, trend)',
  prepare: (table) => prepared(table, 'limits'),
};

/** The same with the trend by counts, which needs no interval. */
export const scorecardByCountsPass: Pass = {
  name: 'a whole scorecard, trends by counts',
  prepare: (table) => prepared(table, 'counts'),
};

function prepared(table: Table, method: 'limits' | 'counts'): () => number {
  const series = Math.floor(table.rows / yearsEach);
  const offsets = Uint32Array.from({ length: series + 1 }, (_, number) => number * yearsEach);
  const firstDays = Float64Array.from(
    table.counts,
    (_, row) => firstDay2018 + daysOfYear * (row % yearsEach),
  );
  const lastDays = firstDays.map((day) => day + daysOfYear - 1);
  const { counts, bases } = table;
  return () => {
    const made = proportionColumns({ counts, bases, multiplier: 100 });
    if (!made.done) throw new Error(made.refusal.reason);
    const { values, lowers95, uppers95 } = made.value;
    const polarity = 'low-is-good';
    const compared = compareColumns({
      method: 'single-overlap',
      polarity,
      values,
      lowers95,
      uppers95,
      benchmark: 24.5,
    });
    const columns = { firstDays, lastDays, values, lowers: lowers95, uppers: uppers95, counts, bases };
    const trends = trendColumns({ method, polarity, offsets, table: columns });
    if (!compared.done || !trends.done) throw new Error('a column was refused');
    return total(compared.value) + total(trends.value);
  };
}

function total(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum += byte;
  return sum;
}
