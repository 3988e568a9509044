import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Estimate } from './confidence.ts';
import { crudeRate } from './rate.ts';
import type { RateMethod } from './poisson-limits.ts';

function made(count: number, base: number, multiplier = 1): Estimate<RateMethod> {
  const estimate = crudeRate({ count, base, multiplier });
  assert.ok(estimate.done);
  return estimate.value;
}

test('the method is exact below ten events and Byar’s from ten on, and is told', () => {
  assert.equal(made(9, 100).method, 'exact Poisson');
  assert.equal(made(10, 100).method, 'Byar');
});

test('no events still have an upper limit, and more events than people are a rate all the same', () => {
  assert.deepEqual([made(0, 50).limits95.lower, made(0, 50).limits998.lower], [0, 0]);
  // the exact upper limit of nothing is −ln(α/2)
  assert.ok(Math.abs(made(0, 1).limits95.upper + Math.log(0.025)) < 1e-12);
  assert.ok(made(250, 220, 100).value > 100);
});

test('the limits contain the rate, are wider at 99.8%, and rise with the count', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100_000 }),
      fc.integer({ min: 1, max: 10_000_000 }),
      (count, base) => {
        const { value, limits95, limits998 } = made(count, base, 100_000);
        assert.ok(0 <= limits998.lower && limits998.lower <= limits95.lower && limits95.lower <= value);
        assert.ok(value <= limits95.upper && limits95.upper <= limits998.upper);
        const more = made(count + 1, base, 100_000);
        assert.ok(more.limits95.lower > limits95.lower && more.limits95.upper > limits95.upper);
      },
    ),
  );
});

test('at the change of method the limits step by less than two in a hundred', () => {
  // Byar's own limits at nine events, from the published formula
  const z = 1.959963984540054;
  const byarAtNine = 10 * (1 - 1 / 90 + z / (3 * Math.sqrt(10))) ** 3;
  assert.ok(Math.abs(made(9, 1).limits95.upper / byarAtNine - 1) < 0.02);
});

test('what cannot be a rate is refused with its reason', () => {
  const reason = (count: number, base: number, multiplier = 1) => {
    const refused = crudeRate({ count, base, multiplier });
    return refused.done ? 'done' : refused.refusal.reason;
  };
  assert.equal(reason(-1, 10), 'count-negative');
  assert.equal(reason(1, 0), 'base-not-positive');
  assert.equal(reason(Number.POSITIVE_INFINITY, 10), 'not-finite');
  assert.equal(reason(1, 10, Number.NaN), 'not-finite');
  assert.equal(reason(1, 10, -100), 'multiplier-not-positive');
  assert.equal(reason(11, 10), 'done');
});
