import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { spreadLabels } from './spread-labels.ts';

const label = fc.record({
  wanted: fc.integer({ min: -50, max: 350 }),
  size: fc.integer({ min: 10, max: 40 }),
});
const labels = fc.array(label, { maxLength: 7 });
const bounds = { from: 0, to: 300 };

test('labels never touch, keep the order of what they name, and stay within the bounds', () => {
  fc.assert(
    fc.property(labels, (wanted) => {
      const placed = spreadLabels(wanted, bounds);
      const boxes = wanted.map((each, index) => ({ ...each, middle: placed[index] ?? NaN }));
      const sorted = boxes.toSorted((a, b) => a.middle - b.middle);
      for (const [index, box] of sorted.entries()) {
        assert.ok(box.middle - box.size / 2 >= -0.1 && box.middle + box.size / 2 <= 300.1);
        const next = sorted[index + 1];
        if (next === undefined) continue;
        assert.ok(box.middle + box.size / 2 <= next.middle - next.size / 2 + 0.2);
        assert.ok(box.wanted <= next.wanted);
      }
    }),
  );
});

test('labels with room enough stay where they want to be', () => {
  const wanted = [250, 40, 140].map((place) => ({ wanted: place, size: 20 }));
  assert.deepEqual(spreadLabels(wanted, bounds), [250, 40, 140]);
});

test('two labels that want the same place share the displacement', () => {
  const wanted = [100, 100].map((place) => ({ wanted: place, size: 20 }));
  assert.deepEqual(spreadLabels(wanted, bounds), [90, 110]);
});

test('labels that cannot all fit start at the upper bound and still do not touch', () => {
  const wanted = [10, 10, 10].map((place) => ({ wanted: place, size: 20 }));
  assert.deepEqual(spreadLabels(wanted, { from: 0, to: 30 }), [10, 30, 50]);
});
