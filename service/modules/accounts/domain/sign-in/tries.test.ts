import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minutesToWait, triesLeft } from './tries.ts';

test('ASVS 6.3.1: waits grow with wrong codes and never pass a quarter of an hour', () => {
  assert.deepEqual([0, 1, 4, 5, 6, 7, 8, 9, 10, 1000].map(minutesToWait), [0, 0, 0, 1, 2, 4, 8, 15, 15, 15]);
  assert.deepEqual([0, 4, 5, 9].map(triesLeft), [5, 1, 0, 0]);
});
