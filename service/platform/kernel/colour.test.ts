import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast, readableUnderWhite } from './colour.ts';

test('contrast is that of WCAG 2.2: black on white 21, a colour on itself 1, grey #767676 on white 4.54', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#265b3c', '#265b3c'), 1);
  assert.equal(contrast('#ffffff', '#767676').toFixed(2), '4.54');
});

test('a brand colour must carry white words at 4.5 to 1, and be written as six figures', () => {
  assert.equal(readableUnderWhite('#265b3c'), true);
  assert.equal(readableUnderWhite('#777777'), false);
  assert.equal(readableUnderWhite('#f2b53c'), false);
  assert.equal(readableUnderWhite('green'), false);
});
