import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deprivationQuantiles } from '../../index.ts';
import { doneOf } from './estimates.ts';
import { methods } from './methods.ts';
import { elsewhere, fixture, numberIn } from './tables.ts';
import type { Row } from './tables.ts';

test('deprivation: quantiles are those of the published rule in exact fractions', () => {
  assert.ok(methods.quantiles.length >= 7);
  for (const { values, quantiles, highest, lowest } of methods.quantiles) {
    const given = { values: values.map((value) => value ?? undefined), quantiles };
    for (const [first, expected] of [
      ['highest', highest],
      ['lowest', lowest],
    ] as const) {
      const made = doneOf(deprivationQuantiles({ ...given, first }));
      assert.deepEqual(
        made.map((quantile) => quantile ?? null),
        expected,
        `${quantiles} of ${values.length} from the ${first}`,
      );
    }
  }
});

test('deprivation: quantiles are those of PHEindicatormethods on our own inputs, with a tie and a missing value', () => {
  const rows = fixture('phe_generated/quantile_ties_na.csv');
  assert.equal(rows.length, 23);
  for (const quantiles of [4, 5, 10]) {
    for (const [first, column] of [
      ['highest', `q${quantiles}_invert_true`],
      ['lowest', `q${quantiles}_invert_false`],
    ] as const) {
      const values = rows.map((row) => numberIn(row, 'v'));
      const made = doneOf(deprivationQuantiles({ values, quantiles, first }));
      assert.deepEqual(
        made,
        rows.map((row) => numberIn(row, column)),
        column,
      );
    }
  }
});

test('deprivation: upstream cases', (t) => {
  const file = elsewhere('statistics/phe/quantiles.csv');
  if ('absent' in file) return t.skip(file.absent);
  assert.equal(file.rows.length, 982);
  for (const [group, rows] of Map.groupBy(file.rows, groupOf)) checkGroup(group, rows);
});

function checkGroup(group: string, rows: readonly Row[]): void {
  const [row] = rows;
  const quantiles = { Decile: 10, Septile: 7, Quartile: 4 }[row?.['QuantileNm'] ?? ''] ?? Number.NaN;
  // the ungrouped cases ask for the highest first, whatever the row says
  const first = row?.['Polarity'] === 'TRUE' || group === 'None' ? 'highest' : 'lowest';
  const made = deprivationQuantiles({
    values: rows.map((each) => numberIn(each, 'Value')),
    quantiles,
    first,
  });
  const expected = rows.map((each) => numberIn(each, 'QuantileInGrp'));
  if (made.done) assert.deepEqual(made.value, expected, group);
  else assert.deepEqual([made.refusal.reason, ...new Set(expected)], ['too-few-values', undefined], group);
}

/** Upstream ranks within an indicator and region, within an indicator, or all together. */
function groupOf(row: Row): string {
  const set = row['GroupSet'] ?? '';
  if (set === 'None') return set;
  return `${set} ${row['IndSexRef']} ${set === 'IndSexReg' ? row['ParentCode'] : ''}`;
}
