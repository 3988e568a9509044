import assert from 'node:assert/strict';
import { test } from 'node:test';
import { halfDid, readTogether } from './paired-measure.ts';

test('B07: two halves are read together and never averaged: a better one does not make up for a worse one', () => {
  assert.equal(readTogether('better', 'better'), 'Both halves are getting better.');
  assert.match(readTogether('better', 'worse'), /not an improvement/);
  assert.match(readTogether('worse', 'better'), /not an improvement/);
  assert.match(readTogether('no-change', 'worse'), /second half is getting worse; the other shows no change/);
  assert.match(readTogether('better', 'not-known'), /second half has no trend/);
  assert.match(readTogether('not-known', 'not-known'), /Neither half has a trend/);
});

test('a half did what its tested trend says, and nothing where no way is better', () => {
  assert.equal(halfDid('decreasing-better'), 'better');
  assert.equal(halfDid('increasing-worse'), 'worse');
  assert.equal(halfDid('no-significant-change'), 'no-change');
  assert.equal(halfDid('increasing'), 'not-known');
  assert.equal(halfDid(undefined), 'not-known');
});
