import assert from 'node:assert/strict';
import { test } from 'node:test';
import { series, yearly } from '../test/examples/told.ts';
import { breaksOf, latestNumber, runsOf } from './runs.ts';

function years(points: readonly { order: number }[]): readonly number[] {
  return points.map((point) => point.order);
}

test('R72: a line stops at a break and at whatever is not a number', () => {
  const told = series(
    'Thornshire',
    'own',
    yearly(2014, [4, 3, 'suppressed', 5, 'missing', 2, 1, 0, 6], { year: 2021, reason: 'a new definition' }),
  );
  assert.deepEqual(runsOf(told).map(years), [[2014, 2015], [2017], [2019, 2020], [2021, 2022]]);
});

test('zero is a number and belongs to its line', () => {
  assert.deepEqual(runsOf(series('Thornshire', 'own', yearly(2020, [1, 0, 2]))).map(years), [
    [2020, 2021, 2022],
  ]);
});

test('R72: a break lies just before the period that does not join, also where that one has no number', () => {
  const reason = 'the area was split in two';
  const told = series(
    'Thornshire',
    'own',
    yearly(2014, [4, 3, 'missing', 'suppressed', 5, 6], { year: 2017, reason }),
  );
  assert.deepEqual(
    breaksOf(told).map((each) => [each.before.order, each.order, each.after.order, each.reason]),
    [[2015, 2016.5, 2018, reason]],
  );
});

test('a first period that joins nothing is no break, and neither is one before any number', () => {
  assert.deepEqual(breaksOf(series('Thornshire', 'own', yearly(2014, [4, 3]))), []);
  const late = yearly(2014, ['missing', 4, 3], { year: 2015, reason: 'first published' });
  assert.deepEqual(breaksOf(series('Thornshire', 'own', late)), []);
});

test('points are read in time, whatever order they come in', () => {
  const points = yearly(2014, [4, 3, 2]).toReversed();
  assert.deepEqual(runsOf(series('Thornshire', 'own', points)).map(years), [[2014, 2015, 2016]]);
  assert.equal(latestNumber(series('Thornshire', 'own', points))?.period, '2016-17');
  assert.equal(latestNumber(series('Thornshire', 'own', yearly(2014, [7, 'missing'])))?.period, '2014-15');
});
