import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import pg from 'pg';
import { type Database, databaseOver, openDatabase } from './database.ts';
import { openEmbedded } from './embedded/embedded.ts';
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

async function copyInMemory(sources: readonly MigrationSource[]): Promise<Database> {
  return databaseOver(await openEmbedded({ dump: await templateDump(sources) }));
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
