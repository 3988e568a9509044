import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { indirectlyStandardisedRate, indirectlyStandardisedRatio } from './indirectly-standardised.ts';
import type { ToStandardise } from './indirectly-standardised.ts';

const given: ToStandardise = {
  observed: 12,
  multiplier: 100,
  bands: [
    { base: 400, referenceCount: 10, referenceBase: 1000 },
    { base: 600, referenceCount: 5, referenceBase: 500 },
  ],
};

test('as many as expected is a ratio of 100, and the reference’s own rate', () => {
  const band = fc.record({
    referenceCount: fc.integer({ min: 1, max: 500 }),
    referenceBase: fc.integer({ min: 1000, max: 90_000 }),
  });
  fc.assert(
    fc.property(fc.array(band, { minLength: 1, maxLength: 9 }), (bands) => {
      const itself = bands.map((each) => ({ ...each, base: each.referenceBase }));
      const observed = bands.reduce((sum, each) => sum + each.referenceCount, 0);
      const base = bands.reduce((sum, each) => sum + each.referenceBase, 0);
      const ratio = indirectlyStandardisedRatio({ observed, bands: itself, multiplier: 100 });
      const rate = indirectlyStandardisedRate({ observed, bands: itself, multiplier: 1000 });
      assert.ok(ratio.done && rate.done);
      assert.ok(Math.abs(ratio.value.value - 100) < 1e-9);
      assert.ok(Math.abs(rate.value.value - (observed / base) * 1000) < 1e-9);
      assert.ok(
        rate.value.limits95.lower <= rate.value.value && rate.value.value <= rate.value.limits95.upper,
      );
    }),
  );
});

test('nothing observed still has an upper limit; the method is exact below ten', () => {
  const none = indirectlyStandardisedRatio({ ...given, observed: 0 });
  assert.ok(none.done);
  assert.deepEqual([none.value.value, none.value.limits95.lower, none.value.method], [0, 0, 'exact Poisson']);
  assert.ok(none.value.limits95.upper > 0);
  const ten = indirectlyStandardisedRatio({ ...given, observed: 10 });
  assert.ok(ten.done && ten.value.method === 'Byar');
});

test('what cannot be standardised is refused with its reason', () => {
  const [first] = given.bands;
  assert.ok(first);
  const reason = (changed: Partial<ToStandardise>): string => {
    const made = indirectlyStandardisedRate({ ...given, ...changed });
    return made.done ? 'done' : made.refusal.reason;
  };
  assert.equal(reason({}), 'done');
  assert.equal(reason({ bands: [] }), 'no-bands');
  assert.equal(reason({ observed: -1 }), 'observed-negative');
  assert.equal(reason({ observed: Number.NaN }), 'not-finite');
  assert.equal(reason({ multiplier: 0 }), 'multiplier-not-positive');
  assert.equal(reason({ bands: [{ ...first, base: -1 }] }), 'number-negative');
  assert.equal(reason({ bands: [{ ...first, referenceBase: 0 }] }), 'reference-not-positive');
  assert.equal(reason({ bands: [{ ...first, base: 0 }] }), 'nothing-expected');
});
