import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { migrate } from '#platform/db/migrate.ts';
import { migrationSources, sqlFilesIn, type MigrationSource } from '#platform/db/migration-sources.ts';
import { runStatement } from '#platform/db/query-builder.ts';
import { testDatabase } from '#platform/db/testing.ts';

/** The parts that the move concerns, with only the first so many files of each. */
async function asOf(t: TestContext, files: Readonly<Record<string, number>>): Promise<MigrationSource[]> {
  const sources = (await migrationSources()).filter(
    ({ name }) => name === 'platform/db' || files[name] !== undefined,
  );
  const early: MigrationSource[] = [];
  for (const source of sources) {
    const most = files[source.name];
    if (most === undefined) early.push(source);
    else {
      const path = await mkdtemp(join(tmpdir(), 'goldenthread-move-'));
      t.after(() => rm(path, { recursive: true }));
      for (const name of (await sqlFilesIn(source.folder)).slice(0, most))
        await copyFile(fileURLToPath(new URL(name, source.folder)), join(path, name));
      early.push({ ...source, folder: pathToFileURL(`${path}/`) });
    }
  }
  return early;
}

const partnership = '01900000-0000-7000-8000-0000000000aa';
const body = '01900000-0000-7000-8000-00000000b0d1';

test('R72: bodies kept before they had one list move there with their ids, and their people belong to them', async (t) => {
  const database = await testDatabase(t, await asOf(t, { accounts: 2, partners: 1 }));
  await database.asOwner(async (db) => {
    const run = (text: string) => runStatement(db, text, []);
    await run(`insert into partners.organisation (id, partnership_id, key, name, kind, from_on, until_on)
      values ('${body}', '${partnership}', 'well', 'The Well', 'charity', '2019-04-01', null)`);
    await run(`insert into accounts.person (id, partnership_id, key, name, job, organisation)
      values ('01900000-0000-7000-8000-0000000000a1', '${partnership}', 'ash', 'Ash', '', 'The Well'),
             ('01900000-0000-7000-8000-0000000000a2', '${partnership}', 'bo', 'Bo', '', 'Elsewhere')`);
  });
  await migrate(database, await asOf(t, { accounts: 3, partners: 2 }));
  const found = await database.asOwner(async (db) => ({
    bodies: (await runStatement(db, 'select id, key, name, from_on from accounts.organisation', [])).rows,
    people: (await runStatement(db, 'select name, organisation_id from accounts.person order by name', []))
      .rows,
  }));
  assert.deepEqual(found.bodies, [{ id: body, key: 'well', name: 'The Well', from_on: '2019-04-01' }]);
  assert.deepEqual(found.people, [
    { name: 'Ash', organisation_id: body },
    { name: 'Bo', organisation_id: null },
  ]);
});
