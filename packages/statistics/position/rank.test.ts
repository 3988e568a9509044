import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rankOf } from './rank.ts';

const numbers = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 });

function made(value: number, all: readonly (number | undefined)[], polarity: 'low-is-good' | 'high-is-good') {
  const rank = rankOf({ value, all, polarity });
  assert.ok(rank.done);
  return rank.value;
}

test('areas with one value share the smaller number, and say how many they are', () => {
  const all = [10, 20, 20, 30, 40];
  assert.deepEqual(made(20, all, 'high-is-good'), { rank: 3, of: 5, tied: 1 });
  assert.deepEqual(made(10, [...all, undefined], 'low-is-good'), { rank: 1, of: 5, tied: 0 });
});

test('ranks begin at 1, end within the number of areas, and follow the values', () => {
  fc.assert(
    fc.property(numbers, (all) => {
      const ranks = all.map((value) => made(value, all, 'high-is-good'));
      assert.ok(ranks.some((each) => each.rank === 1));
      for (const [index, each] of ranks.entries()) {
        assert.ok(each.rank >= 1 && each.rank + each.tied <= all.length);
        for (const [other, theirs] of ranks.entries()) {
          assert.equal(each.rank < theirs.rank, (all[index] ?? 0) > (all[other] ?? 0));
        }
      }
    }),
  );
});

test('the best of one polarity is, ties counted, the last of the other', () => {
  fc.assert(
    fc.property(numbers, (all) => {
      for (const value of all) {
        const high = made(value, all, 'high-is-good');
        const low = made(value, all, 'low-is-good');
        assert.equal(high.rank + low.rank + high.tied, all.length + 1);
      }
    }),
  );
});

test('no value and no judgement are refused', () => {
  const reason = (value: number | undefined, polarity: Parameters<typeof rankOf>[0]['polarity']) => {
    const refused = rankOf({ value, all: [1, 2], polarity });
    return refused.done ? 'done' : refused.refusal.reason;
  };
  assert.equal(reason(undefined, 'low-is-good'), 'no-value');
  assert.equal(reason(1, 'no-judgement'), 'no-judgement');
  assert.equal(reason(1, 'not-applicable'), 'no-judgement');
});
