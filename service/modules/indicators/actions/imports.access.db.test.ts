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
  supervisor: false,
  'setting-lead': false,
  'safeguarding-reader': false,
  'report-only': false,
  'young-person': false,
  parent: false,
  administrator: false,
};

/** Written apart too: who says yes or no to a map of measures; of other files they learn nothing. */
const mayTie: readonly Role[] = ['manager'];

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
      const decides = what === 'confirm' || what === 'decline';
      const seesMaps = decides && mayTie.some((role) => role === name);
      const expected = seesMaps
        ? 'no-such-import'
        : allowed
          ? what === 'hand in'
            ? 'done'
            : 'no-such-import'
          : 'not-allowed';
      assert.equal(reason, expected, `${name}: ${what}`);
    }
});

test('of a file handed in, whoever edits strategies sees only a map of measures', async (t) => {
  const ground = await importGround(t);
  const ids: Id<'import'>[] = [];
  const texts = {
    'bds_long.csv': laitText([['GOODSTART', '2025', 'Norfolk', '70', '926']]),
    'map.csv': 'plan,outcome_no,outcome,role,lait_short_desc,fingertips_id\nA,1,B,headline,PrevRegCPR,\n',
  };
  for (const [name, text] of Object.entries(texts)) {
    await writeFile(join(ground.keepIn, name), text);
    const files = [await handedFile(join(ground.keepIn, name), name)];
    const given = { files, keepIn: join(ground.keepIn, 'waiting'), moves: false };
    const handed = await handInFiles(ground.act, given);
    assert.ok(handed.done && handed.value[0]?.kind === 'queued');
    ids.push(handed.value[0].id);
  }
  const answers: Readonly<Record<string, readonly [string, string]>> = {
    manager: ['no-such-import', 'not-waiting'],
    analyst: ['not-waiting', 'ties-not-allowed'],
  };
  for (const role of roles) {
    const personId = storedId<'person'>('00000000-0000-7000-8000-0000000000c3');
    const act = ground.actAs({ kind: 'person', personId, name: role, roles: [role] });
    const reasons: string[] = [];
    for (const id of ids) {
      const came = await importToConfirm(act, id);
      reasons.push(came.done ? 'done' : came.refusal.reason);
    }
    assert.deepEqual(reasons, answers[role] ?? ['not-allowed', 'not-allowed'], role);
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
