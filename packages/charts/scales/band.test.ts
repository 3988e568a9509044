import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bandScale } from './band.ts';

test('keys get equal bands in their order', () => {
  const scale = bandScale({ keys: ['a', 'b', 'c'], range: [0, 300] });
  assert.equal(scale.bandwidth, 100);
  assert.deepEqual(['a', 'b', 'c'].map(scale.start), [0, 100, 200]);
  assert.equal(scale.middle('b'), 150);
});

test('padding leaves space between bands and none outside', () => {
  const scale = bandScale({ keys: ['a', 'b'], range: [0, 150], padding: 0.5 });
  assert.equal(scale.start('a'), 0);
  assert.equal(Math.round(scale.start('b') + scale.bandwidth), 150);
});

test('a key that was not given has no band', () => {
  assert.throws(() => bandScale({ keys: ['a'], range: [0, 1] }).start('z'), /no band for z/);
});
