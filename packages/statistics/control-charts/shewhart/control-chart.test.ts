import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { controlChart } from './control-chart.ts';
import type { ControlChart, ToControlChart } from './control-chart.ts';
import { unbiased } from './lines-of-samples.ts';

function charted(given: ToControlChart): ControlChart {
  const made = controlChart(given);
  assert.ok(made.done, made.done ? '' : made.refusal.reason);
  return made.value;
}

function reason(given: ToControlChart): string {
  const made = controlChart(given);
  return made.done ? 'done' : made.refusal.reason;
}

test('Charts: a chart of counts has limits three square roots from its mean, and none below nothing', () => {
  const [point] = charted({ chart: 'c', values: [4, 6, 5, 5] }).points;
  assert.deepEqual([point?.lines?.centre, point?.lines?.lower], [5, 0]);
  assert.ok(Math.abs((point?.lines?.upper ?? 0) - 11.708203932499369) < 1e-12);
});

test('Charts: frozen and left-out points together: limits rest on what is left of the first points, and all are drawn', () => {
  const values = [4, 60, 6, 5, 5, 30, 4];
  const chart = charted({
    chart: 'c',
    values,
    freezeAfter: 5,
    excluded: [{ at: 1, reason: 'a double count' }],
  });
  assert.equal(chart.parts[0]?.centre, 5);
  assert.equal(chart.points.length, 7);
  assert.deepEqual(
    chart.points.map(({ outside }) => outside),
    [undefined, 'above', undefined, undefined, undefined, 'above', undefined],
  );
  assert.equal(chart.points[1]?.excluded, 'a double count');
});

test('Charts: limits of a proportion move with its base, and a missing point has none', () => {
  const chart = charted({
    chart: 'p',
    counts: [5, 50, undefined, 8],
    bases: [20, 200, 100, 40],
    multiplier: 100,
  });
  const [small, large, none] = chart.points;
  const width = (point: typeof small) => (point?.lines?.upper ?? 0) - (point?.lines?.lower ?? 0);
  assert.ok(width(small) > width(large));
  assert.equal(none?.lines, undefined);
  // the missing count's base of 100 is in no total: 63 of 260
  assert.ok(Math.abs((large?.lines?.centre ?? 0) - (63 / 260) * 100) < 1e-12);
});

test('Charts: everyone or no one counted leaves no room, and no number that is none', () => {
  for (const chart of ['p', 'p-prime'] as const)
    for (const counts of [
      [0, 0, 0],
      [9, 8, 7],
    ]) {
      const { points } = charted({ chart, counts, bases: [9, 8, 7], multiplier: 1 });
      assert.ok(points.every(({ lines, outside }) => lines?.lower === lines?.upper && outside === undefined));
    }
});

test('Charts: what cannot be counted so is refused with its place', () => {
  const ratio = { chart: 'p', counts: [1, 2], bases: [10, 10], multiplier: 1 } as const;
  assert.equal(reason({ ...ratio, counts: [1, 11] }), 'count-above-base');
  assert.equal(reason({ ...ratio, chart: 'u', counts: [1, 11] }), 'done');
  assert.equal(reason({ ...ratio, counts: [1, -1] }), 'count-negative');
  assert.equal(reason({ ...ratio, bases: [10, 0] }), 'base-not-positive');
  assert.equal(reason({ ...ratio, bases: [10] }), 'uneven');
  assert.equal(reason({ ...ratio, multiplier: 0 }), 'multiplier-not-positive');
  assert.equal(reason({ chart: 't', values: [3, 0, 4] }), 'time-not-positive');
  assert.equal(reason({ chart: 'g', values: [3, -1] }), 'count-negative');
  assert.equal(reason({ chart: 'i', values: [3] }), 'part-too-short');
  assert.equal(reason({ chart: 'c', values: [] }), 'part-too-short');
  assert.equal(reason({ chart: 'xbar', samples: [[1], [2]] }), 'part-too-short');
  assert.equal(reason({ chart: 's', samples: [[1, Number.NaN]] }), 'not-finite');
  assert.equal(reason({ chart: 'i', values: [-1e308, 1e308] }), 'too-large');
});

test('Charts: c4 of large samples goes over into its series without a step', () => {
  assert.ok(Math.abs(unbiased(2) - Math.sqrt(2 / Math.PI)) < 1e-15);
  assert.ok(Math.abs(unbiased(10_000) - unbiased(10_001)) < 1e-8);
  assert.ok(unbiased(10_001) > unbiased(10_000));
});

test('Charts: every limit is a number, in order, about the centre', () => {
  const point = fc.record({
    base: fc.integer({ min: 1, max: 500 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 30 }), (points) => {
      const bases = points.map(({ base }) => base);
      const counts = points.map(({ base, part }) => Math.round(base * part));
      for (const chart of ['p', 'u', 'p-prime', 'u-prime'] as const)
        for (const { lines } of charted({ chart, counts, bases, multiplier: 1000 }).points) {
          assert.ok(lines && lines.lower >= 0);
          assert.ok(lines.lower <= lines.centre + 1e-9 && lines.centre <= lines.upper + 1e-9);
        }
    }),
  );
});
