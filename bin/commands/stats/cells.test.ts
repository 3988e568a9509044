import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMissing, numberIn } from './cells.ts';

test('numbers are read whole or not at all', () => {
  assert.deepEqual(
    ['12', ' 12.50 ', '1,234', '-0.5', '−3', '.5', '1e5', '+4'].map(numberIn),
    [12, 12.5, 1234, -0.5, -3, 0.5, 100_000, 4],
  );
  for (const text of ['12%', '1,23', '12 of 40', 'Inf', '1e999', '0x10', '1.2.3'])
    assert.equal(numberIn(text), undefined, text);
});

test('what publishers write for a missing number is missing, and 0 is not', () => {
  for (const text of ['', ' ', 'NA', 'c', '[x]', 'low', '-', '..', '*', 'NaN'])
    assert.ok(isMissing(text), text);
  for (const text of ['0', '-1', 'nine']) assert.ok(!isMissing(text), text);
});
