import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breakdownOf } from '../observation.ts';
import { decileOf, slopeOf } from './slope.ts';
import type { SideAt } from './telling.ts';
import { testFigures, testMeasure } from './testing.ts';

const ladder = 'County & UA deprivation deciles in England (IMD2019, 4/23 geography)';
const names = [
  ...['Most', 'Second most', 'Third more', 'Fourth more', 'Fifth more'],
  ...['Fifth less', 'Fourth less', 'Third less', 'Second least', 'Least'],
];
const places: SideAt[] = names.map((words) => ({
  measure: 'fingertips:1',
  breakdown: breakdownOf({ [ladder]: `${words} deprived decile (IMD2019)` }),
}));

test('the ten names of the tenths are the ten numbers, and nothing else is one', () => {
  assert.deepEqual(
    places.map(({ breakdown }) => decileOf(breakdown)?.decile),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  );
  assert.equal(decileOf(breakdownOf({ 'Deprivation decile': '10' }))?.decile, 10);
  assert.equal(decileOf(breakdownOf({ [ladder]: 'Most deprived decile (IMD2019)', Sex: 'Male' })), undefined);
  assert.equal(decileOf('Sex=Male'), undefined);
});

test('C01 the slope over ten tenths runs from one end to the other, with limits in closed form', () => {
  const low = testMeasure({ polarity: 'low-is-good' });
  const figures = (at: SideAt) =>
    testFigures([[2025, [190 - 10 * (decileOf(at.breakdown)?.decile ?? 0), 1000]]]);
  const slope = slopeOf(places, low, figures);
  assert.ok(slope?.slope.known && slope.relative.known);
  // a straight line of 1 point a tenth: 10 points from end to end, 18.5% down to 8.5%
  assert.equal(slope.slope.value.toFixed(6), '10.000000');
  assert.equal(slope.relative.value.toFixed(4), (18.5 / 8.5).toFixed(4));
  assert.ok(slope.slope.limits.lower < 10 && slope.slope.limits.upper > 10);
});

test('R36 where one tenth is withheld there is no slope of that year', () => {
  const hidden = (at: SideAt) =>
    testFigures([[2025, decileOf(at.breakdown)?.decile === 3 ? null : [50, 1000]]]);
  assert.equal(slopeOf(places, testMeasure(), hidden), undefined);
});

test('without people in the tenths there is no slope, and it says why', () => {
  const slope = slopeOf(places, testMeasure(), () => testFigures([[2025, 40]]));
  assert.ok(slope && !slope.slope.known);
  assert.match(slope.slope.words, /how many people/);
});
