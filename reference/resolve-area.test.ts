import assert from 'node:assert/strict';
import { test } from 'node:test';
import { englishAreas } from './areas.ts';
import { resolveArea } from './resolve-area.ts';
import type { AreaClues } from './resolve-area.ts';

const areas = englishAreas();
const codeOf = (clues: AreaClues) => {
  const found = resolveArea(areas, clues);
  return found.kind === 'found' ? found.area.code : found.kind;
};
const notesOf = (clues: AreaClues) => {
  const found = resolveArea(areas, clues);
  return found.kind === 'found' ? found.notes : found.kind;
};

test('any one clue is enough where it names one area', () => {
  assert.equal(codeOf({ code: 'E10000013' }), 'E10000013');
  assert.equal(codeOf({ dfeCode: '916' }), 'E10000013');
  assert.equal(codeOf({ name: 'gloucestershire' }), 'E10000013');
  assert.equal(codeOf({ name: 'Yorkshire and the Humber' }), 'E12000003');
  assert.equal(codeOf({ dfeCode: '982', name: 'Yorkshire and The Humber Region' }), 'E12000003');
});

test('R72: Dorset alone is two areas; a day or a number decides', () => {
  assert.equal(codeOf({ name: 'Dorset' }), 'ambiguous');
  assert.equal(codeOf({ name: 'Dorset', on: '2018-03-31' }), 'E10000009');
  assert.equal(codeOf({ name: 'Dorset', on: '2019-04-01' }), 'E06000059');
  assert.equal(codeOf({ dfeCode: '835', name: 'Dorset (Pre LG)' }), 'E10000009');
  assert.equal(codeOf({ dfeCode: '838', name: 'Dorset' }), 'E06000059');
});

test('clues that name different areas are told, not settled', () => {
  const found = resolveArea(areas, { code: 'E06000059', dfeCode: '835' });
  assert.equal(found.kind, 'disagreeing');
  assert.deepEqual(found.kind === 'disagreeing' && found.between.map((area) => area.code), [
    'E06000059',
    'E10000009',
  ]);
  assert.equal(codeOf({ code: 'E10000013', name: 'Norfolk' }), 'disagreeing');
});

test('what is not in the list is unknown, whatever the name beside it says', () => {
  assert.equal(codeOf({ code: 'E06000099', name: 'Norfolk' }), 'unknown');
  assert.equal(codeOf({ dfeCode: '702' }), 'unknown');
  assert.equal(codeOf({ code: 'z', dfeCode: 'z', name: 'Outside of England and unknown' }), 'unknown');
  assert.equal(codeOf({ name: 'Atlantis' }), 'unknown');
  assert.equal(codeOf({}), 'unknown');
  assert.equal(codeOf({ code: ' ', dfeCode: '', name: '' }), 'unknown');
});

test('R72: one place under two codes is found, and says that it was recoded', () => {
  assert.equal(codeOf({ dfeCode: '825' }), 'E06000060');
  assert.deepEqual(notesOf({ dfeCode: '825' }), ['recoded']);
  assert.equal(codeOf({ dfeCode: '825', on: '2019-03-31' }), 'E10000002');
  assert.deepEqual(notesOf({ dfeCode: '825', on: '2019-03-31' }), []);
  assert.equal(codeOf({ name: 'Northumberland' }), 'E06000057');
});

test('R72: a number carried back to a later code is the publisher’s, and says so', () => {
  assert.equal(codeOf({ code: 'E06000065', dfeCode: '815', on: '2019-03-31' }), 'E06000065');
  assert.deepEqual(notesOf({ code: 'E06000065', dfeCode: '815', on: '2019-03-31' }), ['outside-its-dates']);
  assert.deepEqual(notesOf({ dfeCode: '942', on: '2021-03-31' }), ['outside-its-dates']);
});

test('a new spelling beside a certain code is noted', () => {
  assert.deepEqual(notesOf({ code: 'E06000023', name: 'Bristol (City)' }), ['name-not-known']);
});

test('a joint service is found as it is published', () => {
  assert.equal(codeOf({ code: 'E06000061 / E06000062', dfeCode: '940 / 941' }), 'E06000061+E06000062');
});
