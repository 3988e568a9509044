import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { smallAreas } from '../../store/zones/small-areas.ts';
import { zoneSets } from '../../store/zones/zone-sets.ts';
import { importGround, testPartnership } from '../../testing.ts';
import { loadBoundaries, withdrawBoundaries } from '../maps/load-boundaries.ts';
import type { Act } from '../bring-in/handed-file.ts';
import { setUpAreas } from '../set-up-areas.ts';
import { bringInWithColumns } from './bring-in-with-columns.ts';
import { drawZones } from './draw-zones.ts';
import { loadSmallAreas } from './load-small-areas.ts';

/** Written from what the product promises, apart from the code: who may draw where children live. */
const may: { readonly [Name in Role]: 'yes' | 'no' } = {
  manager: 'no',
  analyst: 'yes',
  'board-member': 'no',
  'partner-lead': 'no',
  'participation-worker': 'no',
  'young-inspector': 'no',
  practitioner: 'no',
  'governance-lead': 'no',
  supervisor: 'no',
  'setting-lead': 'no',
  'safeguarding-reader': 'no',
  'report-only': 'no',
  'young-person': 'no',
  parent: 'no',
  administrator: 'no',
};

type Came = { done: boolean; refusal?: { reason: string } };

const table = {
  headers: ['code', 'name'],
  rows: [
    { line: 2, cells: ['X40000001', 'One'] },
    { line: 3, cells: ['X40000002', 'Two'] },
  ],
};
const zones = {
  name: 'Zones',
  from: dayOf(2026, 1, 1),
  until: undefined,
  fileName: 'zones.csv',
  header: 'code',
  assigned: [
    { code: 'X40000001', zone: 'East' },
    { code: 'X40000002', zone: 'West' },
  ],
  leaving: 'nothing-left-out',
} as const;
const square = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { code: 'X40000001', name: 'One' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-8, 50],
            [-7.9, 50],
            [-7.9, 50.1],
            [-8, 50],
          ],
        ],
      },
    },
  ],
};
const boundaries = {
  fileName: 'one.geojson',
  bytes: new Uint8Array(Buffer.from(JSON.stringify(square))),
  source: 'Us',
  layer: undefined,
};
const columns = ['code', 'year', 'v'];
const homes = (keepIn: string, value: number) => ({
  name: 'homes.csv',
  keepIn,
  headers: columns,
  text: `${columns.join(',')}\nX40000001,2024,${value}\n`,
  reading: {
    layout: {
      area: 'code',
      time: { in: 'one-column' as const, column: 'year', years: 'calendar' as const },
      value: 'v',
      beside: {},
      groups: [],
      everybody: [],
    },
    measure: { named: 'known' as const, id: 'lait:PrevRegCPR', title: '' },
  },
});

/** Each act as somebody would come to it, in an order in which each finds what it needs. */
function actsOf(
  act: Act,
  given: { keepIn: string; value: number },
): readonly [string, () => Promise<Came>][] {
  const write = (work: (ctx: Ctx) => Promise<Came>) => () => act('write', work);
  return [
    ['loads small areas', write((ctx) => loadSmallAreas(ctx, { fileName: 'small.csv', table }))],
    ['draws zones', write((ctx) => drawZones(ctx, zones))],
    ['loads boundaries', write((ctx) => loadBoundaries(ctx, boundaries))],
    ['brings in figures by small area', () => bringInWithColumns(act, homes(given.keepIn, given.value))],
  ];
}

const nobody = '00000000-0000-7000-8000-00000000ffff';

function actors(): readonly (readonly [string, Actor, 'yes' | 'no'])[] {
  const person = (name: string, held: readonly Role[]): Actor => ({
    kind: 'person',
    personId: storedId('00000000-0000-7000-8000-0000000000c1'),
    name,
    roles: held,
  });
  return [
    ['visitor', { kind: 'visitor' }, 'no'],
    ['no role', person('x', []), 'no'],
    // whoever may comes last, so that nobody finds what another has made
    ...roles
      .toSorted((a, b) => may[a].localeCompare(may[b]))
      .map((role) => [role, person(role, [role]), may[role]] as const),
  ];
}

test('C12 who may load small areas and boundaries, draw zones and bring in their figures: every act by every role', async (t) => {
  const ground = await importGround(t);
  await ground.actAs({ kind: 'service', name: 'test' })('write', (ctx) =>
    setUpAreas(ctx, {
      home: 'X10000001',
      areas: [
        { code: 'X10000001', dfeCode: '101', name: 'Brackenshire', kind: 'county', regionCode: undefined },
      ],
    }),
  );
  for (const [at, [name, actor, allowed]] of actors().entries()) {
    const act = ground.actAs(actor);
    for (const [what, run] of actsOf(act, { keepIn: ground.keepIn, value: at })) {
      const came = await run();
      assert.equal(
        came.done ? 'done' : came.refusal?.reason,
        allowed === 'yes' ? 'done' : 'not-allowed',
        `${name} ${what}`,
      );
    }
    const withdrawn: Came = await act('write', (ctx) => withdrawBoundaries(ctx, nobody));
    assert.equal(
      withdrawn.refusal?.reason,
      allowed === 'yes' ? 'file-missing' : 'not-allowed',
      `${name} withdraws`,
    );
    if (allowed === 'yes') continue;
    assert.deepEqual(await ground.act('read', smallAreas), [], `${name} left small areas`);
    assert.deepEqual(await ground.act('read', zoneSets), [], `${name} left zones`);
  }
  assert.equal((await ground.act('read', zoneSets)).length, 1);
});

test('C12 another partnership sees none of the small areas and zones that were drawn here', async (t) => {
  const ground = await importGround(t);
  const drawn = actsOf(ground.act, { keepIn: ground.keepIn, value: 1 }).slice(0, 2);
  for (const [what, run] of drawn) assert.ok((await run()).done, what);
  const other = storedId<'partnership'>('00000000-0000-7000-8000-0000000000a2');
  assert.notEqual(other, testPartnership);
  const elsewhere = { actor: { kind: 'service', name: 'test' }, partnershipId: other } as const;
  await ground.transactions.inTransaction(elsewhere, 'read', async (ctx) => {
    assert.deepEqual(await smallAreas(ctx), []);
    assert.deepEqual(await zoneSets(ctx), []);
  });
});
