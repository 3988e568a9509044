import assert from 'node:assert/strict';
import test from 'node:test';
import { stepOf, toStep } from './rounding.ts';

test('B15 a range is shown to two significant figures of its width, and a narrow one to the pound', () => {
  const cases = [
    [{ low: 0, high: 412_960 }, 10_000],
    [{ low: -4_752, high: 47_520 }, 1_000],
    [{ low: 1_000_000, high: 1_000_999 }, 10],
    [{ low: 0, high: 100 }, 10],
    [{ low: 5, high: 104 }, 1],
    [{ low: 7, high: 7 }, 1],
  ] as const;
  for (const [range, step] of cases) assert.equal(stepOf(range), step, JSON.stringify(range));
});

test('B15 amounts go to the nearest step on both sides of nothing, and nothing is never less than nothing', () => {
  assert.equal(toStep(207_265, 10_000), 210_000);
  assert.equal(toStep(-15_000, 10_000), -20_000);
  assert.equal(toStep(15_000, 10_000), 20_000);
  assert.ok(Object.is(toStep(-4, 10), 0));
});
