import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quantile } from './quantile.ts';

const values = fc.array(
  fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000),
  { minLength: 1, maxLength: 60 },
);
const probability = fc.double({ min: 0, max: 1, noNaN: true });

function made(of: readonly number[], p: number): number {
  const found = quantile(of, p);
  assert.ok(found.done);
  return found.value;
}

test('a quarter of 1 to 4 lies three quarters of the way to 2', () => {
  assert.equal(made([4, 1, 3, 2], 0.25), 1.75);
  assert.equal(made([7], 0.9), 7);
});

test('0 and 1 are the ends, and a larger probability never gives a smaller value', () => {
  fc.assert(
    fc.property(values, probability, probability, (of, p, q) => {
      assert.equal(made(of, 0), Math.min(...of));
      assert.equal(made(of, 1), Math.max(...of));
      const [lower, upper] = [Math.min(p, q), Math.max(p, q)];
      assert.ok(made(of, lower) <= made(of, upper) + 1e-9);
    }),
  );
});

test('the values given are not put in another order', () => {
  const given = [3, 1, 2];
  made(given, 0.5);
  assert.deepEqual(given, [3, 1, 2]);
});

test('no values, a value that is not finite, and a probability outside 0 to 1 are refused', () => {
  const reason = (of: readonly number[], p: number) => {
    const refused = quantile(of, p);
    return refused.done ? 'done' : refused.refusal.reason;
  };
  assert.equal(reason([], 0.5), 'no-values');
  assert.equal(reason([1, Number.NaN], 0.5), 'not-finite');
  assert.equal(reason([1], 1.01), 'not-a-probability');
  assert.equal(reason([1], Number.NaN), 'not-a-probability');
});
