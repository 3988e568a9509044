import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { placeFinder } from './places.ts';
import type { NationalPlaces, OwnArea } from './places.ts';

const own: OwnArea[] = [
  { code: 'X10000001', dfeCode: '101', name: 'Brackenshire', kind: 'county', regionCode: undefined },
  { code: 'X20000001', dfeCode: undefined, name: 'Norfolk', kind: 'zone', regionCode: undefined },
];

const asked: string[] = [];
const national: NationalPlaces = ({ code, dfeCode, name }) => {
  asked.push(name);
  return code === 'E10000020' || dfeCode === '926'
    ? { kind: 'found', code: 'E10000020', outsideItsDates: false }
    : { kind: 'unknown' };
};

const find = placeFinder(own, national);
const on = dayOf(2025, 3, 31);

test('an area is found by its codes, the partnership’s own before the national ones', () => {
  assert.deepEqual(find({ dfeCode: '101', name: 'Brackenshire' }, on), {
    kind: 'found',
    code: 'X10000001',
    outsideItsDates: false,
  });
  assert.equal(find({ code: 'E10000020', name: 'Norfolk' }, on).kind, 'found');
  assert.equal(find({ dfeCode: '102', name: 'Corveshire' }, on).kind, 'unknown');
});

test('a name never decides: one that an own area bears leads nowhere without its code', () => {
  assert.deepEqual(find({ dfeCode: '926', name: 'Norfolk' }, on), {
    kind: 'found',
    code: 'E10000020',
    outsideItsDates: false,
  });
  assert.equal(find({ name: 'Brackenshire' }, on).kind, 'unknown');
});

test('two codes that belong to different areas are told', () => {
  assert.equal(find({ code: 'X10000001', dfeCode: '102', name: 'Brackenshire' }, on).kind, 'disagreeing');
  assert.equal(find({ code: 'E10000020', dfeCode: '101', name: 'Norfolk' }, on).kind, 'disagreeing');
});

test('what was found once is not looked for again', () => {
  const area = { code: 'E99999999', name: 'Asked once' };
  find(area, on);
  find(area, on);
  assert.equal(asked.filter((name) => name === 'Asked once').length, 1);
});
