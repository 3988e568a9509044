import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { englishAreas } from '#reference/areas.ts';
import { statisticalNeighbours } from '#reference/neighbours.ts';
import { atlasOf, codesToRead } from './atlas.ts';

const invented = ['Brackenshire', 'Corveshire'].map((name, at) => ({
  code: `X1000000${at + 1}`,
  dfeCode: `10${at + 1}`,
  name,
  kind: 'county',
  regionCode: undefined,
}));

const atlas = atlasOf(englishAreas(), statisticalNeighbours(), invented);

function place(code: string) {
  const found = atlas.place(code);
  assert.ok(found, code);
  return found;
}

test('R72 Dorset of now is another area than the county that ended in 2019, and says so', () => {
  const dorset = place('E06000059');
  assert.equal(dorset.standsFrom, dayOf(2019, 4, 1));
  assert.deepEqual(dorset.codes, ['E06000059']);
  assert.match(dorset.before[0]?.words ?? '', /1 April 2019/);
  assert.ok(codesToRead(dorset).includes('E10000009'));
});

test('R72 where several councils became one, none of their series is taken for its own', () => {
  const merged = place('E06000058');
  assert.ok(merged.before.length > 1);
  assert.deepEqual(codesToRead(merged), ['E06000058']);
});

test('R72 a council that only changed its code is one place under each of its codes', () => {
  assert.equal(place('E10000027').code, place('E06000066').code);
  assert.equal(place('E06000066').standsFrom, undefined);
});

test('B02 councils are ranked with councils that stood in those days, invented counties with invented ones', () => {
  const on = dayOf(2025, 3, 31);
  const norfolk = place('E10000020');
  assert.equal(atlas.peersOf(norfolk, on)('E06000004'), true);
  assert.equal(atlas.peersOf(norfolk, on)('E12000006'), false, 'a region');
  assert.equal(atlas.peersOf(norfolk, on)('E10000009'), false, 'a county that has ended');
  assert.equal(atlas.peersOf(norfolk, dayOf(2018, 3, 31))('E10000009'), true);
  assert.equal(atlas.peersOf(norfolk, on)('X10000001'), false);
  assert.equal(atlas.peersOf(place('X10000001'), on)('X10000002'), true);
  assert.equal(atlas.peersOf(place('X10000001'), on)('E10000020'), false);
});

test('B02 a place has a set of neighbours for each year, newest first; what was brought in goes before the same year', () => {
  const sets = atlas.neighbourSets(place('E10000013'), []);
  assert.deepEqual(
    sets.map(({ year }) => year),
    ['2025', '2021'],
  );
  assert.equal(sets[0]?.neighbours[0]?.place.name, 'Warwickshire');
  assert.equal(sets[0]?.neighbours[0]?.closeness, 'extremely close');
  const given = [
    { set: '2025', areaCode: 'X10000001', neighbours: [{ code: 'X10000002', closeness: 'close' }] },
  ];
  const [own, ...others] = atlas.neighbourSets(place('X10000001'), given);
  assert.equal(own?.neighbours[0]?.place.name, 'Corveshire');
  assert.deepEqual(others, []);
});

test('a neighbour that has had two codes is one neighbour under both', () => {
  const worcestershire = atlas.neighbourSets(place('E10000034'), [])[0];
  const somerset = worcestershire?.neighbours.find(({ place: { name } }) => name === 'Somerset');
  assert.deepEqual(somerset?.place.codes, ['E10000027', 'E06000066']);
});

test('a code that nobody knows is no place', () => {
  assert.equal(atlas.place('E99999999'), undefined);
});
