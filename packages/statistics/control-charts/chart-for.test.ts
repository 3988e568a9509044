import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartFor } from './chart-for.ts';

const points = (count: number) => Array.from({ length: count }, (_, place) => place);

test('a quarterly series has points, then a run chart from ten, then limits from thirteen', () => {
  const chart = (count: number) => chartFor({ frequency: 'quarterly', values: points(count) }).chart;
  assert.deepEqual([9, 10, 12, 13, 60].map(chart), ['points', 'run', 'run', 'xmr', 'xmr']);
});

test('a yearly series has a tested trend from five points, however long it is, and never limits', () => {
  const chart = (count: number) => chartFor({ frequency: 'yearly', values: points(count) }).chart;
  assert.deepEqual([4, 5, 13, 40].map(chart), ['points', 'trend', 'trend', 'trend']);
});

test('missing points do not count, and too few are told with how many are wanted', () => {
  const values = [...points(9), undefined, undefined, Number.NaN];
  assert.deepEqual(chartFor({ frequency: 'monthly', values }), {
    chart: 'points',
    because: 'too-few-points',
    points: 9,
    wanted: 10,
  });
});
