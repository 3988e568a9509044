import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Estimate } from '../intervals/confidence.ts';
import { proportion } from '../intervals/proportion.ts';
import { crudeRate } from '../intervals/rate.ts';
import type { Result } from '../result.ts';
import { statusOfByte } from './column.ts';
import type { CountColumns, EstimateColumns } from './column.ts';
import { proportionColumns } from './proportion-columns.ts';
import { rateColumns } from './rate-columns.ts';

const count = fc.oneof(
  fc.integer({ min: -2, max: 30 }),
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.double({ min: 0, max: 12, noNaN: true }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, 1e-300, 1e308),
);
const base = fc.oneof(
  fc.integer({ min: -1, max: 40 }),
  fc.integer({ min: 1, max: 2_000_000 }),
  fc.constantFrom(Number.NaN, Number.NEGATIVE_INFINITY, 1e308, 1e-308),
);
const rows = fc.array(fc.record({ count, base }), { maxLength: 60 });
const multiplier = fc.constantFrom(1, 100, 100_000);
const columnsOf = (list: readonly { count: number; base: number }[], times: number): CountColumns => ({
  counts: Float64Array.from(list, (row) => row.count),
  bases: Float64Array.from(list, (row) => row.base),
  multiplier: times,
});

/** The five numbers of a row are those of its single form, bit for bit; or NaN, with the single form's reason. */
function checkRow(
  columns: EstimateColumns,
  row: number,
  single: Result<Estimate<string>, { reason: string }>,
): void {
  const numbers = [
    columns.values[row],
    columns.lowers95[row],
    columns.uppers95[row],
    columns.lowers998[row],
    columns.uppers998[row],
  ];
  const status = statusOfByte(columns.status[row] ?? 255);
  if (!single.done) {
    assert.equal(status, single.refusal.reason);
    assert.ok(numbers.every(Number.isNaN));
    return;
  }
  const { value, limits95, limits998 } = single.value;
  assert.equal(status, 'done');
  assert.deepEqual(numbers, [value, limits95.lower, limits95.upper, limits998.lower, limits998.upper]);
  assert.ok(numbers.every(Number.isFinite));
}

test('proportions in columns are those of the single form, row by row', () => {
  fc.assert(
    fc.property(rows, multiplier, (list, times) => {
      const made = proportionColumns(columnsOf(list, times));
      assert.ok(made.done);
      for (const [row, given] of list.entries())
        checkRow(made.value, row, proportion({ ...given, multiplier: times }));
    }),
    { numRuns: 400 },
  );
});

test('rates in columns are those of the single form, row by row, and say which are exact', () => {
  fc.assert(
    fc.property(rows, multiplier, (list, times) => {
      const made = rateColumns(columnsOf(list, times));
      assert.ok(made.done);
      for (const [row, given] of list.entries()) {
        const single = crudeRate({ ...given, multiplier: times });
        checkRow(made.value, row, single);
        if (single.done) assert.equal(made.value.exact[row], single.value.method === 'exact Poisson' ? 1 : 0);
      }
    }),
    { numRuns: 400 },
  );
});

test('plain lists and columns of whole numbers will do; no rows are no rows', () => {
  const made = rateColumns({ counts: [4, 65], bases: Int32Array.of(900, 100), multiplier: 100 });
  assert.ok(made.done && made.value.values[1] === 65);
  const none = proportionColumns({ counts: [], bases: [], multiplier: 1 });
  assert.ok(none.done && none.value.status.length === 0);
});

test('columns can be written over, and keep nothing of what they held', () => {
  const first = columnsOf(
    [
      { count: 3, base: 0 },
      { count: 2, base: 9 },
    ],
    1,
  );
  const second = columnsOf(
    [
      { count: 12, base: 40 },
      { count: Number.NaN, base: 9 },
    ],
    1,
  );
  const [old, fresh] = [rateColumns(first), rateColumns(second)];
  assert.ok(old.done && fresh.done);
  const again = rateColumns({ ...second, into: old.value });
  assert.ok(again.done && again.value.values === old.value.values);
  assert.deepEqual(again.value, fresh.value);
  const parts = proportionColumns(first);
  assert.ok(parts.done);
  assert.deepEqual(proportionColumns({ ...second, into: parts.value }), proportionColumns(second));
  const short = proportionColumns({ counts: [1], bases: [2], multiplier: 1, into: parts.value });
  assert.ok(!short.done && short.refusal.reason === 'lengths-differ');
});

test('columns that do not fit one another are refused', () => {
  const reason = (given: CountColumns): string => {
    const made = proportionColumns(given);
    return made.done ? 'done' : made.refusal.reason;
  };
  assert.equal(reason({ counts: [1], bases: [1, 2], multiplier: 1 }), 'lengths-differ');
  assert.equal(reason({ counts: [1], bases: [1], multiplier: 0 }), 'multiplier-not-positive');
  const rates = rateColumns({ counts: [1], bases: [1], multiplier: Number.NaN });
  assert.ok(!rates.done && rates.refusal.reason === 'multiplier-not-positive');
  assert.equal(statusOfByte(200), undefined);
});
