import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linearScale } from './linear.ts';

test('a scale shows zero unless all values lie in the upper half', () => {
  assert.deepEqual(linearScale({ values: [12, 31], range: [0, 100] }).domain, [0, 35]);
  assert.deepEqual(linearScale({ values: [61, 74], range: [0, 100] }).domain, [60, 74]);
  assert.deepEqual(linearScale({ values: [-31, -12], range: [0, 100] }).domain, [-35, 0]);
});

test('a scale can be told to start at zero, or not to', () => {
  assert.equal(linearScale({ values: [61, 74], range: [0, 100], from: 'zero' }).domain[0], 0);
  assert.equal(linearScale({ values: [12, 31], range: [0, 100], from: 'fit' }).domain[0], 10);
});

test('ticks are round, and say how many decimals they need', () => {
  const whole = linearScale({ values: [0, 103], range: [0, 100] });
  assert.deepEqual(whole.ticks, [0, 20, 40, 60, 80, 100, 120]);
  assert.equal(whole.tickDecimals, 0);
  assert.equal(linearScale({ values: [0, 0.9], range: [0, 100] }).tickDecimals, 1);
  assert.equal(linearScale({ values: [0, 0.24], range: [0, 100] }).tickDecimals, 2);
});

test('a scale of nothing, of zeros or of one value is still a scale', () => {
  assert.deepEqual(linearScale({ values: [], range: [0, 10] }).domain, [0, 1]);
  assert.deepEqual(linearScale({ values: [0, 0], range: [0, 10] }).domain, [0, 1]);
  const one = linearScale({ values: [71], range: [0, 10], from: 'fit' });
  assert.ok(one.domain[0] < 71 && one.domain[1] > 71);
});

test('every value has a place within the range, in the order of the values', () => {
  const numbers = fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 2, maxLength: 20 }), (values) => {
      const scale = linearScale({ values, range: [200, 0] });
      const places = values.toSorted((a, b) => a - b).map((value) => scale.at(value));
      assert.ok(places.every((place) => place >= -0.1 && place <= 200.1));
      assert.ok(places.every((place, index) => index === 0 || place <= (places[index - 1] ?? 0)));
    }),
    { numRuns: 1000, examples: [[[0, 5e-324]], [[1, 1 + 1e-15]]] },
  );
});

test('a value that is not finite is refused', () => {
  assert.throws(() => linearScale({ values: [1, NaN], range: [0, 1] }), RangeError);
  assert.throws(() => linearScale({ values: [Infinity], range: [0, 1] }), RangeError);
});
