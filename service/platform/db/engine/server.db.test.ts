import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { type Id, storedId } from '../../kernel/id.ts';
import { type Database, databaseOver, openDatabase } from '../database.ts';
import { DatabaseFault } from '../fault.ts';
import { migrate } from '../migrate.ts';
import { migrationSources } from '../migration-sources.ts';
import { runScript, runStatement } from '../query-builder.ts';
import { openServer } from './server.ts';
import { transact } from '../transact.ts';

// What only a server can show: connections that break, races between them, cancelled statements, an owner with few rights.
const url = process.env['GOLDENTHREAD_TEST_DATABASE_URL'];
const skip = url ? false : 'GOLDENTHREAD_TEST_DATABASE_URL names no server';

const norbridge: Id<'partnership'> = storedId('00000000-0000-7000-8000-0000000000a1');
const scope = {
  partnershipId: norbridge,
  personId: null,
  actorKind: 'service' as const,
  now: new Date('2026-09-03T10:00:00Z'),
  access: 'write' as const,
};

function faultWith(code: string): (fault: unknown) => boolean {
  return (fault) => {
    assert.ok(fault instanceof DatabaseFault, String(fault));
    assert.equal(fault.code, code);
    return true;
  };
}

async function onServer(text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}

/** An empty database of the test's own, and its address for a given user. */
async function emptyDatabase(t: TestContext, owner = 'default'): Promise<(user?: string) => string> {
  const name = `goldenthread_test_${randomBytes(8).toString('hex')}`;
  await onServer(`create database ${name} template template0 owner ${owner}`);
  t.after(() => onServer(`drop database if exists ${name} with (force)`));
  return (user) => {
    const address = new URL(url ?? '');
    address.pathname = `/${name}`;
    if (user !== undefined) address.username = user;
    return address.href;
  };
}

async function opened(t: TestContext, options: Parameters<typeof openServer>[0]): Promise<Database> {
  const database = databaseOver(openServer(options));
  t.after(() => database.close());
  return database;
}

const pidOf = async (database: Database): Promise<number> =>
  database.asOwner(async (db) =>
    Number((await runStatement(db, 'select pg_backend_pid() as pid', [])).rows[0]?.['pid']),
  );

test('a connection that the server ended is replaced, and who was using it is told', { skip }, async (t) => {
  const database = await opened(t, { url: (await emptyDatabase(t))(), connections: 1 });
  const pid = await pidOf(database);
  await onServer(`select pg_terminate_backend(${pid})`);
  assert.notEqual(await pidOf(database), pid, 'idle when it ended: nobody notices');
  const cut = database.asOwner(async (db) => {
    const { rows } = await runStatement(db, 'select pg_backend_pid() as pid', []);
    await onServer(`select pg_terminate_backend(${String(rows[0]?.['pid'])})`);
    await runStatement(db, 'select 1', []);
  });
  await assert.rejects(cut, faultWith('unavailable'));
  assert.ok((await pidOf(database)) > 0, 'and the next transaction has a new one');
});

test('a server that is not there is unavailable', { skip }, async (t) => {
  const nowhere = new URL(url ?? '');
  nowhere.port = '1';
  const database = await opened(t, { url: nowhere.href });
  await assert.rejects(pidOf(database), faultWith('unavailable'));
});

test(
  'a statement that runs too long is cancelled and coded, and the connection goes on',
  { skip },
  async (t) => {
    const engine = openServer({ url: (await emptyDatabase(t))(), connections: 1 });
    t.after(() => engine.close());
    const limits = { statementMs: 200, idleMs: 5_000 };
    const slow = transact(engine, { as: 'owner', limits }, (db) =>
      runStatement(db, 'select pg_sleep(20)', []),
    );
    await assert.rejects(slow, faultWith('timeout'));
    assert.ok((await pidOf(databaseOver(engine))) > 0);
  },
);

test('statements are prepared by name, and not where a pooler cannot hold them', { skip }, async (t) => {
  const address = await emptyDatabase(t);
  const kept = async (prepare: boolean): Promise<unknown> => {
    const database = await opened(t, { url: address(), connections: 1, prepare });
    for (let round = 0; round < 3; round += 1)
      await database.asOwner((db) => runStatement(db, 'select $1::int as n', [1]));
    const text = `select count(*) as n from pg_prepared_statements where statement like '%$1::int as n%' and statement not like '%pg_prepared%'`;
    return (await database.asOwner((db) => runScript(db, text))).rows[0]?.['n'];
  };
  assert.equal(await kept(true), 1);
  assert.equal(await kept(false), 0);
});

test('of two transactions that lock each other out one is told to try again', { skip }, async (t) => {
  const database = await opened(t, { url: (await emptyDatabase(t))() });
  await database.asOwner((db) =>
    runScript(
      db,
      'create table seat (id int primary key, taken int); insert into seat values (1, 0), (2, 0)',
    ),
  );
  const both = Promise.withResolvers<void>();
  let ready = 0;
  const take = (first: number, second: number): Promise<unknown> =>
    database.asOwner(async (db) => {
      await runStatement(db, 'update seat set taken = taken + 1 where id = $1', [first]);
      ready += 1;
      if (ready === 2) both.resolve();
      await both.promise;
      await runStatement(db, 'update seat set taken = taken + 1 where id = $1', [second]);
    });
  const outcomes = await Promise.allSettled([take(1, 2), take(2, 1)]);
  const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
  assert.equal(failed.length, 1);
  faultWith('serialization')(failed[0]?.reason);
});

test('two processes that migrate at once apply every file once', { skip }, async (t) => {
  const address = await emptyDatabase(t);
  const sources = await migrationSources();
  const counts = await Promise.all(
    [1, 2].map(async () => migrate(await opened(t, { url: address(), connections: 1 }), sources)),
  );
  assert.equal(Math.min(...counts), 0);
  assert.ok(Math.max(...counts) >= sources.length);
});

test(
  'R9: an owner without special rights is held by the guard too, except where it says that it acts as the owner',
  { skip },
  async (t) => {
    const owner = `goldenthread_owner_${randomBytes(4).toString('hex')}`;
    await onServer(`create role ${owner} login createrole`);
    t.after(() => onServer(`drop role ${owner}`));
    const address = await emptyDatabase(t, owner);
    const database = await openDatabase({ url: address(owner), connections: 2 });
    try {
      const floor = (await migrationSources()).filter(({ name }) => name === 'platform/db');
      await migrate(database, floor);
      await database.asOwner((db) =>
        runScript(
          db,
          `create schema test; create table test.plan (id int, partnership_id uuid not null);
         call platform.guard('test.plan');
         insert into test.plan values (1, '${norbridge}'), (2, platform.library())`,
        ),
      );
      assert.deepEqual(
        await plainlySeen(address(owner)),
        [{ id: 2 }],
        'a connection that forgot who it is sees the library alone',
      );
      const seen = await database.inTransaction(scope, (db) =>
        sql<{ id: number }>`select id from test.plan order by id`.execute(db),
      );
      assert.deepEqual(seen.rows, [{ id: 1 }, { id: 2 }]);
      const all = await database.asOwner((db) => runStatement(db, 'select count(*) as n from test.plan', []));
      assert.equal(all.rows[0]?.['n'], 2);
    } finally {
      await database.close();
      await onServer(`drop database "${new URL(address()).pathname.slice(1)}" with (force)`);
    }
  },
);

async function plainlySeen(address: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query('select id from test.plan')).rows;
  } finally {
    await client.end();
  }
}
