import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Ctx } from '#platform/db/database.ts';
import { runStatement } from '#platform/db/query-builder.ts';
import { dayOf } from '#platform/kernel/day.ts';
import type { PersonalRecords } from '../../domain/rights/personal-records.ts';
import { listsSeen } from '../../queries/retention/retention-seen.ts';
import { groundOf, service, somebody, value, type Ground } from '../rights/testing.ts';
import { adoptRule } from './adopt-rule.ts';
import { approveList, strikeOut } from './approve.ts';
import { deleteFiles } from './delete-files.ts';
import { makeDisposalLists, makeDisposalListsNightly } from './make-lists.ts';

const keeper = somebody(1, 'governance-lead');
const other = somebody(2, 'supervisor');

/** A room whose records are files: each of these letters is a record with two of them. */
async function roomOfFiles(t: TestContext, letters: string) {
  const folder = await mkdtemp(join(tmpdir(), 'goldenthread-files-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const ids = new Map([...letters].map((letter, at) => [idOf(at), letter]));
  const pathsOf = (id: string) => ['scan', 'letter'].map((kind) => join(folder, ids.get(id) ?? '', kind));
  for (const [id, letter] of ids) {
    await mkdir(join(folder, letter));
    for (const path of pathsOf(id)) await writeFile(path, `CANARY-${letter}-${'x'.repeat(5000)}`);
  }
  const room: PersonalRecords<Ctx> = {
    room: 'files',
    classes: [
      {
        key: 'files.scan',
        title: 'Scans',
        holds: 'Scans.',
        triggers: [{ key: 'closed', words: 'its end' }],
        ofChildren: true,
        tables: [],
      },
    ],
    gather: async () => [],
    ended: async () =>
      [...ids].map(([id, letter]) => ({
        id,
        subject: { kind: 'child', id },
        title: `CANARY-${letter}`,
        triggeredOn: dayOf(2000, 1, 1),
      })),
    dispose: async (_ctx, asked) => ({
      records: asked.ids.length,
      rows: asked.ids.length,
      files: asked.ids.flatMap(pathsOf),
    }),
  };
  return { room, folder, pathsOf };
}

function idOf(at: number): string {
  return `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`;
}

/** Two people approve the list of what is due; the last of the records is struck out first, and stays. */
async function destroyedBut({ act }: Ground, room: PersonalRecords<Ctx>, struck: string): Promise<void> {
  const records = [room];
  const period = { years: 1, months: 0, days: 0 };
  const rule = { class: 'files.scan', trigger: 'closed', period, authority: 'A law', owner: 'A job' };
  value(await act(keeper, (ctx) => adoptRule(ctx, { rule, records })));
  await act(service, (ctx) => makeDisposalLists(ctx, records));
  const [list] = await act(keeper, listsSeen);
  assert.ok(list);
  const strike = { id: list.id, seen: 1, recordId: struck, because: 'a claim' };
  value(await act(keeper, (ctx) => strikeOut(ctx, strike)));
  const seen = { id: list.id, seen: 2, records };
  value(await act(keeper, (ctx) => approveList(ctx, seen)));
  assert.equal(value(await act(other, (ctx) => approveList(ctx, seen))).state, 'done');
}

test('R27: files of destroyed records are deleted in the night, those of others are not, and no byte is left', async (t) => {
  const ground = await groundOf(t);
  const { room, folder, pathsOf } = await roomOfFiles(t, 'abcd');
  await destroyedBut(ground, room, idOf(3));
  assert.equal((await namedFiles(ground)).length, 6, 'named, and still there until the night');
  assert.ok(pathsOf(idOf(0)).every((path) => existsSync(path)));
  await makeDisposalListsNightly([]).work({
    turn: '2026-09-11',
    act: (_access, work) => ground.act(service, work),
    signal: new AbortController().signal,
  });
  assert.deepEqual(await namedFiles(ground), [], 'no path is kept of what is gone');
  const left = await bytesIn(folder);
  assert.doesNotMatch(left, /CANARY-[abc]/);
  assert.match(left, /CANARY-d/, 'what was struck out stays');
  assert.deepEqual(
    pathsOf(idOf(3)).map((path) => existsSync(path)),
    [true, true],
  );
  const database = await everyRow(ground);
  assert.doesNotMatch(database, /CANARY-[abc]/);
});

test('R27: a run that was killed goes on where it was: before the first file, after some, and before it was written down', async (t) => {
  const ground = await groundOf(t);
  const { room, folder, pathsOf } = await roomOfFiles(t, 'abcde');
  await destroyedBut(ground, room, idOf(4));
  const [first = '', second = ''] = pathsOf(idOf(0));
  // killed after two files: they are gone, and nothing of that is written down
  await rm(first);
  await rm(second);
  // killed once all were gone, before the transaction ended
  const killed = new Error('the power went');
  await assert.rejects(
    ground.act(service, async (ctx) => {
      await deleteFiles(ctx);
      throw killed;
    }),
    killed,
  );
  assert.equal((await namedFiles(ground)).length, 8, 'what was not written down is still named');
  assert.equal(
    await ground.act(service, deleteFiles),
    8,
    'a file that is gone already is no error, and counts as gone',
  );
  assert.deepEqual(await namedFiles(ground), []);
  assert.equal(await ground.act(service, deleteFiles), 0, 'a night with nothing to do');
  assert.doesNotMatch(await bytesIn(folder), /CANARY-[abcd]/);
});

test('R27: a file that cannot be deleted stays named, and keeps no other from going', async (t) => {
  const ground = await groundOf(t);
  const { room, pathsOf } = await roomOfFiles(t, 'ab');
  await destroyedBut(ground, room, idOf(1));
  const [stuck = '', other2 = ''] = pathsOf(idOf(0));
  await rm(stuck);
  await mkdir(stuck);
  assert.equal(await ground.act(service, deleteFiles), 1);
  assert.equal(existsSync(other2), false);
  assert.deepEqual(await namedFiles(ground), [stuck]);
  await rm(stuck, { recursive: true });
  await writeFile(stuck, 'CANARY again');
  assert.equal(await ground.act(service, deleteFiles), 1, 'the next night tries again');
  assert.equal(existsSync(stuck), false);
});

async function namedFiles({ database }: Ground): Promise<string[]> {
  const { rows } = await database.asOwner((db) =>
    runStatement(db, `select path from sharing.file_to_delete order by id`, []),
  );
  return rows.map(({ path }) => String(path));
}

async function bytesIn(folder: string): Promise<string> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  return (
    await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')))
  ).join('\n');
}

/** Every row of what sharing and the audit keep, as text. */
async function everyRow({ database }: Ground): Promise<string> {
  return database.asOwner(async (db) => {
    const { rows } = await runStatement(
      db,
      `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('sharing', 'platform')`,
      [],
    );
    const lines: string[] = [];
    for (const { name } of rows) {
      const all = await runStatement(db, `select row_to_json(t)::text as line from ${String(name)} t`, []);
      lines.push(...all.rows.map(({ line }) => String(line)));
    }
    return lines.join('\n');
  });
}
