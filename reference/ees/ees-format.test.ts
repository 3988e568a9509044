import assert from 'node:assert/strict';
import test from 'node:test';
import { englishAreas } from '../areas.ts';
import { eesFormat, eesPlaces, readEesFormat, readEesPlaces } from './ees-format.ts';

test('seventy-nine kinds of period, eighteen levels and five units are written down', () => {
  const format = eesFormat();
  assert.equal(format.times.flatMap(({ identifiers }) => identifiers).length, 79);
  assert.equal(format.levels.length, 18);
  assert.deepEqual(format.units, ['%', 'pp', '£', '£m', 'numberstring']);
});

test('every list that a level names is there, and every level within another is one', () => {
  const { levels } = eesFormat();
  const { lists } = eesPlaces();
  const named = levels.flatMap(({ list }) => list ?? []);
  assert.deepEqual(
    named.filter((list) => !lists.has(list)),
    ['constituencies', 'wards'],
  );
  const known = new Set(levels.map(({ level }) => level));
  assert.deepEqual(
    levels.flatMap(({ within }) => within).filter((level) => !known.has(level)),
    [],
  );
});

test('no pair of code and name stands twice', () => {
  for (const [name, list] of eesPlaces().lists) {
    const keys = list.map((entry) => entry.join('|'));
    assert.equal(new Set(keys).size, keys.length, name);
  }
});

test('every council that stands today, and every region, is in the lists under its own code', () => {
  const { lists } = eesPlaces();
  const codes = new Set([...lists.values()].flatMap((list) => list.map(([code]) => code)));
  const missing = englishAreas().list.filter(
    ({ code, kind, until }) => kind !== 'joint' && until === undefined && !codes.has(code),
  );
  assert.deepEqual(
    missing.map(({ code, name }) => `${code} ${name}`),
    [],
  );
});

test('a file of another shape is refused', () => {
  assert.throws(() => readEesFormat('data_columns: []'));
  assert.throws(() => readEesPlaces('countries: [[E92000001]]'));
});
