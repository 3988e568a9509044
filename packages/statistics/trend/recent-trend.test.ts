import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { calendarYear } from './day-number.ts';
import { recentTrend } from './recent-trend.ts';
import type { ToTrend, TrendPoint } from './recent-trend.ts';
import { noTrendReasons, trendVerdicts } from './verdict.ts';
import { noTrendWords, trendWords } from './words.ts';

const point = (year: number, value: number, width = 2): TrendPoint => ({
  ...calendarYear(year),
  value,
  limits95: { lower: value - width / 2, upper: value + width / 2 },
});
const falling = [30, 27, 25, 22, 20].map((value, at) => point(2019 + at, value));
const low = { method: 'limits', polarity: 'low-is-good' } as const;
const of = (points: readonly TrendPoint[], changed: Partial<ToTrend> = {}) =>
  recentTrend({ ...low, points, ...changed });
const reason = (points: readonly TrendPoint[], changed: Partial<ToTrend> = {}) => {
  const made = of(points, changed);
  return made.verdict === 'cannot-be-calculated' ? made.reason : made.verdict;
};
const without = (year: number): TrendPoint => ({ ...calendarYear(year), value: undefined });
const changed = (at: number, by: Partial<TrendPoint>) =>
  falling.map((each, index) => (index === at ? { ...each, ...by } : each));

test('a trend is worded by polarity', () => {
  assert.equal(of(falling).verdict, 'decreasing-better');
  assert.equal(of(falling, { polarity: 'high-is-good' }).verdict, 'decreasing-worse');
  assert.equal(of(falling, { polarity: 'no-judgement' }).verdict, 'decreasing');
  const rising = falling.map((each, at) => point(2019 + at, -(each.value ?? 0)));
  assert.equal(of(rising).verdict, 'increasing-worse');
  assert.equal(of(rising, { polarity: 'high-is-good' }).verdict, 'increasing-better');
});

test('the last five with a value and an interval are used, and those passed over are told', () => {
  const made = of([
    point(2010, 900),
    ...falling.slice(0, 3),
    without(2022),
    point(2023, 22),
    point(2024, 20),
  ]);
  assert.ok(made.verdict === 'decreasing-better');
  assert.equal(made.passedOver, 1);
  assert.deepEqual([made.from.firstDay, made.to.lastDay], ['2019-01-01', '2024-12-31']);
});

test('a series may be given in any order', () => {
  assert.deepEqual(of(falling.toReversed()), of(falling));
});

test('fewer than five points are no trend; with values but no intervals the reason is another', () => {
  assert.equal(reason([]), 'too-few-points');
  assert.equal(reason(falling.slice(1)), 'too-few-points');
  assert.equal(reason(changed(2, { value: undefined })), 'too-few-points');
  assert.equal(reason(changed(2, { value: Number.NaN })), 'too-few-points');
  assert.equal(reason(changed(2, { limits95: undefined })), 'missing-interval');
  // a publisher’s −1 and −1 beside an empty value
  assert.equal(
    reason(changed(0, { value: undefined, limits95: { lower: -1, upper: -1 } })),
    'too-few-points',
  );
});

test('a break is never crossed, and only what comes after it is used', () => {
  assert.equal(reason(changed(2, { breakBefore: 'definition' })), 'definition-break');
  assert.equal(reason(changed(4, { breakBefore: 'area' })), 'area-change');
  const empty = { ...without(2021), breakBefore: 'definition' } as const;
  const gap = [...falling.slice(0, 2), empty, ...[22, 20, 19].map((value, at) => point(2022 + at, value))];
  assert.equal(reason(gap), 'definition-break');
  const long = [point(2017, 90), point(2018, 80), { ...point(2019, 30), breakBefore: 'definition' as const }];
  const after = of([...long, ...falling.slice(1)]);
  assert.ok(after.verdict === 'decreasing-better' && after.from.firstDay === '2019-01-01');
});

test('periods that overlap, are longer than a year or are not years apart are no yearly series', () => {
  const days = (make: (at: number) => [string, string]) =>
    falling.map((each, at) => {
      const [firstDay, lastDay] = make(at);
      return { ...each, firstDay, lastDay };
    });
  const rolling = days((at) => [`${2015 + at}-01-01`, `${2017 + at}-12-31`]);
  assert.equal(reason(rolling), 'periods-overlap');
  assert.equal(reason([...falling, point(2023, 19)]), 'periods-overlap');
  const threeYears = days((at) => [`${2003 + at * 3}-01-01`, `${2005 + at * 3}-12-31`]);
  assert.equal(reason(threeYears), 'not-yearly');
  const quarters = days((at) => [`2023-0${at + 1}-01`, `2023-0${at + 1}-28`]);
  assert.equal(reason(quarters), 'not-yearly');
  const mixed = changed(4, { firstDay: '2023-04-01', lastDay: '2024-03-31' });
  assert.equal(reason(mixed), 'not-yearly');
  const census = days((at) => [`${2019 + at}-01-${16 + at}`, `${2019 + at}-01-${16 + at}`]);
  assert.equal(reason(census), 'decreasing-better');
  assert.equal(reason(changed(1, { firstDay: '2020-02-30' })), 'not-a-period');
  assert.equal(reason(changed(1, { lastDay: '2019-12-31' })), 'not-a-period');
});

test('limits that cannot weigh are refused', () => {
  assert.equal(reason(changed(1, { limits95: { lower: 28, upper: 26 } })), 'limits-not-in-order');
  assert.equal(reason(changed(1, { limits95: { lower: 27, upper: 27 } })), 'interval-without-width');
  assert.equal(
    reason(changed(1, { value: 1e308, limits95: { lower: 0, upper: 1 } })),
    'numbers-too-far-apart',
  );
});

const counted = (counts: readonly number[], base = 1000) =>
  counts.map((count, at) => ({ ...calendarYear(2019 + at), count, base }));
const byCounts = { method: 'counts' } as const;

test('everybody, nobody and impossible counts have no odds to follow', () => {
  assert.equal(reason(counted([300, 270, 250, 220, 1000]), byCounts), 'count-equals-base');
  assert.equal(reason(counted([300, 270, 250, 220, 0]), byCounts), 'count-is-zero');
  assert.equal(reason(counted([300, 270, 250, 220, 1001]), byCounts), 'count-out-of-range');
  assert.equal(reason(counted([300, 270, 250, 220, -1]), byCounts), 'count-out-of-range');
  assert.equal(reason(counted([300, 270, 250, 220, 200]), byCounts), 'decreasing-better');
  // anywhere: in a year before the last five, and by limits too
  const full = { ...calendarYear(2018), count: 40, base: 40 };
  assert.equal(reason([full, ...counted([300, 270, 250, 220, 200])], byCounts), 'count-equals-base');
  assert.equal(reason(changed(3, { count: 40, base: 40 })), 'count-equals-base');
});

test('one outlier alone is no trend, up or down', () => {
  const outlier = (last: number) => [20, 20, 20, 20, last].map((value, at) => point(2019 + at, value));
  assert.equal(of(outlier(60)).verdict, 'no-significant-change');
  assert.equal(of(outlier(-20)).verdict, 'no-significant-change');
  assert.equal(reason(counted([100, 100, 100, 100, 400]), byCounts), 'no-significant-change');
});

test('a flat series has a slope and a chi-squared of nothing', () => {
  const made = of([7, 7, 7, 7, 7].map((value, at) => point(2019 + at, value, at + 1)));
  assert.ok(made.verdict === 'no-significant-change');
  assert.deepEqual([made.slope, made.chiSquared], [0, 0]);
});

const values = fc.array(fc.double({ noNaN: true, min: -1000, max: 1000 }), { minLength: 5, maxLength: 5 });
const widths = fc.array(fc.double({ noNaN: true, min: 0.01, max: 50 }), { minLength: 5, maxLength: 5 });
const series = (all: readonly number[], wide: readonly number[]) =>
  all.map((value, at) => point(2019 + at, value, wide[at]));

test('a mirror image, another unit and another beginning change nothing but the sign', () => {
  const mirrored = new Map([
    ['increasing', 'decreasing'],
    ['decreasing', 'increasing'],
  ]);
  fc.assert(
    fc.property(values, widths, (all, wide) => {
      const plain = { polarity: 'no-judgement' } as const;
      const made = of(series(all, wide), plain);
      const turned = of(
        series(
          all.map((value) => -value),
          wide,
        ),
        plain,
      );
      assert.equal(turned.verdict, mirrored.get(made.verdict) ?? made.verdict);
      assert.ok(made.verdict !== 'cannot-be-calculated' && turned.verdict !== 'cannot-be-calculated');
      assert.ok(Math.abs(made.chiSquared - turned.chiSquared) <= 1e-6 * Math.abs(made.chiSquared) + 1e-9);
      const later = of(
        series(all, wide).map((each, at) => ({ ...each, ...calendarYear(1990 + at) })),
        plain,
      );
      assert.ok(later.verdict !== 'cannot-be-calculated' && later.chiSquared === made.chiSquared);
    }),
  );
});

test('what is significant stays so when every interval is halved', () => {
  fc.assert(
    fc.property(values, widths, (all, wide) => {
      const made = of(series(all, wide));
      fc.pre(made.verdict !== 'no-significant-change');
      const surer = of(
        series(
          all,
          wide.map((width) => width / 2),
        ),
      );
      assert.equal(surer.verdict, made.verdict);
    }),
  );
});

test('no series of any numbers throws, and no number that comes back is not one', () => {
  const any = fc.oneof(fc.double(), fc.constant(undefined), fc.integer({ min: -2, max: 5 }));
  const points = fc.array(fc.tuple(any, any, any, any, any), { maxLength: 9 });
  fc.assert(
    fc.property(points, fc.constantFrom('limits' as const, 'counts' as const), (all, method) => {
      const made = of(
        all.map(([value, lower, upper, count, base], at) => ({
          ...calendarYear(2010 + at),
          value,
          limits95: lower === undefined || upper === undefined ? undefined : { lower, upper },
          count,
          base,
        })),
        { method },
      );
      if (made.verdict === 'cannot-be-calculated') return;
      assert.ok(Number.isFinite(made.chiSquared) && Number.isFinite(made.slope));
    }),
  );
});

test('every verdict and every reason has words of its own', () => {
  assert.deepEqual(Object.keys(trendWords).toSorted(), [...trendVerdicts, 'cannot-be-calculated'].toSorted());
  assert.deepEqual(Object.keys(noTrendWords).toSorted(), [...noTrendReasons].toSorted());
  assert.equal(new Set(Object.values(noTrendWords)).size, noTrendReasons.length);
});
