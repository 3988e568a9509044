import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Estimate } from '../intervals/confidence.ts';
import { differenceOfProportions, differenceOfRates } from './difference.ts';
import { ratioOfProportions, ratioOfRates } from './ratio.ts';
import type { Counted, TwoGroups } from './two-groups.ts';

const counted = fc
  .integer({ min: 1, max: 100_000 })
  .chain((base) => fc.record({ count: fc.integer({ min: 0, max: base }), base: fc.constant(base) }));
const some = counted.filter(({ count }) => count > 0);

const inOrder = ({ value, limits95, limits998 }: Estimate<string>): boolean =>
  limits998.lower <= limits95.lower &&
  limits95.lower <= value + 1e-12 &&
  value <= limits95.upper + 1e-12 &&
  limits95.upper <= limits998.upper;
const pair = (first: Counted, second: Counted): TwoGroups => ({ first, second, multiplier: 1 });

test('a difference lies within its limits, and those within −1 and 1', () => {
  fc.assert(
    fc.property(counted, counted, (first, second) => {
      const made = differenceOfProportions(pair(first, second));
      const rates = differenceOfRates(pair(first, second));
      assert.ok(made.done && rates.done);
      assert.ok(inOrder(made.value) && inOrder(rates.value));
      assert.ok(made.value.limits998.lower >= -1 - 1e-12 && made.value.limits998.upper <= 1 + 1e-12);
    }),
  );
});

test('changing places turns a difference round, and a ratio over', () => {
  fc.assert(
    fc.property(some, some, (first, second) => {
      const [one, other] = [
        differenceOfProportions(pair(first, second)),
        differenceOfProportions(pair(second, first)),
      ];
      assert.ok(one.done && other.done);
      assert.ok(Math.abs(one.value.limits95.lower + other.value.limits95.upper) < 1e-12);
      for (const ratioOf of [ratioOfProportions, ratioOfRates]) {
        const [ratio, over] = [ratioOf(pair(first, second)), ratioOf(pair(second, first))];
        assert.ok(ratio.done && over.done && inOrder(ratio.value) && inOrder(over.value));
        const product = ratio.value.limits95.lower * over.value.limits95.upper;
        assert.ok(Math.abs(product - 1) < 1e-6, `${product}`);
      }
    }),
  );
});

test('none in the first group is a ratio of 0 with an upper limit; none in the second is no ratio', () => {
  const none = ratioOfProportions(pair({ count: 0, base: 10 }, { count: 1, base: 10 }));
  assert.ok(none.done);
  assert.deepEqual([none.value.value, none.value.limits95.lower], [0, 0]);
  assert.ok(none.value.limits95.upper > 1 && none.value.limits95.upper < 10);
  for (const ratioOf of [ratioOfProportions, ratioOfRates]) {
    const refused = ratioOf(pair({ count: 3, base: 10 }, { count: 0, base: 10 }));
    assert.ok(!refused.done && refused.refusal.reason === 'second-is-zero');
  }
});

test('a difference has the unit of the multiplier, a ratio has none', () => {
  const given = pair({ count: 30, base: 100 }, { count: 10, base: 100 });
  const [points, ratio] = [
    differenceOfProportions({ ...given, multiplier: 100 }),
    ratioOfProportions({ ...given, multiplier: 100 }),
  ];
  assert.ok(points.done && ratio.done);
  assert.ok(Math.abs(points.value.value - 20) < 1e-12 && points.value.multiplier === 100);
  assert.ok(Math.abs(ratio.value.value - 3) < 1e-12 && ratio.value.multiplier === 1);
});

test('a group that cannot be used is named with its own reason', () => {
  const good = { count: 1, base: 10 };
  assert.deepEqual(differenceOfProportions(pair(good, { count: 11, base: 10 })), {
    done: false,
    refusal: {
      reason: 'group-not-usable',
      which: 'second',
      refusal: { reason: 'count-above-base', count: 11, base: 10 },
    },
  });
  const first = differenceOfRates(pair({ count: 1, base: 0 }, good));
  assert.ok(!first.done && first.refusal.which === 'first');
});
