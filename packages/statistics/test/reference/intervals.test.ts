import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crudeRate, pooled, proportion } from '../../index.ts';
import type { Estimate, Result } from '../../index.ts';
import { independent } from './independent.ts';
import { assertClose, elsewhere, fixture, numberIn } from './tables.ts';
import type { Row } from './tables.ts';

type Given = { count: number; base: number; multiplier: number };
type Make = (given: Given) => Result<Estimate<string>, { reason: string }>;

const relative = 1e-10;
const methods = new Map([
  ['exact Poisson', 'Exact'],
  ['Byar', 'Byars'],
  ['Wilson', 'Wilson'],
]);

function estimated(make: Make, given: Given): Estimate<string> {
  const made = make(given);
  assert.ok(made.done, `${given.count} of ${given.base} was refused`);
  return made.value;
}

/** One row with value and four limits; NA limits of the file are not asked. Says how many numbers it checked. */
function checkRow(make: Make, row: Row, given: Given): number {
  const made = estimated(make, given);
  const pairs: [string, number][] = [
    ['value', made.value],
    ['lower95_0cl', made.limits95.lower],
    ['upper95_0cl', made.limits95.upper],
    ['lower99_8cl', made.limits998.lower],
    ['upper99_8cl', made.limits998.upper],
  ];
  for (const [column, actual] of pairs) {
    const expected = numberIn(row, column);
    assert.notEqual(expected, undefined, column);
    if (expected !== undefined)
      assertClose(actual, expected, { relative, what: `${given.count} of ${given.base} ${column}` });
  }
  if (row['method'] !== undefined) assert.equal(methods.get(made.method), row['method']);
  return pairs.length;
}

test('Wilson limits are those of PHEindicatormethods on our grid', () => {
  const rows = fixture('proportion-grid.csv');
  assert.ok(rows.length > 80);
  for (const row of rows) checkRow(proportion, row, { ...countsOf(row, 'x', 'n'), multiplier: 100 });
});

test('exact and Byar limits are those of PHEindicatormethods on our grid', () => {
  const rows = fixture('rate-grid.csv');
  assert.ok(rows.length > 70);
  for (const row of rows) checkRow(crudeRate, row, { ...countsOf(row, 'x', 'n'), multiplier: 100_000 });
});

test('intervals: upstream cases of proportions and rates', (t) => {
  for (const [name, make] of [
    ['phe/proportion.csv', proportion],
    ['phe/rate.csv', crudeRate],
  ] as const) {
    const file = elsewhere(`statistics/${name}`);
    if ('absent' in file) return t.skip(file.absent);
    const usable = file.rows.filter((row) => numberIn(row, 'lower95_0cl') !== undefined);
    assert.ok(usable.length > 15, name);
    for (const row of usable) {
      const multiplier = numberIn(row, 'multiplier') ?? 1;
      checkRow(make, row, { ...countsOf(row, 'Numerator', 'Denominator'), multiplier });
    }
  }
});

test('intervals: upstream cases at one level, with counts alone', (t) => {
  const file = elsewhere('statistics/phe/byars_wilson.csv');
  if ('absent' in file) return t.skip(file.absent);
  assert.equal(file.rows.length, 13);
  for (const row of file.rows) {
    const count = numberIn(row, 'x') ?? Number.NaN;
    const wilson = row['method'] === 'Wilson';
    // Byar's method is asked below ten too upstream, where we are exact
    if (!wilson && count < 10) continue;
    const made = estimated(wilson ? proportion : crudeRate, {
      count,
      base: numberIn(row, 'n') ?? 1,
      multiplier: 1,
    });
    const limits = row['confidence'] === '95%' ? made.limits95 : made.limits998;
    const what = `${row['method']} ${count}`;
    assertClose(limits.lower, numberIn(row, 'lowercl') ?? Number.NaN, { relative, what });
    assertClose(limits.upper, numberIn(row, 'uppercl') ?? Number.NaN, { relative, what });
  }
});

test('intervals: groups are pooled before the limits are made', (t) => {
  for (const kind of ['proportion', 'rate'] as const) {
    const file = elsewhere(`statistics/phe/${kind}_grouped_expected.csv`);
    if ('absent' in file) return t.skip(file.absent);
    for (const row of file.rows) {
      const [count, base] = [numberIn(row, 'Numerator'), numberIn(row, 'Denominator')];
      const group = pooled([
        { count, base: base === undefined ? base : base - 1 },
        { count: 0, base: 1 },
      ]);
      assert.equal(group.done, numberIn(row, 'lowercl') !== undefined, row['Area']);
      if (!group.done) continue;
      const multiplier = numberIn(row, 'multiplier') ?? 1;
      const made = estimated(kind === 'rate' ? crudeRate : proportion, { ...group.value, multiplier });
      const limits = row['confidence'] === '95%' ? made.limits95 : made.limits998;
      assertClose(limits.lower, numberIn(row, 'lowercl') ?? Number.NaN, { relative, what: kind });
      assertClose(limits.upper, numberIn(row, 'uppercl') ?? Number.NaN, { relative, what: kind });
    }
  }
});

function countsOf(row: Row, count: string, base: string): { count: number; base: number } {
  return { count: numberIn(row, count) ?? Number.NaN, base: numberIn(row, base) ?? Number.NaN };
}

test('intervals: limits are those of SciPy on our own inputs', () => {
  const compared: [typeof independent.proportions, Make][] = [
    [independent.proportions, proportion],
    [independent.rates, crudeRate],
  ];
  for (const [rows, make] of compared) {
    assert.equal(rows.length, 9);
    for (const { count, base, limits95, limits998 } of rows) {
      const made = estimated(make, { count, base, multiplier: 1 });
      const what = `${count} of ${base}`;
      assertClose(made.limits95.lower, limits95[0], { relative, what });
      assertClose(made.limits95.upper, limits95[1], { relative, what });
      assertClose(made.limits998.lower, limits998[0], { relative, what });
      assertClose(made.limits998.upper, limits998[1], { relative, what });
    }
  }
});
