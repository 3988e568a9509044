import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimalsOfStep, formatInUnit, formatNumber } from './number.ts';

test('numbers are written as in England, with the decimals asked for', () => {
  assert.equal(formatNumber(1234567.891, 1), '1,234,567.9');
  assert.equal(formatNumber(19, 1), '19.0');
  assert.equal(formatNumber(-3.25, 1), '−3.3');
});

test('a number that rounds to zero is never written as minus zero', () => {
  assert.equal(formatNumber(-0.04, 1), '0.0');
  assert.equal(formatNumber(-0, 0), '0');
});

test('a percentage sign follows, a pound sign leads', () => {
  assert.equal(formatInUnit(19.4, { symbol: '%', decimals: 1 }), '19.4%');
  assert.equal(formatInUnit(1200, { symbol: '£', decimals: 0 }), '£1,200');
  assert.equal(formatInUnit(-1200, { symbol: '£', decimals: 0 }), '−£1,200');
  assert.equal(formatInUnit(19.4, { decimals: 0 }), '19');
});

test('what is not a finite number is refused rather than written', () => {
  assert.throws(() => formatNumber(NaN, 1), /give it a status/);
  assert.throws(() => formatNumber(Infinity, 1), RangeError);
});

test('a step says how many decimals its ticks need', () => {
  assert.deepEqual([20, 5, 0.5, 0.25, 0.002].map(decimalsOfStep), [0, 0, 1, 2, 3]);
});
