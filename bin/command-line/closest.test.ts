import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closest } from './closest.ts';

test('the word that was meant is found, whatever letter is wrong, missing or too many', () => {
  const words = ['start', 'strategy', 'doctor', 'migrate'];
  for (const [given, meant] of [
    ['strt', 'start'],
    ['startt', 'start'],
    ['stategy', 'strategy'],
    ['DOCTER', 'doctor'],
    ['migrade', 'migrate'],
  ] as const)
    assert.equal(closest(given, words), meant);
});

test('a word that is like none of them is not guessed at', () => {
  assert.equal(closest('publish', ['start', 'doctor']), undefined);
  assert.equal(closest('x', []), undefined);
});
