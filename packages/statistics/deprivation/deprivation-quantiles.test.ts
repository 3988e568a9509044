import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { deprivationQuantiles } from './deprivation-quantiles.ts';

const reason = (values: readonly (number | undefined)[], quantiles: number): string => {
  const made = deprivationQuantiles({ values, quantiles, first: 'highest' });
  return made.done ? 'done' : made.refusal.reason;
};

test('values without ties fall into quantiles whose sizes differ by at most one', () => {
  const sets = fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 300 });
  fc.assert(
    fc.property(sets, fc.integer({ min: 2, max: 100 }), (values, quantiles) => {
      fc.pre(values.length >= quantiles);
      const made = deprivationQuantiles({ values, quantiles, first: 'lowest' });
      assert.ok(made.done);
      const sizes = Array.from({ length: quantiles }, () => 0);
      for (const quantile of made.value) sizes[(quantile ?? 0) - 1] = (sizes[(quantile ?? 0) - 1] ?? 0) + 1;
      assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
    }),
  );
});

test('ties are never split, order is kept, and every quantile is from 1 to the number asked', () => {
  const sets = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 10, maxLength: 120 });
  fc.assert(
    fc.property(sets, fc.integer({ min: 2, max: 10 }), (values, quantiles) => {
      const made = deprivationQuantiles({ values, quantiles, first: 'highest' });
      assert.ok(made.done);
      const pairs = values.map((value, index) => ({ value, quantile: made.value[index] ?? Number.NaN }));
      assert.ok(pairs.every(({ quantile }) => quantile >= 1 && quantile <= quantiles));
      const inOrder = pairs.toSorted((left, right) => right.value - left.value);
      for (const [index, each] of inOrder.entries()) {
        const before = inOrder[index - 1];
        if (!before) continue;
        assert.ok(
          before.value === each.value ? before.quantile === each.quantile : before.quantile <= each.quantile,
        );
      }
    }),
  );
});

test('a bound that falls exactly between two areas is not moved by rounding', () => {
  // 28 areas in twentieths: the eighth from the bottom closes the sixth twentieth, exactly
  const values = Array.from({ length: 28 }, (_, index) => index);
  const made = deprivationQuantiles({ values, quantiles: 20, first: 'lowest' });
  assert.ok(made.done);
  assert.equal(made.value[7], 6);
});

test('all alike are all in the first quantile, and a missing value has none', () => {
  const made = deprivationQuantiles({ values: [4, 4, undefined, 4], quantiles: 3, first: 'lowest' });
  assert.deepEqual(made, { done: true, value: [1, 1, undefined, 1] });
});

test('what cannot be put in quantiles is refused with its reason', () => {
  assert.equal(reason([1, 2, 3], 1), 'not-2-to-100');
  assert.equal(reason([1, 2, 3], 101), 'not-2-to-100');
  assert.equal(reason([1, 2, 3], 2.5), 'not-2-to-100');
  assert.equal(reason([1, 2, undefined], 3), 'too-few-values');
  assert.equal(reason([], 2), 'too-few-values');
  assert.equal(reason([1, Number.NaN, 3], 2), 'not-finite');
});
