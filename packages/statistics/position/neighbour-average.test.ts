import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { neighbourAverage } from './neighbour-average.ts';

test('each neighbour with a value counts the same, and the others are left out and told', () => {
  assert.deepEqual(neighbourAverage([10, undefined, 14]), {
    done: true,
    value: { average: 12, available: 2, of: 3 },
  });
});

test('the average lies between the smallest and the largest neighbour', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 10 }),
      (values) => {
        const made = neighbourAverage(values);
        assert.ok(made.done);
        assert.ok(made.value.average >= Math.min(...values) * (1 - 1e-12));
        assert.ok(made.value.average <= Math.max(...values) * (1 + 1e-12));
      },
    ),
  );
});

test('no neighbour with a value is no average', () => {
  assert.deepEqual(neighbourAverage([undefined, undefined]), {
    done: false,
    refusal: { reason: 'none-available', of: 2 },
  });
});
