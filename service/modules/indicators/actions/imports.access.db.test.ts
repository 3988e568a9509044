import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { handedFile } from './bring-in/handed-file.ts';
import { declineImport, importToConfirm, tryImportAgain } from './decide-on-import.ts';
import { handInFiles } from './hand-in-files.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { setUpAreas } from './set-up-areas.ts';
import { withdrawImport } from './withdraw-import.ts';
import type { Act } from '../index.ts';
import { importGround, laitText } from '../testing.ts';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Written apart from the code: who may bring figures in, judge them and take them back. */
const may: { readonly [Name in Role]: boolean } = {
  manager: false,
  analyst: true,
  'board-member': false,
  'partner-lead': false,
  'participation-worker': false,
  'young-inspector': false,
  practitioner: false,
  'governance-lead': false,
  administrator: false,
};

const unknown = storedId<'import'>('00000000-0000-7000-8000-00000000ffff');

test('only an analyst brings figures in, says yes or no to them, and withdraws them', async (t) => {
  const ground = await importGround(t);
  const path = join(ground.keepIn, 'bds_long.csv');
  await writeFile(path, laitText([['GOODSTART', '2025', 'Norfolk', '70', '926']]));
  const files = [await handedFile(path, 'bds_long.csv')];
  const acts: Readonly<
    Record<string, (act: Act, id: Id<'import'>) => Promise<{ done: boolean; refusal?: { reason: string } }>>
  > = {
    'hand in': (act) => handInFiles(act, { files, keepIn: join(ground.keepIn, 'waiting'), moves: false }),
    confirm: importToConfirm,
    decline: declineImport,
    'try again': tryImportAgain,
    withdraw: (act, id) => act('write', (ctx) => withdrawImport(ctx, id)),
  };
  const actors: [string, Actor, boolean][] = [
    ['visitor', { kind: 'visitor' }, false],
    ...roles.map((role): [string, Actor, boolean] => [
      role,
      {
        kind: 'person',
        personId: storedId('00000000-0000-7000-8000-0000000000c1'),
        name: role,
        roles: [role],
      },
      may[role],
    ]),
    [
      'no role',
      { kind: 'person', personId: storedId('00000000-0000-7000-8000-0000000000c2'), name: 'x', roles: [] },
      false,
    ],
  ];
  for (const [name, actor, allowed] of actors)
    for (const [what, run] of Object.entries(acts)) {
      const came = await run(ground.actAs(actor), unknown);
      const reason = came.done ? 'done' : came.refusal?.reason;
      const expected = allowed ? (what === 'hand in' ? 'done' : 'no-such-import') : 'not-allowed';
      assert.equal(reason, expected, `${name}: ${what}`);
    }
});

test('only the service itself loads the catalogue and sets areas up', async (t) => {
  const ground = await importGround(t);
  await assert.rejects(ground.act('write', loadCatalogue), /only the service/);
  await assert.rejects(
    ground.act('write', (ctx) => setUpAreas(ctx, { home: 'E10000013', areas: [] })),
    /only the service/,
  );
});
