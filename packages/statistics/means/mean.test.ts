import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mean } from './mean.ts';
import type { MeanEstimate } from './mean.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 });

function made(values: readonly (number | undefined)[]): MeanEstimate {
  const result = mean(values);
  assert.ok(result.done);
  return result.value;
}

const reason = (values: readonly (number | undefined)[]): string => {
  const result = mean(values);
  return result.done ? 'done' : result.refusal.reason;
};

test('the limits contain the mean, lie evenly about it, and are wider at 99.8%', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const { value, limits95, limits998 } = made(values);
      assert.ok(limits998.lower <= limits95.lower && limits95.lower <= value);
      assert.ok(value <= limits95.upper && limits95.upper <= limits998.upper);
      assert.ok(Math.abs(limits95.upper - value - (value - limits95.lower)) < 1e-6);
    }),
  );
});

test('shifting and stretching the values shifts and stretches the limits', () => {
  const one = made([3, 5, 8, 13]);
  const other = made([1003, 1005, 1008, 1013]);
  const wide = made([-30, -50, -80, -130]);
  assert.ok(Math.abs(other.limits95.lower - one.limits95.lower - 1000) < 1e-9);
  assert.ok(Math.abs(wide.limits998.upper + one.limits998.lower * 10) < 1e-9);
});

test('all values alike have limits equal to them; numbers near the largest and smallest are no trouble', () => {
  assert.deepEqual(made([4.2, 4.2, 4.2]).limits998, { lower: 4.2, upper: 4.2 });
  assert.deepEqual(made([0, 0]).limits95, { lower: 0, upper: 0 });
  assert.ok(Math.abs(made([1e300, 2e300, 3e300]).standardDeviation / 1e300 - 1) < 1e-12);
  assert.ok(Math.abs(made([1e-300, 2e-300, 3e-300]).standardDeviation / 1e-300 - 1) < 1e-12);
  assert.equal(made([1e16, 1, -1e16, 3]).value, 1);
});

test('what has no mean with limits is refused with its reason', () => {
  assert.equal(reason([]), 'no-values');
  assert.equal(reason([undefined]), 'value-missing');
  assert.equal(reason([1, undefined, 2]), 'value-missing');
  assert.equal(reason([1, Number.NaN]), 'not-finite');
  assert.equal(reason([1, Number.POSITIVE_INFINITY]), 'not-finite');
  assert.deepEqual(mean([7]), { done: false, refusal: { reason: 'one-value', value: 7 } });
  assert.equal(reason([-1.7e308, 1.7e308]), 'too-large');
});
