import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../index.ts';
import type { Comparison, Limits, Polarity, Verdict } from '../../index.ts';
import { independent } from './independent.ts';
import { elsewhere, numberIn } from './tables.ts';
import type { Row } from './tables.ts';

/** Where the area lies, in steps from its benchmark, to the verdict of a measure of which low is good. */
const lowIsGood = new Map<number, Verdict>([
  [-2, 'best'],
  [-1, 'better'],
  [0, 'similar'],
  [1, 'worse'],
  [2, 'worst'],
]);
const highIsGood = new Map<number, Verdict>([...lowIsGood].map(([step, verdict]) => [-step, verdict]));
const limitsOf = ([lower, upper]: readonly [number, number]): Limits => ({ lower, upper });

test('comparison: three methods and both polarities agree with exact fractions, ends included', () => {
  assert.equal(independent.comparisons.length, 240);
  const seen = new Set<number>();
  for (const row of independent.comparisons) {
    const limits95 = limitsOf(row.limits95);
    const { benchmark } = row;
    for (const [polarity, verdicts] of [
      ['low-is-good', lowIsGood],
      ['high-is-good', highIsGood],
    ] as const) {
      const asked = { value: (limits95.lower + limits95.upper) / 2, limits95, benchmark, polarity };
      assert.equal(compare({ ...asked, method: 'single-overlap' }).verdict, verdicts.get(row.single));
      const limits998 = limitsOf(row.limits998);
      assert.equal(compare({ ...asked, method: 'two-level', limits998 }).verdict, verdicts.get(row.twoLevel));
      const benchmarkLimits95 = limitsOf(row.benchmarkLimits95);
      assert.equal(
        compare({ ...asked, method: 'double-overlap', benchmarkLimits95 }).verdict,
        verdicts.get(row.double),
      );
    }
    seen.add(row.twoLevel);
  }
  assert.deepEqual(
    [...seen].toSorted((left, right) => left - right),
    [-2, -1, 0, 1, 2],
  );
});

const words = new Map([
  ['Same', 'similar'],
  ['None', 'not-compared'],
]);
const expectedOf = (row: Row) => words.get(row['expected'] ?? '') ?? (row['expected'] ?? '').toLowerCase();
const polarityOf = (row: Row): Polarity =>
  row['polarity']?.includes('High') ? 'high-is-good' : 'low-is-good';

function limitsIn(row: Row, names: { lower: string; upper: string }): Limits | undefined {
  const lower = numberIn(row, names.lower);
  const upper = numberIn(row, names.upper);
  return lower === undefined || upper === undefined ? undefined : { lower, upper };
}
const ci95 = { lower: 'lower_ci_95', upper: 'upper_ci_95' };

test('comparison: upstream cases of two levels', (t) => {
  const file = elsewhere('statistics/fingertips/comparison_significance.csv');
  if ('absent' in file) return t.skip(file.absent);
  const rows = file.rows.filter((row) => row['comparer'] === 'SingleOverlappingCIsForTwoCILevels');
  assert.equal(rows.length, 10);
  for (const row of rows) {
    const made = compare({
      method: 'two-level',
      polarity: polarityOf(row),
      value: numberIn(row, 'value'),
      limits95: limitsIn(row, ci95),
      limits998: limitsIn(row, { lower: 'lower_ci_99_8', upper: 'upper_ci_99_8' }),
      benchmark: numberIn(row, 'benchmark_value'),
    });
    assert.equal(made.verdict, expectedOf(row));
  }
});

test('comparison: upstream cases of two overlapping intervals', (t) => {
  const file = elsewhere('statistics/fingertips/comparison_double_overlap.csv');
  if ('absent' in file) return t.skip(file.absent);
  assert.equal(file.rows.length, 8);
  for (const row of file.rows) {
    const made = compare({
      method: 'double-overlap',
      polarity: polarityOf(row),
      value: numberIn(row, 'value'),
      limits95: limitsIn(row, ci95),
      benchmarkLimits95: limitsIn(row, { lower: 'comparator_lower_ci_95', upper: 'comparator_upper_ci_95' }),
    });
    assert.equal(made.verdict, expectedOf(row), JSON.stringify(row));
  }
});

test('comparison: every one of 13,941 published verdicts on injury admissions', (t) => {
  const file = elsewhere('statistics/fingertips/real_90284_compared_to_england.csv');
  if ('absent' in file) return t.skip(file.absent);
  assert.equal(file.rows.length, 13_941);
  const counts = new Map<string, number>();
  for (const row of file.rows) {
    const made: Comparison = compare({
      method: 'single-overlap',
      polarity: 'low-is-good',
      value: numberIn(row, 'value'),
      limits95: limitsIn(row, ci95),
      benchmark: numberIn(row, 'england_value'),
    });
    const published = (row['published_comparison'] ?? '').toLowerCase().replace(' ', '-');
    assert.equal(made.verdict, published, `${row['area_code']} ${row['time_period']} ${row['category']}`);
    counts.set(published, (counts.get(published) ?? 0) + 1);
  }
  assert.equal(counts.size, 4);
});
