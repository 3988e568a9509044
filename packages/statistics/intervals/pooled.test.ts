import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pooled } from './pooled.ts';

test('a group is the sum of its parts', () => {
  const parts = [
    { count: 1, base: 100 },
    { count: 4, base: 50 },
  ];
  assert.deepEqual(pooled(parts), { done: true, value: { count: 5, base: 150 } });
});

test('a group with a part missing is missing, and a group of nothing is none', () => {
  const reason = (parts: Parameters<typeof pooled>[0]) => {
    const refused = pooled(parts);
    return refused.done ? 'done' : refused.refusal.reason;
  };
  assert.equal(
    reason([
      { count: 1, base: 100 },
      { count: undefined, base: 50 },
    ]),
    'part-missing',
  );
  assert.equal(reason([{ count: 1, base: undefined }]), 'part-missing');
  assert.equal(reason([]), 'no-parts');
});
