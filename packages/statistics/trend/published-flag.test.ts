import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarYear } from './day-number.ts';
import { changeBetween } from './change-between.ts';
import type { TrendPoint } from './recent-trend.ts';
import { compareWithPublishedFlag } from './published-flag.ts';

test('a publisher’s flag agrees, is reversed or differs', () => {
  const against = (verdict: Parameters<typeof compareWithPublishedFlag>[0]['verdict'], flag?: string) =>
    compareWithPublishedFlag({ verdict }, flag);
  assert.equal(against('decreasing-better', 'Decreasing and getting better'), 'agrees');
  assert.equal(against('decreasing-better', ' DECREASING '), 'agrees');
  assert.equal(against('decreasing', 'Decreasing and getting better'), 'agrees');
  assert.equal(against('decreasing-better', 'Decreasing and getting worse'), 'differs');
  assert.equal(against('decreasing-better', 'Increasing and getting worse'), 'reversed');
  assert.equal(against('increasing', 'Decreasing'), 'reversed');
  assert.equal(against('increasing', 'No significant change'), 'differs');
  assert.equal(against('no-significant-change', 'No significant change'), 'agrees');
  assert.equal(against('no-significant-change', 'Increasing'), 'differs');
  assert.equal(against('cannot-be-calculated', 'Could not be calculated'), 'agrees');
  assert.equal(against('cannot-be-calculated', 'Cannot be calculated'), 'agrees');
  assert.equal(against('cannot-be-calculated', 'Increasing'), 'differs');
  assert.equal(against('increasing', 'Cannot be calculated'), 'differs');
  assert.equal(against('increasing'), 'nothing-published');
  assert.equal(against('increasing', '  '), 'nothing-published');
  assert.equal(against('increasing', 'up a bit'), 'not-understood');
  assert.equal(against('cannot-be-calculated', 'up a bit'), 'not-understood');
});

const at = (year: number, lower: number, upper: number): TrendPoint => ({
  ...calendarYear(year),
  value: (lower + upper) / 2,
  limits95: { lower, upper },
});

test('two periods change where their intervals share nothing; touching is no change', () => {
  const between = (before: TrendPoint, now: TrendPoint) =>
    changeBetween({ polarity: 'low-is-good', before, now });
  assert.deepEqual(between(at(2019, 30, 34), at(2024, 24, 28)), { verdict: 'decreasing-better', change: -6 });
  assert.equal(between(at(2019, 24, 28), at(2024, 30, 34)).verdict, 'increasing-worse');
  assert.equal(between(at(2019, 24, 28), at(2024, 28, 34)).verdict, 'no-significant-change');
});

test('two periods that cannot be held together say why', () => {
  const [before, now] = [at(2019, 30, 34), at(2024, 24, 28)];
  const reason = (changed: Partial<TrendPoint>, earlier: Partial<TrendPoint> = {}) => {
    const made = changeBetween({
      polarity: 'low-is-good',
      before: { ...before, ...earlier },
      now: { ...now, ...changed },
    });
    return made.verdict === 'cannot-be-calculated' ? made.reason : made.verdict;
  };
  assert.equal(reason({}), 'decreasing-better');
  assert.equal(reason({ value: undefined }), 'no-value');
  assert.equal(reason({ value: 1.7e308 }, { value: -1.7e308 }), 'no-value');
  assert.equal(reason({ limits95: undefined }), 'missing-interval');
  assert.equal(reason({}, { limits95: { lower: 2, upper: 1 } }), 'limits-not-in-order');
  assert.equal(reason({ breakBefore: 'definition' }), 'definition-break');
  assert.equal(reason({ breakBefore: 'area' }), 'area-change');
  assert.equal(reason(calendarYear(2019)), 'periods-overlap');
  assert.equal(reason({ firstDay: 'last year' }), 'not-a-period');
});
