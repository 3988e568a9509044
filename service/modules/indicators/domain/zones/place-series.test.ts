import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dfeChildrenInNeed, ownCasesPublic } from '#packages/disclosure-control';
import { dayOf } from '#platform/kernel/day.ts';
import { testFigures, testMeasure, type TestFigure } from '../gap/testing.ts';
import { isNumberSide } from '../gap/side.ts';
import { zoneGroup } from './place-groups.ts';
import { heldBackIn, holdsBackOutside, placeSeries, type PlaceInside } from './place-series.ts';
import { daysDrawnAnew, type ZoneVersion } from './zone-set.ts';

const group = zoneGroup({ code: 'X20000001', name: 'East', set: 'Zones', area: 'Here', drawnAnew: [] });

function pointsOf(
  figures: readonly TestFigure[],
  whole: readonly TestFigure[],
  some: Partial<PlaceInside> = {},
) {
  return placeSeries({
    group,
    definition: testMeasure(),
    figures: testFigures(figures),
    whole: testFigures(whole),
    holdsBack: () => false,
    rules: dfeChildrenInNeed,
    ...some,
  }).points;
}

test('C04 a place stands beside the whole without it, never beside the whole', () => {
  const [point] = pointsOf([[2024, [60, 100]]], [[2024, [90, 300]]]);
  assert.ok(point?.known);
  assert.deepEqual(point.gap.beside.counts, { count: 30, base: 200 });
  assert.equal(point.gap.difference, 45);
});

test('C04 R36 where something in the rest is held back, the rest is not worked out and nothing tells of it', () => {
  const [point] = pointsOf([[2024, [60, 100]]], [[2024, [90, 300]]], { holdsBack: () => true });
  assert.ok(point && !point.known);
  assert.equal(point.reason, 'one-side-withheld');
  assert.deepEqual(
    [point.of.value, point.of.counts, point.of.base, point.of.interval.known],
    [60, undefined, undefined, false],
  );
  assert.equal(isNumberSide(point.beside), false);
  assert.deepEqual([point.beside.counts, point.all], [undefined, undefined]);
});

test('C04 R36 beside a withheld place neither the rest nor the whole is told', () => {
  const [point] = pointsOf([[2024, null]], [[2024, [90, 300]]]);
  assert.ok(point && !point.known && point.reason === 'one-side-withheld');
  assert.deepEqual([isNumberSide(point.beside), point.all], [false, undefined]);
});

test('C04 a rest so small that its source would hold it back is not told', () => {
  const small = pointsOf([[2024, [87, 200]]], [[2024, [90, 300]]], { rules: ownCasesPublic });
  assert.equal(small[0]?.known, false);
  const large = pointsOf([[2024, [60, 200]]], [[2024, [90, 300]]], { rules: ownCasesPublic });
  assert.equal(large[0]?.known, true);
});

test('C04 without a figure of the whole, or without counts, the place is shown and no gap is', () => {
  const cases: readonly (readonly TestFigure[])[] = [[], [[2023, [90, 300]]], [[2024, 30]]];
  for (const whole of cases) {
    const [point] = pointsOf([[2024, [60, 100]]], whole);
    assert.ok(point && !point.known && point.reason === 'one-side-not-published');
    assert.equal(point.of.value, 60);
  }
});

test('C04 whatever is held back outside a place, in whole or in part, holds its rest back in that period alone', () => {
  const parts = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 });
  fc.assert(
    fc.property(parts, parts, fc.integer({ min: 2020, max: 2022 }), (mine, theirs, year) => {
      const heldBack = heldBackIn([
        {
          members: theirs,
          figures: testFigures([2020, 2021, 2022].map((each) => [each, each === year ? null : 5])),
        },
      ]);
      const holds = holdsBackOutside(mine, heldBack);
      for (const { period } of testFigures([2020, 2021, 2022].map((each) => [each, 5])))
        assert.equal(
          holds(period),
          period.text === String(year) && theirs.some((part) => !mine.includes(part)),
        );
    }),
  );
});

test('R73 a zone that is made of other small areas from a day on breaks there, and one that stayed does not', () => {
  const version = (
    from: ZoneVersion['from'],
    members: Readonly<Record<string, readonly string[]>>,
  ): ZoneVersion => ({
    id: from,
    from,
    until: undefined,
    fileName: '',
    madeAt: new Date(0),
    madeByName: '',
    members: new Map(Object.entries(members)),
  });
  const set = {
    id: '1',
    key: 'zones',
    name: 'Zones',
    versions: [
      version(dayOf(2025, 1, 1), { east: ['a'], west: ['d', 'c'] }),
      version(dayOf(2024, 1, 1), { east: ['a', 'b'], west: ['c', 'd'] }),
    ],
  };
  assert.deepEqual(daysDrawnAnew(set, 'east'), ['2025-01-01']);
  assert.deepEqual(daysDrawnAnew(set, 'west'), []);
});
