import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoryBounds, categoryOf, compareWithControlLimits, spineBounds } from '../../index.ts';
import { judgements } from './judgements.ts';
import { assertClose, elsewhere, numberIn } from './tables.ts';

const sides = new Map([
  [-1, 'better'],
  [0, 'similar'],
  [1, 'worse'],
]);

test('control limits round a benchmark: Wilson’s and Poisson’s are those of SciPy, with the verdict', () => {
  assert.equal(judgements.controls.length, 120);
  for (const row of judgements.controls) {
    const made = compareWithControlLimits({ ...row, polarity: 'low-is-good' });
    assert.ok(made.verdict !== 'not-compared', JSON.stringify(row));
    assertClose(made.limits.lower, row.limits[0], { relative: 1e-9, what: `lower ${JSON.stringify(row)}` });
    assertClose(made.limits.upper, row.limits[1], { relative: 1e-9, what: `upper ${JSON.stringify(row)}` });
    assert.equal(made.verdict, sides.get(row.side), JSON.stringify(row));
  }
});

test('control limits round a benchmark: upstream cases of proportions and standardised rates', (t) => {
  const file = elsewhere('statistics/fingertips/comparison_significance.csv');
  if ('absent' in file) return t.skip(file.absent);
  const rows = file.rows.filter((row) => row['comparer']?.startsWith('Spc'));
  assert.equal(rows.length, 16);
  for (const row of rows) {
    const made = compareWithControlLimits({
      statistic: row['comparer'] === 'SpcForDsr' ? 'standardised-rate' : 'proportion',
      polarity: 'low-is-good',
      value: numberIn(row, 'value'),
      benchmark: numberIn(row, 'benchmark_value'),
      base: numberIn(row, 'denominator'),
      multiplier: numberIn(row, 'unit') ?? 0,
      level: ['3.0902', '0.001'].includes(row['confidence_variable'] ?? '') ? 0.998 : 0.95,
    });
    const expected = row['expected'] === 'Same' ? 'similar' : row['expected']?.toLowerCase();
    assert.equal(made.verdict, expected, JSON.stringify(row));
  }
});

test('quarters, fifths and the spine are those of exact fractions', () => {
  for (const { values, categories, spine } of judgements.spreads) {
    for (const [count, expected] of [
      [4, categories['4']],
      [5, categories['5']],
    ] as const) {
      const made = categoryBounds(values, count);
      assert.equal(made.done, expected !== null);
      if (!made.done || expected === null) continue;
      made.value.bounds.forEach((bound, at) =>
        assertClose(bound, expected.bounds[at] ?? 0, { relative: 1e-10, what: `bound ${at} of ${count}` }),
      );
      const found = values.map((value) =>
        categoryOf({ value, bounds: made.value, polarity: 'high-is-good' }),
      );
      assert.deepEqual(
        found.map((each) => each.done && [each.value.category, each.value.fromBest]),
        expected.classes.map((each) => [each, count + 1 - each]),
      );
    }
    const made = spineBounds(values);
    assert.ok(made.done);
    const { lowest, p5, p25, p50, p75, p95, highest, areas } = made.value;
    assert.equal(areas, values.length);
    [lowest, p5, p25, p50, p75, p95, highest].forEach((bound, at) =>
      assertClose(bound, spine[at] ?? 0, { relative: 1e-10, what: `spine ${at}` }),
    );
  }
});

const whole = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

test('quarters, fifths and the spine: upstream cases', (t) => {
  const file = elsewhere('statistics/fingertips/category_bounds.csv');
  if ('absent' in file) return t.skip(file.absent);
  assert.equal(file.rows.length, 6);
  for (const row of file.rows) {
    const [, from, to] = /integers (\d+)\.\.(\d+)/.exec(row['values'] ?? '') ?? [];
    const values =
      from && to ? whole(Number(from), Number(to)) : (row['values'] ?? '').split('|').map(Number);
    const expected = row['expected_bounds'] ?? '';
    if (row['categories'] !== 'stats') {
      const made = categoryBounds(values, row['categories'] === '5' ? 5 : 4);
      assert.ok(made.done);
      assert.deepEqual(made.value.bounds, expected.split('|').map(Number));
      continue;
    }
    const made = spineBounds(values);
    assert.equal(made.done, !expected.startsWith('null'));
    if (!made.done) continue;
    const named = new Map<string, number>([
      ...Object.entries(made.value),
      ['min', made.value.lowest],
      ['max', made.value.highest],
    ]);
    for (const part of expected.split('|')) {
      const [name, value] = part.split('=');
      assert.equal(named.get(name ?? ''), Number(value), part);
    }
  }
});
