import assert from 'node:assert/strict';
import { test } from 'node:test';
import { xmr } from '../../control-charts/xmr/xmr.ts';
import type { PointType } from '../../control-charts/xmr/point-type.ts';
import type { SpecialCause } from '../../control-charts/xmr/special-cause.ts';
import type { Xmr } from '../../control-charts/xmr/xmr.ts';
import { assertClose, elsewhere, numberIn } from './tables.ts';
import type { Row } from './tables.ts';

const relative = 1e-9;

const theirCauses: { readonly [Each in SpecialCause]: string } = {
  'above-limit': 'Above UCL',
  'below-limit': 'Below LCL',
  rising: '7 Point Trend (Increasing)',
  falling: '7 Point Trend (Decreasing)',
  'two-of-three-above': '2 in 3 Above CL',
  'two-of-three-below': '2 in 3 Below CL',
  'seven-above': '7 Points Above CL',
  'seven-below': '7 Points Below CL',
  'common-cause': 'Common Cause',
};

const theirTypes: { readonly [Each in PointType]: string } = {
  'improvement-high': 'special_cause_improvement',
  'improvement-low': 'special_cause_improvement',
  'concern-high': 'special_cause_concern',
  'concern-low': 'special_cause_concern',
  'neutral-high': 'special_cause_neutral_high',
  'neutral-low': 'special_cause_neutral_low',
  'common-cause': 'common_cause',
};

const polarities = new Map([
  ['increase', 'high-is-good'],
  ['decrease', 'low-is-good'],
  ['neutral', 'no-judgement'],
] as const);

const assurances = {
  met: 'consistent_pass',
  'not-met': 'consistent_fail',
  'hit-and-miss': 'inconsistent',
} as const;

function chartOf(rows: readonly Row[]): Xmr {
  const [first] = rows;
  assert.ok(first);
  const direction = first['improvement_direction'];
  const polarity = [...polarities].find(([theirs]) => theirs === direction)?.[1];
  assert.ok(polarity, direction);
  const made = xmr({
    values: rows.map((row) => numberIn(row, 'y')),
    polarity,
    screening: first['screen_outliers'] === 'TRUE' ? 'outliers-left-out' : 'all-kept',
    freezeAfter: numberIn(first, 'fix_after_n_points'),
    target: numberIn(first, 'target'),
    rebases: rows.flatMap((row, at) =>
      at > 0 && row['rebase_group'] !== rows[at - 1]?.['rebase_group']
        ? [{ at, on: row['date'] ?? '', reason: 'as published', by: 'the publisher' }]
        : [],
    ),
  });
  assert.ok(made.done, JSON.stringify(made));
  return made.value;
}

test('XmR: limits to 1e-9, and every special cause, type and assurance, of the published cases', (t) => {
  const file = elsewhere('statistics/spc_nhsr/ptd_spc_points.csv');
  if ('absent' in file) return t.skip(file.absent);
  assert.ok(file.rows.length >= 300);
  const cases = Map.groupBy(file.rows, (row) => `${row['case']} ${row['facet']}`);
  for (const [name, rows] of cases) {
    const chart = chartOf(rows);
    for (const [place, row] of rows.entries()) {
      const point = chart.points[place];
      const what = `${name}, point ${place + 1}`;
      assert.ok(point);
      assertClose(point.centre, numberIn(row, 'mean') ?? Number.NaN, { relative, what });
      assertClose(point.lower, numberIn(row, 'lpl') ?? Number.NaN, { relative, what });
      assertClose(point.upper, numberIn(row, 'upl') ?? Number.NaN, { relative, what });
      assert.equal(theirCauses[point.cause], row['special_cause_type'], what);
      assert.equal(theirTypes[point.type], row['point_type'], what);
      assert.equal(chart.assurance ? assurances[chart.assurance] : '', row['assurance_type'], what);
    }
  }
});
