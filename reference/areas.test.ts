import assert from 'node:assert/strict';
import { test } from 'node:test';
import { englishAreas, nameKey, readAreas, stoodOn } from './areas.ts';

const areas = englishAreas();

test('England, its nine regions, two parts of London, and every authority with children’s services today', () => {
  const today = areas.list.filter((area) => stoodOn(area, '2025-09-01'));
  const count = (kind: string) => today.filter((area) => area.kind === kind).length;
  assert.deepEqual(
    ['country', 'region', 'part-of-region', 'county', 'unitary', 'metropolitan', 'london-borough'].map(count),
    [1, 9, 2, 21, 63, 36, 33],
  );
});

test('every authority lies in a region, and every London borough in a part of London', () => {
  for (const area of areas.list) {
    if (area.kind === 'country' || area.kind === 'region') continue;
    assert.equal(areas.byCode.get(area.region ?? '')?.kind, 'region', area.code);
    if (area.kind === 'london-borough')
      assert.equal(areas.byCode.get(area.part ?? '')?.kind, 'part-of-region');
  }
});

test('R72: a code that ended says what stands in its place, from the day after', () => {
  for (const area of areas.list) {
    assert.equal(area.until !== undefined, area.becomes.length > 0, area.code);
    for (const next of area.becomes) {
      const follows = areas.byCode.get(next.code);
      assert.equal(follows?.from, next.on, `${area.code} to ${next.code}`);
      assert.equal(dayBefore(next.on), area.until, area.code);
      assert.ok(follows?.comesFrom.some((before) => before.code === area.code && before.on === next.on));
    }
  }
});

test('a day begins before it ends', () => {
  for (const area of areas.list) {
    if (area.from && area.until) assert.ok(area.from < area.until, area.code);
  }
});

test('at most one area of a kind stands under one number on one day', () => {
  for (const [dfeCode, holders] of areas.byDfeCode) {
    for (const day of ['2012-09-01', '2018-06-30', '2019-04-01', '2022-12-31', '2025-09-01']) {
      const standing = holders.filter((area) => stoodOn(area, day));
      assert.ok(
        standing.length <= 1,
        `${dfeCode} on ${day}: ${standing.map((area) => area.code).join(', ')}`,
      );
    }
  }
});

test('two areas that share a name are one place or followed one another', () => {
  for (const [name, holders] of areas.byName) {
    for (const day of ['2012-09-01', '2019-03-31', '2019-04-01', '2025-09-01']) {
      assert.ok(holders.filter((area) => stoodOn(area, day)).length <= 1, `${name} on ${day}`);
    }
  }
});

test('spelling does not matter where it says nothing', () => {
  assert.equal(nameKey('Yorkshire and The Humber'), nameKey('Yorkshire & the Humber'));
  assert.equal(nameKey('Kingston upon Hull, City of'), nameKey('Kingston Upon Hull City of'));
  assert.equal(nameKey('St. Helens'), nameKey('St Helens'));
  assert.equal(nameKey('Stockton-on-Tees'), nameKey('Stockton on Tees'));
  assert.notEqual(nameKey('Dorset'), nameKey('Dorset (Pre LG)'));
});

test('a list with a code twice, or a successor that is not there, is refused', () => {
  const one = '- { code: E06000001, name: Hartlepool, kind: unitary }\n';
  assert.throws(() => readAreas(one + one), /stands twice/);
  assert.throws(
    () =>
      readAreas(
        "- { code: E06000028, name: A, kind: unitary, becomes: [{ code: E06000058, on: '2019-04-01', kind: merged }] }",
      ),
    /E06000028 speaks of E06000058/,
  );
  assert.throws(() => readAreas("- { code: E06000001, name: A, kind: unitary, until: '2019-02-30' }"));
  assert.throws(() => readAreas('- { code: E06000001, name: A, kind: unitary, size: 3 }'), /size/);
});

function dayBefore(day: string): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() - 1);
  return instant.toISOString().slice(0, 10);
}
