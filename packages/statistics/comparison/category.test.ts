import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { categoryBounds, categoryOf } from './category.ts';
import type { CategoryRefusal } from './category.ts';
import type { Result } from '../result.ts';
import { spineBounds } from './spine.ts';

const reasonOf = <Value>(made: Result<Value, CategoryRefusal>) => (made.done ? 'done' : made.refusal.reason);
const fifths = categoryBounds([1, 2, 3, 4, 5, 6], 5);
assert.ok(fifths.done);
const bounds = fifths.value;

test('classes need as many areas as there are classes, of those that have a value', () => {
  assert.equal(reasonOf(categoryBounds([1, 2, 3, 4], 5)), 'too-few-areas');
  assert.equal(reasonOf(categoryBounds([1, 2, 3, undefined, Number.NaN], 4)), 'too-few-areas');
  assert.equal(reasonOf(categoryBounds([], 4)), 'too-few-areas');
  assert.equal(reasonOf(categoryBounds([1, 2, 3, 4], 4)), 'done');
});

test('a value without a class says why', () => {
  const of = (value: number | undefined) => reasonOf(categoryOf({ value, bounds, polarity: 'low-is-good' }));
  assert.equal(of(undefined), 'no-value');
  assert.equal(of(0.9), 'outside-the-bounds');
  assert.equal(of(6.1), 'outside-the-bounds');
  assert.equal(reasonOf(categoryOf({ value: 1, bounds, polarity: 'not-applicable' })), 'not-applicable');
});

test('a class is counted from the good end by polarity, and from none without a judgement', () => {
  const fromBest = (polarity: 'low-is-good' | 'high-is-good' | 'no-judgement') => {
    const made = categoryOf({ value: 6, bounds, polarity });
    assert.ok(made.done);
    return [made.value.category, made.value.fromBest];
  };
  assert.deepEqual(fromBest('low-is-good'), [5, 5]);
  assert.deepEqual(fromBest('high-is-good'), [5, 1]);
  assert.deepEqual(fromBest('no-judgement'), [5, undefined]);
});

test('areas that are all alike are all in the first class, and the spine is one point', () => {
  const same = categoryBounds([0.1 + 0.2, 0.3, 0.3, 0.3, 0.3], 5);
  assert.ok(same.done);
  assert.equal(new Set(same.value.bounds).size, 1);
  const made = categoryOf({ value: 0.1 + 0.2, bounds: same.value, polarity: 'low-is-good' });
  assert.ok(made.done && made.value.category === 1);
  const spine = spineBounds([1e-12, 1e-12, 1e-12, 1e-12]);
  assert.ok(spine.done && spine.value.p5 === 1e-12 && spine.value.p95 === 1e-12);
});

test('every area has a class, higher values never a lower one, and bounds ascend', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), { minLength: 5 }), (values) => {
      const made = categoryBounds(values, 5);
      assert.ok(made.done);
      const { bounds: ends } = made.value;
      assert.ok(ends.every((bound, at) => at === 0 || bound >= (ends[at - 1] ?? bound)));
      let last = 1;
      for (const value of values.toSorted((left, right) => left - right)) {
        const found = categoryOf({ value, bounds: made.value, polarity: 'low-is-good' });
        assert.ok(found.done && found.value.category >= last);
        last = found.value.category;
      }
    }),
  );
});

test('the spine’s numbers ascend and its ends are areas', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 4 }), (values) => {
      const made = spineBounds(values);
      assert.ok(made.done);
      const { lowest, p5, p25, p50, p75, p95, highest } = made.value;
      const ends = [lowest, p5, p25, p50, p75, p95, highest];
      assert.ok(ends.every((bound, at) => at === 0 || bound >= (ends[at - 1] ?? bound)));
      assert.deepEqual([lowest, highest], [Math.min(...values), Math.max(...values)]);
    }),
  );
});
