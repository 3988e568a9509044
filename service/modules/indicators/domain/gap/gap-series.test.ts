import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isNumber } from '../value.ts';
import { bestTold, latestPoint } from './gap-series.ts';
import { testMeasure, testSeries } from './testing.ts';

const close = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test('C01 a gap has both levels, points, a ratio and Newcombe’s interval where both sides were counted', () => {
  // Newcombe (1998), table II, case (a): 56 of 70 and 48 of 80
  const point = latestPoint(testSeries({ of: [[2025, [48, 80]]], beside: [[2025, [56, 70]]] }));
  assert.ok(point?.known);
  const { gap } = point;
  assert.deepEqual([gap.of.value, gap.beside.value, gap.difference, gap.worseBy], [60, 80, -20, 20]);
  assert.ok(gap.differenceSure.known && gap.ratioSure.known);
  assert.equal(gap.differenceSure.limits.lower.toFixed(2), '-33.39');
  assert.equal(gap.differenceSure.limits.upper.toFixed(2), '-5.24');
  close(gap.ratio ?? 0, 0.75);
});

test('C01 without counts or intervals there is a gap and no interval, and it says why', () => {
  const point = latestPoint(testSeries({ of: [[2025, 39]], beside: [[2025, 65]] }));
  assert.ok(point?.known);
  assert.equal(point.gap.difference, -26);
  assert.ok(!point.gap.differenceSure.known);
  assert.match(point.gap.differenceSure.words, /neither counts nor an interval/);
});

test('counts that do not make the published value give no interval', () => {
  const odd = testSeries({ of: [[2025, 39]], beside: [[2025, [65, 100]]] });
  const point = latestPoint(odd);
  assert.ok(point?.known && !point.gap.differenceSure.known);
});

test('R36 where one side is withheld there is no gap, no average, no count and no interval of the other', () => {
  const point = latestPoint(
    testSeries({ of: [[2025, null]], beside: [[2025, [650, 1000]]], all: [[2025, [653, 1005]]] }),
  );
  assert.ok(point && !point.known);
  assert.equal(point.reason, 'one-side-withheld');
  assert.equal(point.beside.value, 65, 'what the publisher says of the others stands');
  assert.deepEqual(
    [point.beside.counts, point.beside.base, point.beside.interval.known],
    [undefined, undefined, false],
  );
  assert.equal(point.all, undefined);
});

test('R36 all children are not told beside a withheld group, whether the rest would be worked out or not', () => {
  for (const kind of ['all', 'rest'] as const) {
    const point = latestPoint(testSeries({ of: [[2025, null]], beside: [[2025, [653, 1005]]], kind }));
    assert.ok(point && !point.known, kind);
    assert.equal(isNumber(point.beside.value), false, kind);
    assert.equal(point.beside.counts, undefined);
  }
});

test('all children less the group are the others, whatever the numbers: a property', () => {
  const group = fc
    .integer({ min: 1, max: 500 })
    .chain((base) => fc.tuple(fc.integer({ min: 0, max: base }), fc.constant(base)));
  fc.assert(
    fc.property(group, group, ([a, m], [b, n]) => {
      const point = latestPoint(
        testSeries({ of: [[2025, [a, m]]], beside: [[2025, [a + b, m + n]]], kind: 'rest' }),
      );
      assert.ok(point?.known);
      assert.deepEqual(point.gap.beside.counts, { count: b, base: n });
    }),
  );
});

test('without counts the rest cannot be found, and nothing is made up', () => {
  assert.equal(latestPoint(testSeries({ of: [[2025, 40]], beside: [[2025, 60]], kind: 'rest' })), undefined);
});

test('a year in which one side was not published is told apart from one that is withheld', () => {
  const series = testSeries({
    of: [
      [2024, 40],
      [2025, 41],
    ],
    beside: [[2024, 60]],
  });
  assert.equal(series.points.length, 1);
});

test('of several tellings the latest stands, then the one that is sure, then the longer', () => {
  const long = testSeries({
    of: [
      [2023, 40],
      [2024, 41],
      [2025, 42],
    ],
    beside: [
      [2023, 60],
      [2024, 60],
      [2025, 60],
    ],
  });
  const sure = testSeries({ of: [[2025, [42, 100]]], beside: [[2025, [60, 100]]] });
  const old = testSeries({ of: [[2024, [42, 100]]], beside: [[2024, [60, 100]]] });
  assert.equal(bestTold([old, long]), long);
  assert.equal(bestTold([long, sure]), sure);
  assert.equal(bestTold([]), undefined);
});

test('a measure that nobody judges has a gap and no worse side', () => {
  const definition = testMeasure({ polarity: 'no-judgement' });
  const point = latestPoint(testSeries({ of: [[2025, 3]], beside: [[2025, 2]], definition }));
  assert.ok(point?.known);
  assert.equal(point.gap.worseBy, undefined);
});
