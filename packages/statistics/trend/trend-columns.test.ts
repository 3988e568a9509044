import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { polarities } from '../comparison/polarity.ts';
import { calendarYear, dayNumber } from './day-number.ts';
import type { TrendTable } from './points.ts';
import { recentTrend } from './recent-trend.ts';
import type { TrendPoint } from './recent-trend.ts';
import { trendColumns } from './trend-columns.ts';
import { trendOfByte } from './verdict.ts';

const number = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -3, max: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Infinity, 0, 1e300) },
);
const row = fc.record({
  step: fc.oneof(
    { weight: 9, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.integer({ min: 2, max: 4 }) },
  ),
  value: number,
  width: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 9 }) }, { weight: 1, arbitrary: number }),
  count: number,
  base: fc.oneof({ weight: 9, arbitrary: fc.constant(61) }, { weight: 1, arbitrary: number }),
  broken: fc.oneof(
    { weight: 12, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 2 }) },
  ),
});
const manySeries = fc.array(fc.array(row, { maxLength: 11 }), { maxLength: 6 });
type Drawn = typeof row extends fc.Arbitrary<infer Each> ? Each : never;

const breaks = [undefined, 'definition', 'area'] as const;

function pointsOf(series: readonly Drawn[]): TrendPoint[] {
  let year = 2000;
  return series.map(({ step, value, width, count, base, broken }) => {
    year += step;
    return {
      ...calendarYear(year),
      value,
      limits95: { lower: value - width / 2, upper: value + width / 2 },
      count,
      base,
      breakBefore: breaks[broken],
    };
  });
}

function tableOf(points: readonly TrendPoint[]): TrendTable {
  const column = (pick: (point: TrendPoint) => number | undefined) =>
    Float64Array.from(points, (point) => pick(point) ?? Number.NaN);
  return {
    firstDays: Int32Array.from(points, (point) => dayNumber(point.firstDay) ?? 0),
    lastDays: Int32Array.from(points, (point) => dayNumber(point.lastDay) ?? 0),
    breaks: Uint8Array.from(points, (point) => breaks.indexOf(point.breakBefore)),
    values: column((point) => point.value),
    lowers: column((point) => point.limits95?.lower),
    uppers: column((point) => point.limits95?.upper),
    counts: column((point) => point.count),
    bases: column((point) => point.base),
  };
}

test('a column of series is judged as each of them alone, by both methods and every polarity', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(manySeries, fc.constantFrom('limits' as const, 'counts' as const), (drawn, method) => {
      const all = drawn.map(pointsOf);
      const offsets = [0];
      for (const points of all) offsets.push((offsets.at(-1) ?? 0) + points.length);
      const ways = Uint8Array.from(all, (_, at) => at % polarities.length);
      const made = trendColumns({ method, polarity: ways, offsets, table: tableOf(all.flat()) });
      assert.ok(made.done);
      all.forEach((points, at) => {
        const alone = recentTrend({
          method,
          polarity: polarities[at % polarities.length] ?? 'low-is-good',
          points,
        });
        const expected =
          alone.verdict === 'cannot-be-calculated'
            ? { verdict: alone.verdict, reason: alone.reason }
            : { verdict: alone.verdict };
        assert.deepEqual(trendOfByte(made.value[at] ?? 255), expected);
        seen.add(alone.verdict === 'cannot-be-calculated' ? alone.reason : alone.verdict);
      });
    }),
    { numRuns: 1500, seed: 7 },
  );
  // the draw reaches every verdict and nearly every reason, so that equality means something
  assert.ok(seen.size >= 15, [...seen].join(' '));
});

test('columns that do not fit are refused, and a byte that stands for nothing is nothing', () => {
  const table = tableOf([]);
  const base = { method: 'limits', polarity: 'low-is-good', table } as const;
  const reason = (given: Parameters<typeof trendColumns>[0]) => {
    const made = trendColumns(given);
    return made.done ? made.value.length : made.refusal.reason;
  };
  assert.equal(reason({ ...base, offsets: [] }), 0);
  assert.equal(reason({ ...base, offsets: [0] }), 0);
  assert.equal(reason({ ...base, offsets: [0, 0, 0] }), 2);
  assert.equal(reason({ ...base, offsets: [0, 5] }), 'lengths-differ');
  assert.equal(reason({ ...base, offsets: [0, 0], polarity: new Uint8Array(2) }), 'lengths-differ');
  assert.equal(reason({ ...base, offsets: [3, 0] }), 'offsets-not-in-order');
  assert.equal(reason({ ...base, offsets: [0, 0.5] }), 'offsets-not-in-order');
  assert.equal(reason({ ...base, offsets: [0], table: { firstDays: [], lastDays: [] } }), 'column-missing');
  assert.equal(trendOfByte(12), undefined);
  assert.equal(trendOfByte(255), undefined);
});
