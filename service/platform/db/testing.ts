import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import pg from 'pg';
import { type Database, databaseOver, openDatabase } from './database.ts';
import { openEmbedded } from './embedded/embedded.ts';
import type { Engine, Session } from './engine/engine.ts';
import { DatabaseFault } from './fault.ts';
import { migrate } from './migrate.ts';
import { type MigrationSource, migrationSources } from './migration-sources.ts';
import { templateDump, templateName } from './template-dump.ts';

/** The server to test on; the embedded database where there is none. */
const serverUrl = process.env['GOLDENTHREAD_TEST_DATABASE_URL'];

/**
 * A migrated database of a test's own, closed and gone when the test ends: a copy of a template that is made once for
 * each state of the migrations. In memory, or on the server that GOLDENTHREAD_TEST_DATABASE_URL names.
 */
export async function testDatabase(
  t: Pick<TestContext, 'after'>,
  sources?: readonly MigrationSource[],
): Promise<Database> {
  const wanted = sources ?? (await migrationSources());
  const database = serverUrl ? await copyOnServer(t, serverUrl, wanted) : await copyInMemory(wanted);
  t.after(() => database.close());
  return database;
}

/**
 * Embedded databases that a test of this file has done with, emptied, by their template. Opening one is two seconds of
 * work, emptying one a twentieth of that.
 */
const emptied = new Map<string, Lendable[]>();

/** An engine, and what its tables were when it was opened. */
type Lendable = { engine: Engine; shape: string };

const limits = { statementMs: 60_000, idleMs: 60_000 };

async function copyInMemory(sources: readonly MigrationSource[]): Promise<Database> {
  const template = await templateName(sources);
  const waiting = emptied.get(template) ?? [];
  emptied.set(template, waiting);
  const lendable = waiting.pop() ?? (await openLendable(await templateDump(sources)));
  return databaseOver(lent(lendable, () => waiting.push(lendable)));
}

async function openLendable(dump: Uint8Array): Promise<Lendable> {
  const engine = await openEmbedded({ dump });
  return { engine, shape: await engine.hold(limits, shapeOf) };
}

/** An engine for one test: closed it is emptied, and given back where that went well. */
function lent({ engine, shape }: Lendable, giveBack: () => void): Engine {
  let closed = false;
  return {
    kind: engine.kind,
    place: engine.place,
    async hold(asked, work) {
      if (closed) throw new DatabaseFault('unavailable', 'this test has ended');
      return await engine.hold(asked, work);
    },
    async close() {
      if (closed) return;
      closed = true;
      try {
        await engine.hold(limits, empty);
        if ((await engine.hold(limits, shapeOf)) === shape) return giveBack();
      } catch {
        // its thread was stopped, or the test left a transaction of its own open
      }
      await engine.close();
    },
  };
}

/** What a test may have made beside rows: tables, columns, functions, rules, accounts. */
async function shapeOf(session: Session): Promise<string> {
  const catalogs = [
    'pg_class',
    'pg_attribute',
    'pg_constraint',
    'pg_proc',
    'pg_policy',
    'pg_trigger',
    'pg_roles',
  ];
  const { rows } = await session.script(
    `select concat_ws(' ', ${catalogs.map((name) => `(select count(*) from ${name})`).join(', ')}) as shape`,
  );
  return String(rows[0]?.['shape']);
}

/** Every row gone but the note of which migrations were applied, and every sequence back at its start. */
async function empty(session: Session): Promise<void> {
  const { rows } = await session.query(
    `select format('select %L as name where exists (select from %I.%I)', format('%I.%I', schemaname, tablename),
                   schemaname, tablename) as look
       from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')
        and (schemaname, tablename) <> ('platform', 'migration')`,
    [],
  );
  if (rows.length === 0) return;
  const filled = await session.script(rows.map(({ look }) => String(look)).join(' union all '));
  const moved = await session.query(
    `select format('%I.%I', schemaname, sequencename) as name from pg_sequences where last_value is not null`,
    [],
  );
  // no key is checked and no trigger runs meanwhile: the order of the tables does not matter
  await session.script(
    [
      'begin',
      'set local session_replication_role = replica',
      ...filled.rows.map(({ name }) => `delete from ${String(name)}`),
      ...moved.rows.map(({ name }) => `alter sequence ${String(name)} restart`),
      'commit',
    ].join('; '),
  );
}

async function copyOnServer(
  t: Pick<TestContext, 'after'>,
  url: string,
  sources: readonly MigrationSource[],
): Promise<Database> {
  const template = await templateName(sources);
  const copy = `goldenthread_test_${randomBytes(8).toString('hex')}`;
  await onServer(url, async (client) => {
    // one process makes the template, the others wait for it
    await client.query('select pg_advisory_lock(1735355493)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) await makeTemplate(client, url, { template, sources });
    await client.query(`create database ${copy} template ${template}`);
  });
  t.after(() => onServer(url, (client) => client.query(`drop database if exists ${copy} with (force)`)));
  return await openDatabase({ url: withDatabase(url, copy), connections: 4 });
}

async function makeTemplate(
  client: pg.Client,
  url: string,
  { template, sources }: { template: string; sources: readonly MigrationSource[] },
): Promise<void> {
  const unfinished = `${template}_part`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished} template template0`);
  const database = await openDatabase({ url: withDatabase(url, unfinished), connections: 1 });
  try {
    await migrate(database, sources);
  } finally {
    await database.close();
  }
  await client.query(`alter database ${unfinished} rename to ${template}`);
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
