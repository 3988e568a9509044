import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { type Id, storedId } from '../kernel/id.ts';
import type { Database, Db, Scope } from './database.ts';
import { DatabaseFault } from './fault.ts';
import { libraryPartnership } from './library.ts';
import { migrationSources } from './migration-sources.ts';
import { runScript } from './query-builder.ts';
import { testDatabase } from './testing.ts';

const norbridge: Id<'partnership'> = storedId('00000000-0000-7000-8000-0000000000a1');
const elsewhere: Id<'partnership'> = storedId('00000000-0000-7000-8000-0000000000a2');
const now = new Date('2026-09-03T10:00:00.123Z');

type Tables = { 'test.plan': { id: number; partnership_id: string; name: string } };

let database: Database;
const ends: (() => unknown)[] = [];

before(async () => {
  const floor = (await migrationSources()).filter(({ name }) => name === 'platform/db');
  database = await testDatabase({ after: (end: () => unknown) => void ends.push(end) }, floor);
});

after(async () => {
  for (const end of ends) await end();
});

/** A fresh guarded table with one row each of two partnerships and of the library. */
beforeEach(async () => {
  await database.asOwner(async (db) => {
    await runScript(
      db,
      `drop schema if exists test cascade;
       create schema test;
       create table test.plan (id int primary key, partnership_id uuid not null, name text not null unique);
       call platform.guard('test.plan');`,
    );
    const row = (id: number, partnership_id: string, name: string) => ({ id, partnership_id, name });
    await db
      .withTables<Tables>()
      .insertInto('test.plan')
      .values([
        row(1, norbridge, 'ours'),
        row(2, elsewhere, 'theirs'),
        row(3, libraryPartnership, 'everybody’s'),
      ])
      .execute();
  });
});

function scope(partnershipId: Id<'partnership'> | null, access: 'read' | 'write' = 'write'): Scope {
  return { partnershipId, personId: null, actorKind: 'service', now, access };
}

async function idsSeen(partnershipId: Id<'partnership'> | null): Promise<number[]> {
  const seen = (db: Db) =>
    db.withTables<Tables>().selectFrom('test.plan').select('id').orderBy('id').execute();
  return (await database.inTransaction(scope(partnershipId, 'read'), seen)).map(({ id }) => id);
}

function faultWith(code: string, sqlState?: string): (fault: unknown) => boolean {
  return (fault) =>
    fault instanceof DatabaseFault &&
    fault.code === code &&
    (sqlState === undefined || fault.sqlState === sqlState);
}

test('R9: a query that forgets the partnership still gives the rows of its own and of the library alone', async () => {
  assert.deepEqual(await idsSeen(norbridge), [1, 3]);
  assert.deepEqual(await idsSeen(elsewhere), [2, 3]);
});

test('R9: with no partnership set, no partnership’s rows are seen and none can be written', async () => {
  assert.deepEqual(await idsSeen(null), [3]);
  for (const partnership_id of [norbridge, libraryPartnership]) {
    const attempt = (db: Db) =>
      db.withTables<Tables>().insertInto('test.plan').values({ id: 9, partnership_id, name: 'x' }).execute();
    await assert.rejects(database.inTransaction(scope(null), attempt), faultWith('other', '42501'));
  }
});

test('R9: another partnership’s rows can be neither changed, removed nor made', async () => {
  const changed = await database.inTransaction(scope(norbridge), (db) =>
    db
      .withTables<Tables>()
      .updateTable('test.plan')
      .set({ name: 'taken' })
      .where('id', 'in', [2, 3])
      .executeTakeFirst(),
  );
  assert.equal(changed.numUpdatedRows, 0n);
  const removed = await database.inTransaction(scope(norbridge), (db) =>
    db.withTables<Tables>().deleteFrom('test.plan').where('id', 'in', [2, 3]).executeTakeFirst(),
  );
  assert.equal(removed.numDeletedRows, 0n);
  for (const attempt of [
    sql`insert into test.plan values (9, ${elsewhere}, 'x')`,
    sql`update test.plan set partnership_id = ${elsewhere} where id = 1`,
  ])
    await assert.rejects(
      database.inTransaction(scope(norbridge), (db) => attempt.execute(db)),
      faultWith('other', '42501'),
    );
  assert.deepEqual(await idsSeen(elsewhere), [2, 3]);
});

test('the library can be read by everybody and written by nobody who acts for a partnership, its own included', async () => {
  const insert = sql`insert into test.plan values (9, ${libraryPartnership}, 'x')`;
  for (const partnershipId of [norbridge, libraryPartnership])
    await assert.rejects(
      database.inTransaction(scope(partnershipId), (db) => insert.execute(db)),
      faultWith('other', '42501'),
    );
  await database.asOwner((db) => insert.execute(db));
  assert.deepEqual(await idsSeen(norbridge), [1, 3, 9]);
});

test('the application cannot claim to be the owner', async () => {
  const { rows } = await database.inTransaction(scope(norbridge, 'read'), async (db) => {
    await sql`select set_config('app.as_owner', 'on', true)`.execute(db);
    return await sql<{ id: number }>`select id from test.plan order by id`.execute(db);
  });
  assert.deepEqual(rows, [{ id: 1 }, { id: 3 }]);
});

test('who, for whom and when are those of the transaction, and gone after it', async () => {
  const personId = '00000000-0000-7000-8000-0000000000b1';
  const settings = sql<
    Record<string, unknown>
  >`select current_user::text as role, platform.partnership() as partnership, platform.person() as person,
    platform.actor() as actor, platform.now() as now, current_setting('TimeZone') as zone`;
  const inside = await database.inTransaction(
    { partnershipId: norbridge, personId, actorKind: 'person', now, access: 'read' },
    (db) => settings.execute(db),
  );
  assert.deepEqual(inside.rows, [
    { role: 'goldenthread_app', partnership: norbridge, person: personId, actor: 'person', now, zone: 'UTC' },
  ]);
  const after = await database.asOwner((db) => settings.execute(db));
  const [row] = after.rows;
  assert.deepEqual(
    { ...row, role: undefined },
    { role: undefined, partnership: null, person: null, actor: null, now: null, zone: 'UTC' },
  );
});

test('a transaction to read cannot write', async () => {
  const attempt = database.inTransaction(scope(norbridge, 'read'), (db) =>
    sql`delete from test.plan`.execute(db),
  );
  await assert.rejects(attempt, faultWith('other', '25006'));
});

test('work that throws is rolled back, and its own error comes out', async () => {
  const attempt = database.inTransaction(scope(norbridge), async (db) => {
    await sql`delete from test.plan`.execute(db);
    throw new RangeError('changed my mind');
  });
  await assert.rejects(attempt, new RangeError('changed my mind'));
  assert.deepEqual(await idsSeen(norbridge), [1, 3]);
});

test('work that swallows a failed statement is not told that it was kept', async () => {
  const attempt = database.inTransaction(scope(norbridge), async (db) => {
    await sql`insert into test.plan values (7, ${norbridge}, 'seven')`.execute(db);
    await sql`select 1/0`.execute(db).catch(() => {});
  });
  await assert.rejects(attempt, /nothing was kept/);
  assert.deepEqual(await idsSeen(norbridge), [1, 3]);
});

test('a savepoint undoes a part of the work', async () => {
  await database.inTransaction(scope(norbridge), async (db) => {
    await sql`insert into test.plan values (7, ${norbridge}, 'seven')`.execute(db);
    const part = db
      .transaction()
      .execute((inner) => sql`insert into test.plan values (8, ${norbridge}, 'seven')`.execute(inner));
    await assert.rejects(part, faultWith('unique'));
  });
  assert.deepEqual(await idsSeen(norbridge), [1, 3, 7]);
});

test('a transaction inside another is refused at once, not waited for', async () => {
  const nested = database.inTransaction(scope(norbridge), () => idsSeen(norbridge));
  await assert.rejects(nested, /inside another one/);
  assert.deepEqual(await idsSeen(norbridge), [1, 3], 'and the next one goes on as usual');
});

test('what a transaction started may open its own once the first has ended', async () => {
  const later = await database.inTransaction(scope(norbridge), async () => {
    const waited = Promise.withResolvers<number[]>();
    setTimeout(() => void idsSeen(norbridge).then(waited.resolve, waited.reject), 100);
    return { waited: waited.promise };
  });
  assert.deepEqual(await later.waited, [1, 3]);
});

test('a handle kept beyond its transaction is refused', async () => {
  const kept = await database.inTransaction(scope(norbridge), async (db) => ({ db }));
  await assert.rejects(sql`select 1`.execute(kept.db), /has ended/);
});

test('transactions asked for at once are all done, in the order they asked on one connection', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `plan ${index}`);
  await Promise.all(
    names.map((name, index) =>
      database.inTransaction(scope(norbridge), (db) =>
        sql`insert into test.plan values (${100 + index}, ${norbridge}, ${name})`.execute(db),
      ),
    ),
  );
  assert.equal((await idsSeen(norbridge)).length, 42);
});

test('statements asked for at once inside one transaction each get their own answer', async () => {
  const answers = await database.inTransaction(scope(norbridge), (db) =>
    Promise.all(Array.from({ length: 30 }, (_, n) => sql<{ n: number }>`select ${n}::int as n`.execute(db))),
  );
  assert.deepEqual(
    answers.map(({ rows }) => rows[0]?.n),
    Array.from({ length: 30 }, (_, n) => n),
  );
});

test('every kind of refusal has its code, and no words from the value are in the message', async () => {
  const fails = (statement: ReturnType<typeof sql>): Promise<unknown> =>
    database
      .inTransaction(scope(norbridge), (db) => statement.execute(db))
      .then(
        () => assert.fail('not refused'),
        (fault: unknown) => fault,
      );
  const unique = await fails(sql`insert into test.plan values (1, ${norbridge}, 'Ada Lovelace')`);
  assert.ok(unique instanceof DatabaseFault);
  assert.deepEqual([unique.code, unique.constraint], ['unique', 'plan_pkey']);
  await database.asOwner((db) =>
    runScript(db, 'create table test.step (plan int references test.plan (id))'),
  );
  const orphan = await database
    .asOwner((db) => sql`insert into test.step values (99)`.execute(db))
    .catch((fault: unknown) => fault);
  assert.ok(faultWith('foreign-key', '23503')(orphan));
  const wrong = await fails(sql`select ${'Ada Lovelace'}::text::int`);
  assert.ok(wrong instanceof DatabaseFault);
  assert.deepEqual([wrong.code, wrong.sqlState], ['other', '22P02']);
  assert.doesNotMatch(wrong.message, /Ada/);
  const missing = await fails(sql`select * from test.nothing`);
  assert.ok(missing instanceof DatabaseFault);
  assert.match(missing.message, /test\.nothing/);
});

test('kept statements recover after errors, and after the table under them changes', async () => {
  const divide = (by: number) =>
    database.inTransaction(scope(norbridge), (db) =>
      sql<{ n: number }>`select 10 / ${by}::int as n`.execute(db),
    );
  for (let round = 0; round < 3; round += 1) {
    assert.equal((await divide(2)).rows[0]?.n, 5);
    await assert.rejects(divide(0), faultWith('other', '22012'));
    await assert.rejects(rowsOf('test.missing'), faultWith('other', '42P01'));
  }
  const wide = () =>
    database.inTransaction(scope(norbridge, 'read'), (db) =>
      sql<object>`select * from test.plan where id = 1`.execute(db),
    );
  assert.deepEqual(Object.keys((await wide()).rows[0] ?? {}), ['id', 'partnership_id', 'name']);
  await database.asOwner((db) => runScript(db, 'alter table test.plan add column note text'));
  // a server's connection finds out once, is replaced, and says that asking again helps
  const first = await wide().catch((fault: unknown) => fault);
  if (first instanceof Error) assert.ok(faultWith('unavailable', '0A000')(first));
  assert.deepEqual(Object.keys((await wide()).rows[0] ?? {}), ['id', 'partnership_id', 'name', 'note']);
});

async function rowsOf(table: string): Promise<unknown> {
  return await database.inTransaction(scope(norbridge), (db) =>
    sql`select id from ${sql.table(table)}`.execute(db),
  );
}

test('it says what it is', async () => {
  const about = await database.about();
  assert.match(about.product, /PostgreSQL/);
  assert.match(about.version, /^\d+/);
  assert.ok(about.sizeBytes > 1_000_000);
});
