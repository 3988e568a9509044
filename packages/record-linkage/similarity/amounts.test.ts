import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberOf, secondsOf } from './amounts.ts';

void test('days and instants are seconds; what is no day of the calendar is nothing', () => {
  const cases: readonly [string, number | undefined][] = [
    ['1970-01-01', 0],
    ['1970-01-02 00:00:00', 86_400],
    ['1970-01-01T01:00:01.5', 3601.5],
    ['1970-01-01T00:00:00Z', 0],
    ['1969-12-31', -86_400],
    ['2012-2-9', Date.UTC(2012, 1, 9) / 1000],
    ['2012-02-29', Date.UTC(2012, 1, 29) / 1000],
    ['2013-02-29', undefined],
    ['2012-13-01', undefined],
    ['29/02/2012', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of cases) assert.equal(secondsOf(text), expected, text);
});

void test('numbers are read as numbers, nothing else is', () => {
  const cases: readonly [string, number | undefined][] = [
    ['12', 12],
    [' -1.5 ', -1.5],
    ['.5', 0.5],
    ['1e3', 1000],
    ['1e999', undefined],
    ['', undefined],
    ['0x10', undefined],
    ['twelve', undefined],
  ];
  for (const [text, expected] of cases) assert.equal(numberOf(text), expected, text);
});
