import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { storedId } from '#platform/kernel/id.ts';
import { savedReadingsOf } from '../../store/saved-readings.ts';
import { importGround } from '../../testing.ts';
import { handedFile } from '../bring-in/handed-file.ts';
import { handInFiles } from '../hand-in-files.ts';
import { forgetColumns } from './forget-columns.ts';
import { rememberColumns } from './remember-columns.ts';
import { columnsToSay, sayColumns } from './say-columns.ts';

/** Written apart from the code: who says what the columns of a file are, and forgets it again. */
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

test('only an analyst looks into a file whose columns are not known, says what they are, and forgets it', async (t) => {
  const ground = await importGround(t);
  const path = join(ground.keepIn, 'any.csv');
  await writeFile(path, 'code,year,v\nE10000020,2024,1\n');
  const handed = await handInFiles(ground.act, {
    files: [await handedFile(path, 'any.csv')],
    keepIn: join(ground.keepIn, 'waiting'),
    moves: false,
  });
  assert.ok(handed.done);
  const [file] = handed.value;
  assert.ok(file?.kind === 'unmapped');
  const measure = { named: 'known', id: 'lait:PrevRegCPR', title: '' } as const;
  const layout = {
    ...{ area: 'code', value: 'v', beside: {}, groups: [], everybody: [] },
    time: { in: 'one-column', column: 'year', years: 'calendar' },
  } as const;
  const said = {
    id: file.id,
    headers: ['code', 'year', 'v'],
    reading: { measure, layout: { ...layout, groups: [], everybody: [] } },
    saveAs: 'any',
  };
  const actors: [string, Actor, boolean][] = [
    ['visitor', { kind: 'visitor' }, false],
    // those who may come last: what they do changes the file
    ...roles
      .toSorted((a, b) => Number(may[a]) - Number(may[b]))
      .map((role): [string, Actor, boolean] => [
        role,
        {
          kind: 'person',
          personId: storedId('00000000-0000-7000-8000-0000000000c1'),
          name: role,
          roles: [role],
        },
        may[role],
      ]),
  ];
  for (const [name, actor, allowed] of actors) {
    const act = ground.actAs(actor);
    assert.equal((await columnsToSay(act, file.id)).done, allowed, `${name} looks`);
    assert.equal((await act('write', (ctx) => sayColumns(ctx, said))).done, allowed, `${name} says`);
    assert.equal((await act('write', (ctx) => forgetColumns(ctx, 'any'))).done, allowed, `${name} forgets`);
  }
});

test('only an analyst has the columns of a kind of file remembered: every role, and nobody else leaves a trace', async (t) => {
  const ground = await importGround(t);
  const layout = {
    ...{ area: 'code', value: 'v', beside: {}, groups: [], everybody: [] },
    time: { in: 'one-column', column: 'year', years: 'calendar' },
  } as const;
  const measure = { named: 'known', id: 'lait:PrevRegCPR', title: '' } as const;
  const reading = { measure, layout: { ...layout, groups: [], everybody: [] } };
  const person = (name: string, held: readonly Role[]): Actor => ({
    kind: 'person',
    personId: storedId('00000000-0000-7000-8000-0000000000c2'),
    name,
    roles: held,
  });
  const actors: [string, Actor, boolean][] = [
    ['visitor', { kind: 'visitor' }, false],
    ['no role', person('x', []), false],
    ...roles.map((role): [string, Actor, boolean] => [role, person(role, [role]), may[role]]),
  ];
  for (const [name, actor, allowed] of actors) {
    const saved = { name: `as ${name}`, headers: ['code', 'year', 'v'], reading };
    const came = await ground.actAs(actor)('write', (ctx) => rememberColumns(ctx, saved));
    assert.equal(came.done ? 'done' : came.refusal.reason, allowed ? 'done' : 'not-allowed', name);
  }
  const kept = await ground.act('read', (ctx) => savedReadingsOf(ctx, ['code', 'year', 'v']));
  assert.deepEqual(
    kept.map(({ name }) => name),
    ['as analyst'],
  );
  const taken = { name: 'as analyst', headers: ['other', 'year', 'v'], reading };
  const again = await ground.act('write', (ctx) => rememberColumns(ctx, taken));
  assert.equal(again.done ? 'done' : again.refusal.reason, 'name-taken');
});
