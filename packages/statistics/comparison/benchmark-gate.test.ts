import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { benchmarkWords, checkBenchmark } from './benchmark-gate.ts';

test('a rate outside all of its parts is not trusted, and says between what it should lie', () => {
  assert.deepEqual(checkBenchmark({ kind: 'ratio', benchmark: 1258, parts: [98, 181, undefined, 120] }), {
    trusted: false,
    reason: 'outside-its-parts',
    benchmark: 1258,
    lowest: 98,
    highest: 181,
  });
  assert.equal(checkBenchmark({ kind: 'ratio', benchmark: 97, parts: [98, 181] }).trusted, false);
  assert.equal(checkBenchmark({ kind: 'ratio', benchmark: Number.NaN, parts: [98, 181] }).trusted, false);
});

test('a benchmark on the edge of its parts is trusted, with floating-point noise too', () => {
  assert.equal(checkBenchmark({ kind: 'ratio', benchmark: 0.1 + 0.2, parts: [0.1, 0.3] }).trusted, true);
  assert.equal(checkBenchmark({ kind: 'ratio', benchmark: 98, parts: [98, 181] }).trusted, true);
  assert.equal(checkBenchmark({ kind: 'ratio', benchmark: 181.001, parts: [98, 181] }).trusted, false);
});

test('a count is a total; fewer than two parts say nothing', () => {
  const count = checkBenchmark({ kind: 'count', benchmark: 500, parts: [200, 900] });
  assert.ok(!count.trusted && count.reason === 'a-total');
  assert.equal(
    benchmarkWords(count, 'England'),
    'England is a total, so it cannot be compared with one of its parts',
  );
  assert.deepEqual(checkBenchmark({ kind: 'ratio', benchmark: 5, parts: [5, undefined] }), {
    trusted: false,
    reason: 'too-few-parts',
    parts: 1,
  });
});

test('a true weighted mean of its parts is always trusted', () => {
  const part = fc.record({
    value: fc.integer({ min: 0, max: 1e9 }).map((thousandths) => thousandths / 1000),
    weight: fc.integer({ min: 1, max: 1000 }),
  });
  fc.assert(
    fc.property(fc.array(part, { minLength: 2, maxLength: 40 }), (parts) => {
      const weight = parts.reduce((sum, each) => sum + each.weight, 0);
      const benchmark = parts.reduce((sum, each) => sum + each.value * each.weight, 0) / weight;
      const made = checkBenchmark({ kind: 'ratio', benchmark, parts: parts.map((each) => each.value) });
      assert.equal(made.trusted, true);
    }),
  );
});
