import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attackPublished, hierarchy, ownCasesPartners } from '#packages/disclosure-control';
import type { PublishedTable } from '#packages/disclosure-control';
import { academicYears } from '../period.ts';
import type { OwnFigure } from '../own/own-figure.ts';
import type { OwnMeasure } from '../own/own-measure.ts';
import { makeSafe } from '../own/own-release.ts';
import { crossingSums, type Division } from './crossing.ts';

/** Six small areas; two zones of three, and three wards that cross their border. */
const counts: Readonly<Record<string, number>> = { a: 31, b: 22, c: 3, d: 40, e: 27, f: 35 };

function division(parts: Readonly<Record<string, string>>): Division {
  return {
    parts: Object.keys(parts),
    members: new Map(Object.entries(parts).map(([part, members]) => [part, [...members]])),
  };
}

const zones = division({ north: 'abc', south: 'def' });
const wards = division({ hill: 'ab', brook: 'cd', dale: 'ef' });

const period = academicYears(2024, 2025, { state: 'final', text: '2024/25' });

const own: OwnMeasure = {
  code: 'plans',
  title: 'Plans',
  counts: 'children with a plan',
  outOf: '',
  kind: 'count',
  times: 1,
  polarity: 'no-judgement',
  rhythm: 'academic',
  origin: 'cases',
  source: 'the record',
  owner: 'A team',
  version: 1,
};

function figuresOf(divisions: readonly Division[]): OwnFigure[] {
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const parts = divisions.flatMap(({ members }) =>
    [...members].map(
      ([code, inside]) => [code, inside.reduce((sum, one) => sum + (counts[one] ?? 0), 0)] as const,
    ),
  );
  return [['county', all] as const, ...parts].map(([areaCode, count]) => ({
    areaCode,
    breakdown: '',
    period,
    count,
    base: count,
    schools: undefined,
  }));
}

/** What a reader has who knows which small areas are in which zone and ward, and wants to know of c alone. */
function laidSideBySide(shown: ReadonlyMap<string, number | undefined>): PublishedTable {
  const sums = [
    ...[zones, wards].flatMap(({ parts, members }) => [
      { whole: 'county', parts },
      ...parts.map((whole) => ({ whole, parts: members.get(whole) ?? [] })),
    ]),
    { whole: 'a+b', parts: ['a', 'b'] },
  ];
  const places = [...shown].map(([place, number]) => ({ at: [place], number }));
  return {
    id: 'both',
    quantity: 'plans',
    level: 'local',
    dimensions: [hierarchy('place', sums)],
    cells: [...places, { at: ['c'], number: undefined }],
  };
}

async function released(divisions: readonly Division[], told: readonly Division[]) {
  const figures = figuresOf(divisions);
  const parts = divisions.flatMap((one) => one.parts);
  const safe = await makeSafe(own, figures, {
    places: { whole: 'county', parts, divisions: told },
    audience: 'partners',
    before: [],
  });
  assert.ok(safe.done, safe.done ? '' : safe.refusal.reason);
  return new Map(safe.value.figures.map(({ areaCode, count }) => [areaCode, count]));
}

async function verdictOnC(shown: ReadonlyMap<string, number | undefined>) {
  const read = await attackPublished(laidSideBySide(shown), ownCasesPartners);
  assert.ok(read.done);
  return read.value.find(({ at }) => at[0] === 'c')?.verdict;
}

test('R36: zones and wards each protected by itself give a small area away by subtraction; the attacker finds it', async () => {
  const alone = [await released([zones], [zones]), await released([wards], [wards])];
  assert.deepEqual(
    [...(alone[0] ?? [])].filter(([, count]) => count === undefined),
    [],
  );
  const both = new Map(alone.flatMap((some) => [...some]));
  assert.equal(both.get('north'), 56);
  assert.equal(both.get('hill'), 53);
  assert.equal(await verdictOnC(both), 'recovered');
});

test('R36: released together, zones and wards hold back what would give the difference away, and the attacker fails', async () => {
  const shown = await released([zones, wards], [zones, wards]);
  assert.ok(
    [...shown.values()].some((count) => count === undefined),
    'something is held back',
  );
  assert.ok([...shown.values()].filter((count) => count !== undefined).length >= 2, 'not everything is');
  assert.equal(await verdictOnC(shown), 'closed');
});

test('what follows by subtraction is named: a zone without the wards inside it, and two zones together without theirs', () => {
  const sums = crossingSums([zones, wards]);
  const said = sums.map(({ whole, parts }) => `${whole} = ${parts.join(' , ')}`);
  assert.ok(said.includes('north = hill , (the rest) of north without hill'), said.join('\n'));
  assert.ok(said.includes('south = dale , (the rest) of south without dale'));
  assert.deepEqual(crossingSums([zones]), []);
  const known = new Set([...zones.parts, ...wards.parts]);
  for (const { whole, parts } of sums) {
    assert.ok(known.has(whole) || whole.startsWith('(together)'), whole);
    for (const part of parts) assert.ok(known.has(part) || part.startsWith('(the rest)'), part);
  }
});

test('wards that make up zones exactly leave nothing over that could be worked out', async () => {
  const nested = division({ one: 'ab', two: 'c', three: 'def' });
  const places = { whole: 'county', parts: [], divisions: [zones, nested] };
  const made = await makeSafe(own, figuresOf([zones, nested]), { places, audience: 'partners', before: [] });
  assert.ok(made.done);
  const shown = new Map(made.value.figures.map(({ areaCode, count }) => [areaCode, count]));
  assert.equal(shown.get('two'), undefined);
  assert.ok(shown.get('one') === undefined || shown.get('north') === undefined);
});
