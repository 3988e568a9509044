import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Observation } from '../observation.ts';
import { financialYears } from '../period.ts';
import { noNumber } from '../value.ts';
import { gathering } from './gathered.ts';

const measure = { source: 'lait', code: 'GOODSTART' } as const;

function said(year: number, rest: Partial<Observation> = {}): Observation {
  return {
    measure,
    area: { name: 'Norfolk', dfeCode: '926' },
    breakdown: '',
    period: financialYears(year - 1, year, { state: 'final', text: String(year) }),
    value: year,
    line: year,
    ...rest,
  };
}

test('figures in any order become one series, with room only for what is there', () => {
  const gathered = gathering();
  gathered.add(said(2024), 'E10000020');
  gathered.add(said(2025, { value: noNumber('suppressed'), denominator: 40 }), 'E10000020');
  gathered.add(said(2023, { count: 7, note: 'Rounded' }), 'E10000020');
  gathered.add(said(2023, { breakdown: 'Sex=Female' }), 'E10000020');
  const [all, girls] = [...gathered.series()];
  assert.deepEqual(all?.amounts, [2024, Number.NaN, 2023]);
  assert.deepEqual(all?.statuses, [0, 1, 0]);
  assert.deepEqual(all?.beside, {
    denominator: [Number.NaN, 40, Number.NaN],
    count: [Number.NaN, Number.NaN, 7],
  });
  assert.deepEqual([...(all?.remarks ?? [])], [[2, { note: 'Rounded' }]]);
  assert.deepEqual(girls?.beside, {});
  assert.equal(girls?.remarks.size, 0);
  assert.equal(gathered.figures, 4);
  assert.equal(gathered.periods.length, 3, 'the same days are one period, whichever row names them');
});

test('a row said twice is repeated; another value for the same is refused, and the first stays', () => {
  const gathered = gathering();
  assert.equal(gathered.add(said(2024), 'E10000020'), 'added');
  assert.equal(gathered.add(said(2024), 'E10000020'), 'repeated');
  const other = gathered.add(said(2024, { value: 1, line: 9 }), 'E10000020');
  assert.ok(typeof other === 'object');
  assert.deepEqual([other.reason, other.line, other.about], ['two-values', 9, 'cell']);
  const dash = gathered.add(said(2024, { value: noNumber('missing') }), 'E10000020');
  assert.ok(typeof dash === 'object', 'a dash is not the number that stands there');
  assert.deepEqual([...gathered.series()][0]?.amounts, [2024]);
});
