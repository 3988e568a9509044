import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Estimate } from './confidence.ts';
import { normalDeviate } from './confidence.ts';
import { proportion } from './proportion.ts';

const ofCount = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((base) => fc.record({ base: fc.constant(base), count: fc.integer({ min: 0, max: base }) }));

function made(count: number, base: number): Estimate<'Wilson'> {
  const estimate = proportion({ count, base, multiplier: 1 });
  assert.ok(estimate.done);
  return estimate.value;
}

test('both levels come from the normal distribution, to the last digits', () => {
  assert.ok(Math.abs(normalDeviate(0.95) - 1.959963984540054) < 1e-14);
  assert.ok(Math.abs(normalDeviate(0.998) - 3.090232306167813) < 1e-14);
});

test('none of five, and five of five, have limits of 0 and 1', () => {
  const none = proportion({ count: 0, base: 5, multiplier: 100 });
  assert.ok(none.done);
  assert.deepEqual([none.value.value, none.value.limits95.lower], [0, 0]);
  assert.ok(Math.abs(none.value.limits95.upper - 43.448246478317465) < 1e-10);
  assert.equal(made(5, 5).limits95.upper, 1);
  assert.equal(made(5, 5).limits998.upper, 1);
});

test('the limits contain the value, stay within 0 and 1, and are wider at 99.8% than at 95%', () => {
  fc.assert(
    fc.property(ofCount, ({ count, base }) => {
      const { value, limits95, limits998 } = made(count, base);
      assert.ok(0 <= limits998.lower && limits998.lower <= limits95.lower && limits95.lower <= value);
      assert.ok(value <= limits95.upper && limits95.upper <= limits998.upper && limits998.upper <= 1);
    }),
  );
});

test('those who are not counted have the mirrored limits', () => {
  fc.assert(
    fc.property(ofCount, ({ count, base }) => {
      const counted = made(count, base).limits95;
      const others = made(base - count, base).limits95;
      assert.ok(Math.abs(counted.lower + others.upper - 1) < 1e-12);
      assert.ok(Math.abs(counted.upper + others.lower - 1) < 1e-12);
    }),
  );
});

test('one more counted moves both limits up; twice as many people make the interval narrower', () => {
  fc.assert(
    fc.property(ofCount, ({ count, base }) => {
      fc.pre(count < base);
      const { limits95: fewer } = made(count, base);
      const { limits95: more } = made(count + 1, base);
      assert.ok(more.lower > fewer.lower && more.upper > fewer.upper);
      const { limits95: larger } = made(count * 2, base * 2);
      assert.ok(larger.upper - larger.lower < fewer.upper - fewer.lower);
    }),
  );
});

test('the multiplier scales the value and every limit, and is told', () => {
  const one = made(7, 12);
  const hundred = proportion({ count: 7, base: 12, multiplier: 100 });
  assert.ok(hundred.done);
  assert.equal(hundred.value.multiplier, 100);
  assert.equal(hundred.value.method, 'Wilson');
  assert.ok(Math.abs(hundred.value.value - one.value * 100) < 1e-12);
  assert.ok(Math.abs(hundred.value.limits998.upper - one.limits998.upper * 100) < 1e-12);
});

test('what cannot be a proportion is refused with its reason', () => {
  const reason = (count: number, base: number, multiplier = 1) => {
    const refused = proportion({ count, base, multiplier });
    return refused.done ? 'done' : refused.refusal.reason;
  };
  assert.equal(reason(-1, 10), 'count-negative');
  assert.equal(reason(11, 10), 'count-above-base');
  assert.equal(reason(0, 0), 'base-not-positive');
  assert.equal(reason(1, -1), 'base-not-positive');
  assert.equal(reason(Number.NaN, 10), 'not-finite');
  assert.equal(reason(1, Number.POSITIVE_INFINITY), 'not-finite');
  assert.equal(reason(1, 10, 0), 'multiplier-not-positive');
});
