import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runChart } from './run-chart.ts';
import type { ToRun } from './run-chart.ts';
import { runsAbout } from './runs.ts';

function charted(given: ToRun) {
  const made = runChart(given);
  assert.ok(made.done, made.done ? '' : made.refusal.reason);
  return made.value;
}

test('Charts: a long run and too few crossings are signals; points on the median count for nothing', () => {
  const moved = charted({ values: [1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9] });
  assert.deepEqual(moved.parts[0]?.runs.signals, ['few-crossings']);
  const long = runsAbout([1, 1, 1, 1, 1, 1, 1, 1, -1, 1, -1], 0);
  assert.deepEqual([long.longestRun, long.longestRunMost, long.signals.includes('long-run')], [8, 6, true]);
  const flat = charted({ values: Array<number>(12).fill(4) });
  assert.deepEqual(flat.parts[0]?.runs, {
    points: 12,
    useful: 0,
    longestRun: 0,
    longestRunMost: 0,
    crossings: 0,
    crossingsLeast: 0,
    signals: [],
  });
});

test('Charts: frozen and left-out points together: the median rests on what is left of the first points', () => {
  const values = [3, 40, 5, 4, 6, 20, 21, 22];
  const chart = charted({ values, freezeAfter: 5, excluded: [{ at: 1, reason: 'counted twice' }] });
  assert.equal(chart.parts[0]?.median, 4.5);
  assert.equal(chart.parts[0]?.runs.points, 7, 'the point that is left out is in no run');
});

test('Charts: missing points are passed over, and what cannot be charted is refused', () => {
  assert.equal(runsAbout([1, undefined, 1, -1], 0).longestRun, 2);
  const reason = (given: ToRun) => {
    const made = runChart(given);
    return made.done ? 'done' : made.refusal.reason;
  };
  assert.equal(reason({ values: [] }), 'part-empty');
  assert.equal(reason({ values: [1, Number.POSITIVE_INFINITY] }), 'not-finite');
  assert.equal(reason({ values: [1, 2], freezeAfter: 0 }), 'frozen-too-early');
  assert.equal(reason({ values: [1, 2], excluded: [{ at: 2, reason: 'x' }] }), 'exclusion-misplaced');
  assert.equal(reason({ values: [1, 2], excluded: [{ at: 1, reason: '' }] }), 'exclusion-unexplained');
  assert.deepEqual(charted({ values: [1, 2, 3] }).warnings, [{ reason: 'few-points', part: 0, useful: 2 }]);
});

test('Charts: runs and crossings add up, and do not care which way is up', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 80 }), (values) => {
      const { useful, longestRun, crossings } = runsAbout(values, 0);
      assert.ok(useful === 0 ? crossings === 0 : longestRun + crossings <= useful);
      assert.deepEqual(
        runsAbout(
          values.map((value) => -value),
          0,
        ),
        runsAbout(values, 0),
      );
    }),
  );
});
