import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { documentOf, goldenthread, ownFolder } from '../../testing.ts';

function areaOf(code: string, name: string, [west, south]: readonly [number, number]) {
  const ring = [
    [west, south],
    [west + 0.1, south],
    [west + 0.1, south + 0.1],
    [west, south + 0.1],
    [west, south],
  ];
  return { type: 'Feature', properties: { code, name }, geometry: { type: 'Polygon', coordinates: [ring] } };
}

const boundaries = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    areaOf('E10000020', 'Norfolk', [0.9, 52.6]),
    areaOf('E10000029', 'Suffolk', [1.0, 52.1]),
    areaOf('E99999998', 'Nowhere', [1.2, 52.3]),
  ],
});

test('measures boundaries: what is known is loaded, what is not is named, and a file that is none is refused in words', async (t) => {
  const folder = await ownFolder(t);
  const settings = { GOLDENTHREAD_DIRECTORY: join(folder, 'kept'), GOLDENTHREAD_DEMONSTRATION: 'off' };
  const [good, bad] = [join(folder, 'two.geojson'), join(folder, 'none.geojson')];
  await writeFile(good, boundaries);
  await writeFile(bad, 'PK not json');
  const loaded = await goldenthread(
    ['measures', 'boundaries', good, '--source', 'invented', '--json'],
    settings,
  );
  assert.equal(loaded.code, 0, loaded.err);
  assert.deepEqual(documentOf(loaded), {
    file: 'two.geojson',
    areas: 2,
    points: 8,
    leftOut: ['Nowhere (E99999998)'],
  });
  const refused = await goldenthread(['measures', 'boundaries', bad, '--source', 'invented'], settings);
  assert.equal(refused.code, 1);
  assert.match(
    refused.err,
    /none\.geojson: The file is no GeoJSON or TopoJSON: it begins with “PK not json”/,
  );
  const missing = await goldenthread(
    ['measures', 'boundaries', '/nowhere/a.json', '--source', 'invented'],
    settings,
  );
  assert.match(missing.err, /There is no file \/nowhere\/a\.json/);
});

test('measures boundaries: nothing is read before it is said whose boundaries they are', async () => {
  const unsaid = await goldenthread(['measures', 'boundaries', '/nowhere/a.json']);
  assert.equal(unsaid.code, 1);
  assert.match(unsaid.err, /Say whose boundaries they are/);
});
