import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { noNumber } from '../../../value.ts';
import type { ValueStatus } from '../../../value.ts';
import { besideCell, csvLine, eesCell, plainNumber } from './ees-cell.ts';

test('trap B3: every status has its symbol and no cell is empty', () => {
  const statuses: ValueStatus[] = [
    'suppressed',
    'not-applicable',
    'missing',
    'low',
    'unreliable',
    'not-compared',
  ];
  assert.deepEqual(
    statuses.map((status) => eesCell(noNumber(status))),
    ['c', 'z', 'x', 'low', 'u', 'z'],
  );
  assert.equal(eesCell(0), '0');
});

test('a number beside a withheld value is withheld with it', () => {
  assert.equal(besideCell(noNumber('suppressed'), 3), 'c');
  assert.equal(besideCell(noNumber('unreliable'), 3), 'u');
  assert.equal(besideCell(12.5, 3), '3');
  assert.equal(besideCell(12.5, undefined), 'x');
});

test('numbers are written with every digit, without an exponent, and read back as they were', () => {
  assert.deepEqual([1e-7, -2.5e-9, 1e21, -0, 12.5].map(plainNumber), [
    '0.0000001',
    '-0.0000000025',
    '1000000000000000000000',
    '0',
    '12.5',
  ]);
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const text = plainNumber(number);
      assert.match(text, /^-?\d+(\.\d+)?$/);
      assert.equal(Number(text), number === 0 ? 0 : number);
    }),
  );
});

test('commas and quotes are kept in quotes, and what a spreadsheet would run is made text', () => {
  assert.equal(csvLine(['a,b', 'say "c"', '-1.5', '=1+1', '-x']), `"a,b","say ""c""",-1.5,'=1+1,'-x\n`);
});
