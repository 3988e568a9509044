import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import type { Figure } from '../figures/figure.ts';
import type { MeasureDefinition } from '../figures/measure-definition.ts';
import type { Place } from '../figures/place.ts';
import { rowOf } from './row.ts';
import { brackenshire, figure, figuresOf, inventedMeasure, withInterval } from './testing.ts';
import { sayJudgedTrend, sayTrend } from './trend.ts';

function trendFrom(
  own: readonly Figure[],
  given: { definition?: Partial<MeasureDefinition>; place?: Place } = {},
) {
  const definition = inventedMeasure(given.definition);
  const { trend } = rowOf(given.place ?? brackenshire, undefined, figuresOf({ own, definition }));
  assert.ok(trend);
  return trend;
}

const rising = [20, 22, 24, 26, 28].map((value, at) => withInterval(2021 + at, value, 1));

test('B06 five years that rise by more than chance are told by polarity, with the years that they are of', () => {
  assert.equal(sayTrend(trendFrom(rising)), 'Increasing and getting worse, 2020/21 to 2024/25');
  const polarities = ['high-is-good', 'no-judgement'] as const;
  assert.deepEqual(
    polarities.map((polarity) => trendFrom(rising, { definition: { polarity } }).came.verdict),
    ['increasing-better', 'increasing'],
  );
  const falling = rising.map((one, at) => ({ ...one, period: rising[4 - at]?.period ?? one.period }));
  assert.equal(trendFrom(falling.toReversed()).came.verdict, 'decreasing-better');
});

test('five years within chance are no significant change', () => {
  const wobbling = [20, 21, 20, 21, 20].map((value, at) => withInterval(2021 + at, value, 4));
  assert.equal(sayTrend(trendFrom(wobbling)), 'No significant change, 2020/21 to 2024/25');
});

test('B06 a year that was not published or is hidden is passed over; fewer than five are no trend, and it says so', () => {
  const withHole = [
    withInterval(2019, 18, 1),
    ...rising.slice(0, 2),
    figure(2023, 'suppressed'),
    ...rising.slice(3),
  ];
  assert.equal(sayTrend(trendFrom(withHole)), 'Increasing and getting worse, 2018/19 to 2024/25');
  assert.equal(
    sayTrend(trendFrom(rising.slice(1))),
    'Cannot be calculated: fewer than five periods have a value',
  );
  const bare = [20, 22, 24, 26, 28].map((value, at) => figure(2021 + at, value));
  assert.equal(sayTrend(trendFrom(bare)), 'Cannot be calculated: fewer than five periods have an interval');
});

test('R73 a trend never runs across a change of definition', () => {
  const breaks = [{ on: '2022-09-01', words: 'Counted anew.' }];
  const long = [withInterval(2019, 16, 1), withInterval(2020, 18, 1), ...rising];
  assert.match(
    sayTrend(trendFrom(long, { definition: { breaks } })),
    /^Cannot be calculated: the measure changed its definition, and there are fewer than five periods since$/,
  );
  const longAgo = [{ on: '2019-09-02', words: 'Counted anew.' }];
  assert.equal(trendFrom(long, { definition: { breaks: longAgo } }).came.verdict, 'increasing-worse');
});

test('R72 nor from one area to another that took its place', () => {
  const place: Place = {
    ...brackenshire,
    standsFrom: dayOf(2023, 4, 1),
    before: [{ codes: ['X10000009'], name: 'Old Brackenshire', words: 'Made of two.' }],
  };
  const before = rising.slice(0, 2).map((one) => ({ ...one, areaCode: 'X10000009' }));
  assert.match(
    sayTrend(trendFrom([...before, ...rising.slice(2)], { place })),
    /^Cannot be calculated: the area changed its boundary/,
  );
});

test('shares are tested by their counts where five years have them, by limits where somewhere nobody is counted', () => {
  const counted = (counts: readonly number[]) =>
    counts.map((count, at) => figure(2021 + at, (count / 1000) * 100, { count, denominator: 1000 }));
  const byCounts = trendFrom(counted([100, 130, 160, 190, 220]));
  assert.deepEqual([byCounts.came.verdict, byCounts.came.method], ['increasing-worse', 'counts']);
  const withNobody = trendFrom(counted([0, 30, 60, 90, 120]));
  assert.deepEqual([withNobody.came.verdict, withNobody.came.method], ['increasing-worse', 'limits']);
  const notTheirs = [20, 22, 24, 26, 28].map((value, at) =>
    figure(2021 + at, value, { count: 5, denominator: 1000 }),
  );
  assert.equal(
    trendFrom(notTheirs).came.verdict,
    'cannot-be-calculated',
    'counts of something else are not used',
  );
});

test('where the publisher’s flag says otherwise it is told beside ours, and where it agrees nothing is', () => {
  const flagged = (publishersTrend: string) => [
    ...rising.slice(0, 4),
    { ...withInterval(2025, 28, 1), publishersTrend },
  ];
  const reversed = trendFrom(flagged('Decreasing and getting better'));
  assert.equal(
    reversed.sourceDiffers,
    'The publisher’s file says “Decreasing and getting better”; worked out from the same numbers it is increasing and getting worse.',
  );
  assert.match(
    sayJudgedTrend(reversed),
    /^Increasing and getting worse, 2020\/21 to 2024\/25\. The publisher’s file says/,
  );
  assert.equal(trendFrom(flagged('Increasing and getting worse')).sourceDiffers, undefined);
  assert.equal(trendFrom(rising).sourceDiffers, undefined);
  assert.match(
    trendFrom([...rising.slice(2, 4), { ...withInterval(2025, 28, 1), publishersTrend: 'Increasing' }])
      .sourceDiffers ?? '',
    /says “Increasing”; from the numbers in it a trend cannot be calculated\.$/,
  );
});
