import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compare } from './compare.ts';
import type { ToCompare } from './compare.ts';
import { notComparedWords, verdictWords } from './words.ts';

const limits95 = { lower: 2.5, upper: 2.7 };
const limits998 = { lower: 2.3, upper: 2.9 };
const single = { method: 'single-overlap', polarity: 'low-is-good', value: 2.6, limits95 } as const;
const double = { method: 'double-overlap', polarity: 'low-is-good', value: 2.6, limits95 } as const;
const two = { method: 'two-level', polarity: 'low-is-good', value: 2.6, limits95, limits998 } as const;

test('a benchmark on an end of the interval is similar; past it, better or worse by polarity', () => {
  const verdict = (benchmark: number) => compare({ ...single, benchmark }).verdict;
  assert.deepEqual([2.5, 2.6, 2.7].map(verdict), ['similar', 'similar', 'similar']);
  assert.deepEqual([2.4999, 2.7001].map(verdict), ['worse', 'better']);
  assert.equal(compare({ ...single, polarity: 'high-is-good', benchmark: 2.4 }).verdict, 'better');
});

test('intervals that touch are similar', () => {
  const verdict = (lower: number, upper: number) =>
    compare({ ...double, benchmarkLimits95: { lower, upper } }).verdict;
  assert.deepEqual([verdict(2.7, 3), verdict(2.71, 3), verdict(1, 2.49)], ['similar', 'better', 'worse']);
});

test('two levels tell better from better at the stricter level', () => {
  const asked = (benchmark: number) => compare({ ...two, benchmark });
  assert.deepEqual(asked(3), { verdict: 'best', level: 0.998, method: 'two-level' });
  assert.deepEqual(asked(2.9), { verdict: 'better', level: 0.95, method: 'two-level' });
  assert.deepEqual(asked(2.6), { verdict: 'similar', level: undefined, method: 'two-level' });
  assert.equal(asked(2.4).verdict, 'worse');
  assert.equal(asked(2.2).verdict, 'worst');
});

test('without a judgement the words are higher and lower, and never good or bad', () => {
  const asked = (benchmark: number) => compare({ ...two, polarity: 'no-judgement', benchmark });
  assert.deepEqual(asked(3), { verdict: 'lower', level: 0.998, method: 'two-level' });
  assert.deepEqual(asked(2.4), { verdict: 'higher', level: 0.95, method: 'two-level' });
});

test('what is missing or wrong is not compared, with its reason', () => {
  const reason = (given: ToCompare) => {
    const made = compare(given);
    return made.verdict === 'not-compared' ? made.reason : made.verdict;
  };
  assert.equal(reason({ ...single, benchmark: undefined }), 'no-benchmark');
  assert.equal(reason({ ...single, limits95: undefined, benchmark: 2 }), 'no-interval');
  assert.equal(reason({ ...two, limits998: undefined, benchmark: 2 }), 'no-interval');
  assert.equal(reason({ ...double, benchmarkLimits95: undefined }), 'no-benchmark');
  assert.equal(reason({ ...single, polarity: 'not-applicable', benchmark: 2 }), 'not-applicable');
  // a publisher's limits of −1 beside an empty value
  assert.equal(
    reason({ ...single, value: undefined, limits95: { lower: -1, upper: -1 }, benchmark: 2 }),
    'no-value',
  );
  assert.equal(reason({ ...single, limits95: { lower: 3, upper: 2 }, benchmark: 2 }), 'limits-not-in-order');
  assert.equal(reason({ ...single, benchmark: Number.NaN }), 'limits-not-in-order');
  assert.equal(
    reason({ ...two, limits998: { lower: 2.6, upper: 2.65 }, benchmark: 2 }),
    'limits-not-in-order',
  );
});

test('turning polarity round turns better and worse round, and nothing else', () => {
  const opposite = new Map([
    ['best', 'worst'],
    ['better', 'worse'],
    ['similar', 'similar'],
    ['worse', 'better'],
    ['worst', 'best'],
  ]);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 5, noNaN: true }), (benchmark) => {
      const low = compare({ ...two, benchmark }).verdict;
      const high = compare({ ...two, polarity: 'high-is-good', benchmark }).verdict;
      assert.equal(high, opposite.get(low));
    }),
  );
});

test('every verdict and every reason has words', () => {
  for (const words of [...Object.values(verdictWords), ...Object.values(notComparedWords)])
    assert.ok(words.length > 3);
  assert.equal(new Set(Object.values(verdictWords)).size, Object.keys(verdictWords).length);
});

test('the stricter level alone is one level: better, never best, at 99.8%', () => {
  const asked = (benchmark: number) =>
    compare({ method: 'single-overlap-998', polarity: 'low-is-good', value: 2.6, limits998, benchmark });
  assert.deepEqual(asked(2.95), { verdict: 'better', level: 0.998, method: 'single-overlap-998' });
  assert.deepEqual(asked(2.2), { verdict: 'worse', level: 0.998, method: 'single-overlap-998' });
  assert.deepEqual(asked(2.9), { verdict: 'similar', level: undefined, method: 'single-overlap-998' });
});

test('a measure of no method is not compared', () => {
  const made = compare({ method: 'none', polarity: 'low-is-good', value: 2.6 });
  assert.deepEqual(made, { verdict: 'not-compared', reason: 'not-applicable', method: 'none' });
});
