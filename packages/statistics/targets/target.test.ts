import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { againstTarget } from './target.ts';
import type { Target, ToTarget } from './target.ts';
import { noTargetWords, targetWords } from './words.ts';

const low = { polarity: 'low-is-good', value: 10 } as const;

test('a percentile range takes its two numbers from areas of one kind, and tells them', () => {
  const areas = [10, 20, 30, 40, 50, undefined];
  const target: Target = { kind: 'percentile-range', lower: 25, upper: 75, areas };
  const at = (value: number) => againstTarget({ target, polarity: 'high-is-good', value });
  assert.deepEqual(at(19), { verdict: 'missed', lower: 20, upper: 40 });
  assert.deepEqual(at(20), { verdict: 'near', lower: 20, upper: 40 });
  assert.deepEqual(at(40), { verdict: 'met', lower: 20, upper: 40 });
});

test('England’s year before is met by polarity: a fall is good where low is', () => {
  const target: Target = { kind: 'england-year-before', england: 12 };
  assert.equal(againstTarget({ ...low, target }).verdict, 'met');
  assert.equal(againstTarget({ ...low, target, polarity: 'high-is-good' }).verdict, 'missed');
  assert.equal(againstTarget({ ...low, target, value: 12 }).verdict, 'met');
});

test('a target that says nothing says why, and every reason and verdict has words', () => {
  const reason = (given: ToTarget) => {
    const made = againstTarget(given);
    return made.verdict === 'not-compared' ? made.reason : made.verdict;
  };
  const goal: Target = { kind: 'single-value', goal: 5 };
  const limits: Target = { kind: 'single-value-by-limits', goal: 5 };
  assert.equal(reason({ ...low, target: goal, value: undefined }), 'no-value');
  assert.equal(reason({ ...low, target: goal, polarity: 'no-judgement' }), 'no-judgement');
  assert.equal(reason({ ...low, target: goal, polarity: 'not-applicable' }), 'no-judgement');
  assert.equal(reason({ ...low, target: limits }), 'no-interval');
  assert.equal(reason({ ...low, target: limits, limits95: { lower: 2, upper: 1 } }), 'limits-not-in-order');
  assert.equal(reason({ ...low, target: { kind: 'range', lower: 3, upper: 2 } }), 'no-target');
  assert.equal(reason({ ...low, target: { kind: 'single-value', goal: Number.NaN } }), 'no-target');
  assert.equal(reason({ ...low, target: { kind: 'england-year-before', england: undefined } }), 'no-target');
  const few: Target = { kind: 'percentile-range', lower: 5, upper: 95, areas: [1, 2, 3] };
  assert.equal(reason({ ...low, target: few }), 'too-few-areas');
  const beyond: Target = { kind: 'percentile-range', lower: 5, upper: 150, areas: [1, 2, 3, 4] };
  assert.equal(reason({ ...low, target: beyond }), 'no-target');
  assert.equal(new Set(Object.values(noTargetWords)).size, 6);
  assert.equal(new Set(Object.values(targetWords)).size, 4);
});

test('a value that does better never stands worse', () => {
  const order = ['missed', 'near', 'met'];
  const numbers = fc.double({ noNaN: true, min: -100, max: 100 });
  fc.assert(
    fc.property(fc.tuple(numbers, numbers, numbers, numbers), ([first, second, goal, width]) => {
      const target: Target = { kind: 'range', lower: goal, upper: goal + Math.abs(width) };
      const place = (value: number) =>
        order.indexOf(againstTarget({ target, polarity: 'high-is-good', value }).verdict);
      assert.ok(place(Math.max(first, second)) >= place(Math.min(first, second)));
      assert.ok(place(first) >= 0);
    }),
  );
});
