import assert from 'node:assert/strict';
import { test } from 'node:test';
import { englishAreas } from './areas.ts';
import { readNeighbourSets, statisticalNeighbours } from './neighbours.ts';
import { resolveArea } from './resolve-area.ts';

const sets = statisticalNeighbours();

test('the sets of 2025 and 2021, newest first', () => {
  assert.deepEqual(
    sets.map((set) => [set.year, set.neighbours.size]),
    [
      [2025, 153],
      [2021, 156],
    ],
  );
});

test('every authority and every neighbour is one of our areas', () => {
  for (const set of sets) {
    for (const [authority, neighbours] of set.neighbours) {
      for (const dfeCode of [authority, ...neighbours.map((each) => each.dfeCode)]) {
        assert.equal(resolveArea(englishAreas(), { dfeCode }).kind, 'found', `${set.year} ${dfeCode}`);
      }
    }
  }
});

test('every authority of today has neighbours in the newest set', () => {
  const today = englishAreas().list.filter(
    (area) => area.until === undefined && /county|unitary|metropolitan|london-borough/.test(area.kind),
  );
  assert.equal(today.length, 153);
  for (const area of today) {
    assert.ok(
      area.dfeCodes.some((dfeCode) => sets[0]?.neighbours.has(dfeCode)),
      area.name,
    );
  }
});

test('the nearest neighbours of 2025 are those that the publisher names', () => {
  const nearest = (dfeCode: string) => sets[0]?.neighbours.get(dfeCode)?.[0];
  assert.deepEqual(nearest('916'), { dfeCode: '937', closeness: 'extremely close' });
  assert.equal(nearest('885')?.dfeCode, '933');
  assert.equal(nearest('838')?.dfeCode, '933');
  assert.equal(nearest('926')?.dfeCode, '935');
  assert.equal(nearest('808')?.dfeCode, '841');
});

test('a row with nine neighbours, one twice, itself, or an unknown letter is refused', () => {
  const row = (text: string) => `[{ year: 2030, name: N, source: S, neighbours: { '100': ${text} } }]`;
  const ten = '101e 102v 103c 104s 105n 106n 107n 108n 109n 110n';
  assert.equal(readNeighbourSets(row(ten))[0]?.neighbours.get('100')?.[1]?.closeness, 'very close');
  assert.throws(() => readNeighbourSets(row(ten.slice(5))), /ten different/);
  assert.throws(() => readNeighbourSets(row(ten.replace('102', '101'))), /ten different/);
  assert.throws(() => readNeighbourSets(row(ten.replace('102', '100'))), /none of them itself/);
  assert.throws(() => readNeighbourSets(row(ten.replace('101e', '101x'))));
});
