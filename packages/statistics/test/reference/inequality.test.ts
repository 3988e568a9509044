import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inequality, relativeIndex, slopeIndex } from '../../index.ts';
import type { Inequality, InequalityGroup, Limits, UnequalGroups } from '../../index.ts';
import { checkLimits, doneOf, tablesElsewhere } from './estimates.ts';
import { methods } from './methods.ts';
import { assertClose, fixture, numberIn } from './tables.ts';
import type { Row } from './tables.ts';

const number = (row: Row, column: string): number => numberIn(row, column) ?? Number.NaN;
const folder = 'statistics/phe/';

test('inequality: points are those of least squares in NumPy, closed limits those of root-finding', () => {
  assert.equal(methods.inequality.length, 5);
  for (const row of methods.inequality) checkOwn(row);
});

function checkOwn(row: (typeof methods.inequality)[number]): void {
  const groups = row.values.map((value, index) => ({
    value,
    population: row.populations[index] ?? 0,
    standardError: row.errors[index] ?? 0,
  }));
  const of = { relative: 1e-9, what: row.kind };
  const given = { groups, kind: row.kind, multiplier: 1 };
  const plain = doneOf(inequality({ ...given, fit: 'values' }));
  assertClose(plain.atMostDeprived, row.plain.start, of);
  assertClose(plain.slope.value, row.plain.end - row.plain.start, of);
  assertClose(doneOf(plain.relative).value, row.plain.end / row.plain.start, of);
  if (row.kind === 'value') {
    checkLimits(plain.slope, row.slope, of);
    checkLimits(doneOf(plain.relative), row.ratio, of);
    return;
  }
  const transformed = doneOf(inequality({ ...given, fit: 'transformed' }));
  assertClose(transformed.atMostDeprived, row.transformed.start, of);
  assertClose(transformed.slope.value, row.transformed.end - row.transformed.start, of);
  if (row.kind === 'rate') checkLimits(doneOf(transformed.relative), row.ratio, of);
}

test('inequality: simulated limits agree with the closed ones to three in a thousand of the interval’s width', () => {
  for (const row of methods.inequality) {
    if (row.kind !== 'value') continue;
    const groups = row.values.map((value, index) => ({
      value,
      population: row.populations[index] ?? 0,
      standardError: row.errors[index] ?? 0,
    }));
    const given: UnequalGroups = { groups, kind: 'value', fit: 'values', multiplier: 1 };
    const simulation = { seed: 11, repetitions: 200_000 };
    for (const index of [slopeIndex, relativeIndex]) {
      const closed = doneOf(index(given));
      const simulated = doneOf(index({ ...given, simulation }));
      assert.equal(simulated.method, 'weighted line, simulated');
      const width = closed.limits95.upper - closed.limits95.lower;
      assert.ok(Math.abs(simulated.limits95.lower - closed.limits95.lower) < 0.006 * width);
      assert.ok(Math.abs(simulated.limits95.upper - closed.limits95.upper) < 0.006 * width);
    }
  }
});

test('inequality: upstream’s 200,000 repetitions are within 1% of the closed form', (t) => {
  const [rows] = tablesElsewhere([`${folder}sii.csv`]) ?? [];
  if (!rows) return t.skip('the upstream table is not here');
  for (const expected of fixture('phe_generated/sii_ci_200k_reps_expected.csv')) {
    const made = doneOf(inequality(plainOf(rows.slice(0, 20), expected['Area'] ?? '')));
    const relative = doneOf(made.relative);
    assertClose(made.slope.value, number(expected, 'sii'), { relative: 1e-9, what: 'sii' });
    assertClose(relative.value, number(expected, 'rii'), { relative: 1e-9, what: 'rii' });
    checkWithin(made.slope.limits95, expected, 'sii', '95_0');
    checkWithin(made.slope.limits998, expected, 'sii', '99_8');
    checkWithin(relative.limits95, expected, 'rii', '95_0');
    checkWithin(relative.limits998, expected, 'rii', '99_8');
  }
});

/** Within 1% of the limit, as the difference from the estimate, which is what the method makes. */
function checkWithin(limits: Limits, row: Row, ...[index, level]: [string, string]): void {
  const value = number(row, index);
  for (const side of ['lower', 'upper'] as const) {
    const expected = number(row, `${index}_${side}${level}cl`);
    const what = `${row['Area']} ${index} ${side}${level}`;
    assertClose(limits[side] - value, expected - value, { relative: 0.01, what });
  }
}

function plainOf(rows: readonly Row[], area: string): UnequalGroups {
  const groups = rows
    .filter((row) => row['Area'] === area)
    .map((row) => ({
      population: number(row, 'Population'),
      value: number(row, 'Value'),
      standardError: number(row, 'StandardError'),
    }));
  return { groups, kind: 'value', fit: 'values', multiplier: 1 };
}

test('inequality: upstream cases, points to 1e-9 and limits to 5%', (t) => {
  const [cases, rows] = tablesElsewhere([`${folder}sii_cases_map.csv`, `${folder}sii.csv`]) ?? [];
  if (!cases || !rows) return t.skip('the upstream tables are not here');
  assert.equal(cases.length, 23);
  const checked = cases.map((each) => checkCase(each, rows));
  assert.equal(
    checked.reduce((left, right) => left + right),
    2 * 23,
  );
});

/** Both areas of one set of options, with limits and with standard errors; says how many areas. */
function checkCase(options: Row, rows: readonly Row[]): number {
  const text = options['options'] ?? '';
  const from = number(options, 'first_record') - 1;
  const records = rows.slice(from, number(options, 'last_record'));
  const data = text.includes('data rows 91-110') ? rows.slice(90, 110) : records;
  const areas = new Set(records.map((row) => row['Area'] ?? ''));
  for (const area of areas) {
    const inputs = data.filter((row) => row['Area'] === area);
    const expected = records.find((row) => row['Area'] === area && row['sii'] !== '');
    assert.ok(expected, `${text} ${area}`);
    for (const by of ['limits', 'errors'] as const) {
      const made = doneOf(inequality(givenOf(inputs, options, by)), text);
      checkPoints(made, expected, text);
      if (!/confidence=(0\.99|98)/u.test(text)) checkFivePercent(made, expected, text);
    }
  }
  return areas.size;
}

function givenOf(inputs: readonly Row[], options: Row, by: 'limits' | 'errors'): UnequalGroups {
  const text = options['options'] ?? '';
  const kind = { '0': 'value', '1': 'rate', '2': 'proportion' } as const;
  const type = /value_type=(0|1|2)/u.exec(text)?.[1];
  assert.ok(type === '0' || type === '1' || type === '2', text);
  const groups = inputs.map((row): InequalityGroup => {
    const group = { population: number(row, 'Population'), value: number(row, 'Value') };
    return by === 'errors'
      ? { ...group, standardError: number(row, 'StandardError') }
      : { ...group, limits95: { lower: number(row, 'LowerCL'), upper: number(row, 'UpperCL') } };
  });
  const fit = text.includes('transform=TRUE') ? 'transformed' : 'values';
  // enough for five in a hundred
  const simulation = type === '0' ? undefined : { seed: 1, repetitions: 20_000 };
  return { groups, kind: kind[type], fit, multiplier: number(options, 'multiplier'), simulation };
}

function checkPoints(made: Inequality, expected: Row, text: string): void {
  const of = { relative: 1e-9, what: text };
  assertClose(made.slope.value, number(expected, 'sii'), of);
  const [ratio, intercept] = [numberIn(expected, 'rii'), numberIn(expected, 'Intercept')];
  if (ratio !== undefined) assertClose(doneOf(made.relative).value, ratio, of);
  if (intercept !== undefined) assertClose(made.atMostDeprived, intercept, of);
}

function checkFivePercent(made: Inequality, expected: Row, text: string): void {
  for (const [index, limits] of [
    ['sii', made.slope.limits95],
    ['rii', doneOf(made.relative).limits95],
  ] as const) {
    for (const side of ['lower', 'upper'] as const) {
      const limit = numberIn(expected, `${index}_${side}cl_1`);
      if (limit !== undefined)
        assertClose(limits[side], limit, { relative: 0.05, what: `${text} ${index} ${side}` });
    }
  }
}
