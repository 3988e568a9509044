import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { englishAreas, stoodOn } from './areas.ts';
import { readTiles, tilesOf } from './tiles.ts';

const councils = ['county', 'unitary', 'metropolitan', 'london-borough'];

test('every council of today and every region has a tile, and no two share one', () => {
  const { list } = englishAreas();
  const today = list
    .filter(({ kind }) => councils.includes(kind))
    .filter((area) => stoodOn(area, '2026-01-01'));
  assert.equal(tilesOf(today.map(({ code }) => code)).length, today.length);
  const regions = list.filter(({ kind }) => kind === 'region').map(({ code }) => code);
  assert.equal(tilesOf(regions).length, 9);
  assert.equal(readTiles(readFileSync(new URL('tiles.yaml', import.meta.url), 'utf8')).length, 2);
});

test('areas of which one has no tile get none, so that none is lost from a map', () => {
  assert.deepEqual(tilesOf(['E12000001', 'X10000001']), []);
  assert.deepEqual(tilesOf([]), []);
});

test('two areas on one tile are refused', () => {
  const text = 'regions: { E12000001: [1, 1], E12000002: [1, 1] }\ncouncils: {}\n';
  assert.throws(() => readTiles(text), /E12000002 stands on another area of regions/);
});
