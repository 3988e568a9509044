// What tests stand on: a database that another test has used comes to the next one as new.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Database } from './database.ts';
import { DatabaseFault } from './fault.ts';
import { runStatement } from './query-builder.ts';
import { testDatabase } from './testing.ts';

const addBatch = `insert into indicators.batch
    (id, partnership_id, format, file_name, file_sha256, file_bytes, state, started_at, touched_at, made_by_name)
  values (gen_random_uuid(), gen_random_uuid(), 'lait', 'a.csv', '', 1, 'queued', now(), now(), 'test')
  returning key`;

async function ask(database: Database, text: string): Promise<unknown[]> {
  const { rows } = await database.asOwner((db) => runStatement(db, text, []));
  return rows.flatMap((row) => Object.values(row));
}

/** What the database of one test answers, which ends when the work does. */
async function inATest<Came>(t: TestContext, work: (database: Database) => Promise<Came>): Promise<Came> {
  const database = await testDatabase(t);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

test('rows and counted keys of one test are not there for the next', async (t) => {
  const first = await inATest(t, (database) => ask(database, addBatch));
  const [left, second] = await inATest(t, async (database) => [
    await ask(database, 'select count(*)::int from indicators.batch'),
    await ask(database, addBatch),
  ]);
  assert.deepEqual([first, left, second], [[1], [0], [1]]);
});

test('a table that a test made is not there for the next', async (t) => {
  await inATest(t, (database) => ask(database, 'create table platform.leftover (id int)'));
  const found = await inATest(t, (database) =>
    ask(database, `select to_regclass('platform.leftover')::text`),
  );
  assert.deepEqual(found, [null]);
});

test('a database whose test has ended answers nothing more', async (t) => {
  const kept = await inATest(t, async (database) => database);
  await assert.rejects(ask(kept, 'select 1'), DatabaseFault);
});
