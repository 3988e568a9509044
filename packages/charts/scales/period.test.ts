import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { periodScale, type PeriodTick } from './period.ts';
import { textWidth } from './text-width.ts';

function years(from: number, count: number): { order: number; label: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    order: from + index,
    label: `${from + index}-${index}`,
  }));
}

function boxOf({ label, x, anchor }: PeriodTick): [number, number] {
  const width = textWidth(label, 13);
  if (anchor === 'start') return [x, x + width];
  return anchor === 'end' ? [x - width, x] : [x - width / 2, x + width / 2];
}

test('equal steps in time are equal distances, so that a period that was skipped leaves its space', () => {
  const periods = [2015, 2016, 2018].map((order) => ({ order, label: String(order) }));
  const scale = periodScale({ periods, range: [0, 300], edges: [0, 300], fontSize: 13 });
  assert.deepEqual([2015, 2016, 2018].map(scale.at), [0, 100, 300]);
});

test('the latest period is always named, the earliest where there is room, and no two names touch', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 60, max: 600 }), (count, width) => {
      const periods = years(1990, count);
      const { ticks } = periodScale({ periods, range: [20, width - 20], edges: [0, width], fontSize: 13 });
      assert.equal(ticks.at(-1)?.label, periods.at(-1)?.label);
      if (width > 160) assert.equal(ticks[0]?.label, periods[0]?.label);
      const boxes = ticks.map(boxOf);
      assert.ok(boxes.every(([left], index) => index === 0 || left > (boxes[index - 1]?.[1] ?? 0)));
      if (width > 80) assert.ok(boxes.every(([left, right]) => left >= 0 && right <= width));
    }),
  );
});

test('a single period stands at the end, where the latest always stands', () => {
  const scale = periodScale({ periods: years(2024, 1), range: [40, 200], edges: [0, 300], fontSize: 13 });
  assert.equal(scale.at(2024), 200);
  assert.equal(scale.ticks.length, 1);
});
