import assert from 'node:assert/strict';
import test from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { englishAreas } from '#reference/areas.ts';
import { eesPlaces } from '#reference/ees/ees-format.ts';
import type { OwnArea } from '../../../bringing-in/places.ts';
import { eesPlaceWriter } from './ees-place.ts';

const own: readonly OwnArea[] = [
  { code: 'X12000001', dfeCode: undefined, name: 'The Vale', kind: 'region', regionCode: undefined },
  { code: 'X10000001', dfeCode: '599', name: 'Brackenshire', kind: 'county', regionCode: 'X12000001' },
  { code: 'X99000001', dfeCode: undefined, name: 'North zone', kind: 'zone', regionCode: undefined },
];

const write = eesPlaceWriter(englishAreas(), own, eesPlaces());

function cells(code: string, year: number): readonly (string | undefined)[] {
  const placed = write(code, dayOf(year, 3, 31));
  assert.ok(placed.done, code);
  const { level, cells: found } = placed.value;
  return [level, found['region_name'], found['old_la_code'], found['new_la_code'], found['la_name']];
}

test('trap B3: a council is written with the code and number of the row’s own days', () => {
  assert.deepEqual(cells('E08000037', 2025), [
    'Local authority',
    'North East',
    '390',
    'E08000037',
    'Gateshead',
  ]);
  assert.deepEqual(cells('E08000037', 2012), [
    'Local authority',
    'North East',
    '390',
    'E08000020',
    'Gateshead',
  ]);
  assert.deepEqual(cells('E08000020', 2025), [
    'Local authority',
    'North East',
    '390',
    'E08000037',
    'Gateshead',
  ]);
});

test('trap B3: a council that was parted keeps the code that was published, and is never the other one', () => {
  assert.deepEqual(cells('E10000009', 2018), ['Local authority', 'South West', '835', 'E10000009', 'Dorset']);
  assert.deepEqual(cells('E06000059', 2025), ['Local authority', 'South West', '838', 'E06000059', 'Dorset']);
  assert.deepEqual(cells('E06000059', 2018), ['Local authority', 'South West', '838', 'E06000059', 'Dorset']);
});

test('the country, regions and the partnership’s own areas are written at their level', () => {
  assert.deepEqual(cells('E92000001', 2025), ['National', undefined, undefined, undefined, undefined]);
  assert.deepEqual(cells('E12000003', 2025).slice(0, 2), ['Regional', 'Yorkshire and The Humber']);
  assert.deepEqual(cells('X10000001', 2025), [
    'Local authority',
    'The Vale',
    '599',
    'X10000001',
    'Brackenshire',
  ]);
});

test('a zone and a joint service have no level in the format, and are refused', () => {
  const joint = englishAreas().list.find(({ kind }) => kind === 'joint');
  assert.ok(joint);
  for (const code of ['X99000001', joint.code, 'E00000000'])
    assert.ok(!write(code, dayOf(2025, 3, 31)).done, code);
});

test('every council that stands is written as the list of accepted places has it', () => {
  const accepted = new Set((eesPlaces().lists.get('authorities') ?? []).map((entry) => entry.join('|')));
  const councils = englishAreas().list.filter(
    ({ kind, until }) =>
      until === undefined && !['country', 'region', 'part-of-region', 'joint'].includes(kind),
  );
  for (const { code } of councils) {
    const [, , number, now, name] = cells(code, 2025);
    assert.ok(accepted.has([now, number, name].join('|')), `${now} ${number} ${name}`);
  }
});
