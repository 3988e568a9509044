import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkBenchmark, quantile, quartileBand, quartileBounds, rankOf } from '../../index.ts';
import type { Polarity } from '../../index.ts';
import { independent } from './independent.ts';
import { assertClose, elsewhere, numberIn } from './tables.ts';
import type { Row } from './tables.ts';

test('position: ranks are those of SciPy, with ties at the smaller number', () => {
  for (const { values, lowIsGood, highIsGood } of independent.positions) {
    for (const [polarity, expected] of [
      ['low-is-good', lowIsGood],
      ['high-is-good', highIsGood],
    ] as const) {
      const made = values.map((value) => rankOf({ value, all: values, polarity }));
      assert.deepEqual(
        made.map((each) => each.done && each.value.rank),
        expected,
      );
      assert.ok(made.every((each) => each.done && each.value.of === values.length));
    }
  }
});

test('position: quantiles of type 7 are those of exact fractions', () => {
  let compared = 0;
  for (const { values, quantiles } of independent.positions) {
    for (const [p, expected] of Object.entries(quantiles)) {
      const made = quantile(values, Number(p));
      assert.ok(made.done);
      assertClose(made.value, expected, { relative: 1e-12, what: `p = ${p} of ${values.length}` });
      compared += 1;
    }
  }
  assert.equal(compared, 63);
});

test('position: quarters of areas are those of exact fractions, in both polarities', () => {
  for (const { values, bands } of independent.positions) {
    const bounds = quartileBounds(values);
    assert.equal(bounds.done, bands !== null);
    if (!bounds.done || bands === null) continue;
    for (const [index, value] of values.entries()) {
      const bandOf = (polarity: Polarity): unknown => quartileBand({ value, bounds: bounds.value, polarity });
      const quarter: number = bands[index] ?? 0;
      assert.deepEqual(bandOf('low-is-good'), { done: true, value: 'ABCD'[quarter - 1] });
      assert.deepEqual(bandOf('high-is-good'), { done: true, value: 'DCBA'[quarter - 1] });
    }
  }
});

const polarities = new Map<string, Polarity>([
  ['Low', 'low-is-good'],
  ['High', 'high-is-good'],
]);

test('position: upstream cases of quartile bands', (t) => {
  const file = elsewhere('statistics/lait/quartile_band.csv');
  if ('absent' in file) return t.skip(file.absent);
  assert.equal(file.rows.length, 23);
  for (const row of file.rows) {
    const [lowest, first, middle, third, highest] = ['q0', 'q25', 'q50', 'q75', 'q100'].map(
      (column) => numberIn(row, column) ?? Number.NaN,
    );
    assert.ok(lowest !== undefined && first !== undefined && middle !== undefined);
    assert.ok(third !== undefined && highest !== undefined);
    const made = quartileBand({
      value: numberIn(row, 'value'),
      bounds: { lowest, first, middle, third, highest },
      polarity: polarities.get(row['polarity'] ?? '') ?? 'no-judgement',
    });
    const expected = row['expected'] ?? '';
    assert.equal(
      made.done ? made.value : 'refused',
      /^[A-D]$/.test(expected) ? expected : 'refused',
      JSON.stringify(row),
    );
  }
});

test('position: upstream cases of ranks', (t) => {
  const file = elsewhere('statistics/lait/rank.csv');
  if ('absent' in file) return t.skip(file.absent);
  assert.equal(file.rows.length, 18);
  for (const name of new Set(file.rows.map((row) => row['case']))) {
    const rows: readonly Row[] = file.rows.filter((row) => row['case'] === name);
    const all = rows.map((row) => numberIn(row, 'value'));
    for (const row of rows) {
      const polarity = polarities.get(row['polarity'] ?? '') ?? 'no-judgement';
      const made = rankOf({ value: numberIn(row, 'value'), all, polarity });
      assert.equal(made.done ? made.value.rank : undefined, numberIn(row, 'expected_rank'), name);
    }
  }
});

test('a published benchmark outside its parts stops the comparison: first-time entrants, in every year', (t) => {
  const file = elsewhere('published/lait/lait_bds_long_selected.csv');
  if ('absent' in file) return t.skip(file.absent);
  const rows = file.rows.filter((row) => row['Short Desc'] === 'FirstYJS' && row['Values'] !== '-');
  const years = new Set(rows.map((row) => row['Years']));
  assert.equal(years.size, 9);
  for (const year of years) {
    const ofYear = rows.filter((row) => row['Years'] === year);
    const england = ofYear.find((row) => row['LA Number'] === '970');
    assert.ok(england);
    const parts = ofYear.filter((row) => row !== england).map((row) => numberIn(row, 'Values'));
    const made = checkBenchmark({
      kind: 'ratio',
      benchmark: numberIn(england, 'Values') ?? Number.NaN,
      parts,
    });
    assert.equal(!made.trusted && made.reason, 'outside-its-parts', year);
  }
});
