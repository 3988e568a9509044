import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expectedByChance } from './expected-by-chance.ts';

test('forty comparisons at 95% give one “worse” by chance, and two that are different', () => {
  const made = expectedByChance({ comparisons: 40, found: 0, level: 0.95 });
  assert.deepEqual(made, { done: true, value: { expected: 1, different: 2, probability: 1 } });
});

test('no comparisons find nothing, and all of one is its probability', () => {
  const none = expectedByChance({ comparisons: 0, found: 0, level: 0.95 });
  assert.ok(none.done && none.value.expected === 0 && none.value.probability === 1);
  const one = expectedByChance({ comparisons: 1, found: 1, level: 0.998 });
  assert.ok(one.done && Math.abs(one.value.probability - 0.001) < 1e-15);
});

test('what is not a number of comparisons is refused', () => {
  const reason = (comparisons: number, found: number) => {
    const made = expectedByChance({ comparisons, found, level: 0.95 });
    return made.done ? 'done' : made.refusal.reason;
  };
  assert.equal(reason(-1, 0), 'not-a-number-of-comparisons');
  assert.equal(reason(2.5, 0), 'not-a-number-of-comparisons');
  assert.equal(reason(1e10, 0), 'not-a-number-of-comparisons');
  assert.equal(reason(Number.NaN, 0), 'not-a-number-of-comparisons');
  assert.equal(reason(5, 6), 'not-a-number-found');
  assert.equal(reason(5, -1), 'not-a-number-found');
  assert.equal(reason(1e9, 1e9), 'done');
});

test('finding more is less likely, and the terms of few comparisons are those of the formula', () => {
  const numbers = fc
    .integer({ min: 1, max: 60 })
    .chain((comparisons) =>
      fc.record({ comparisons: fc.constant(comparisons), found: fc.integer({ min: 1, max: comparisons }) }),
    );
  fc.assert(
    fc.property(numbers, ({ comparisons, found }) => {
      const made = expectedByChance({ comparisons, found, level: 0.95 });
      const fewer = expectedByChance({ comparisons, found: found - 1, level: 0.95 });
      assert.ok(made.done && fewer.done);
      assert.ok(made.value.probability < fewer.value.probability);
      let [choose, exactly] = [1, 0];
      for (let number = 0; number < found; number += 1) {
        if (number === found - 1) exactly = choose * 0.025 ** number * 0.975 ** (comparisons - number);
        choose = (choose * (comparisons - number)) / (number + 1);
      }
      assert.ok(Math.abs(fewer.value.probability - made.value.probability - exactly) < 1e-12);
    }),
  );
});
