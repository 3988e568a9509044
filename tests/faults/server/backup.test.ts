// The drill of docs/runbooks/restore.md: dumped while people work, restored beside it, and found the same.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { testAudit } from '#platform/audit/testing.ts';
import { openDatabase, type Database } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { migrationSources } from '#platform/db/migration-sources.ts';
import { transactions } from '#platform/db/transactions.ts';
import { writeFact } from '#platform/outbox/outbox.ts';
import { rounds, tally } from '../tally.ts';
import { noServer, ownServer } from './own-server.ts';
import { probePartnership } from './probe-routes.tsx';

const server = await ownServer({ after });
const skip = server ? false : noServer;
const urlOf = (name: string) => server?.url.replace(/\/postgres$/, `/${name}`) ?? '';

/** One act on personal data and its fact, as a page would do them. */
function acting(database: Database) {
  const { inTransaction } = transactions({
    database,
    clock: () => new Date(),
    random: randomBytes,
    record: async (ctx, fact) => void (await writeFact(ctx, fact)),
    audit: testAudit,
  });
  const who = { actor: { kind: 'service' as const, name: 'drill' }, partnershipId: probePartnership };
  return (index: number) =>
    inTransaction(who, 'write', async (ctx) => {
      const subject = { kind: 'child', id: ctx.newId<'child'>() };
      await ctx.record({ type: 'drill.acted', subject, details: { index } });
      ctx.audit({
        act: 'drill.acted',
        way: 'written',
        subject,
        purpose: 'early-help',
        relationship: 'lead-worker',
      });
    });
}

/** A digest of every row of every table, and how many there are; the queue's own upkeep aside. */
async function contents(url: string): Promise<ReadonlyMap<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema', 'pgboss') order by 1`,
    );
    const found = new Map<string, string>();
    for (const { name } of rows) {
      const all = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
      const hash = createHash('sha256');
      for (const { row } of all.rows) hash.update(`${row}\n`);
      found.set(name, `${all.rows.length} ${hash.digest('hex')}`);
    }
    return found;
  } finally {
    await client.end();
  }
}

test(
  'backup and restore: a dump taken while people work restores whole, the audit’s head matches, and work goes on in it',
  { skip },
  async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'goldenthread-dump-'));
    await chmod(folder, 0o777);
    t.after(() => rm(folder, { recursive: true, force: true }));
    await server?.ask('create database county');
    const database = await openDatabase({ url: urlOf('county') });
    t.after(() => database.close());
    await migrate(database, await migrationSources());
    const act = acting(database);
    let acted = 0;
    const still = { going: true };
    const people = Array.from({ length: 4 }, async () => {
      while (still.going) await act((acted += 1));
    });
    while (acted < rounds({ short: 100, full: 5_000 }))
      await new Promise((resolve) => setTimeout(resolve, 20));

    const file = join(folder, 'county.dump');
    await server?.program('pg_dump', ['--format=custom', `--file=${file}`, `--dbname=${urlOf('county')}`]);
    const busy = await restored(file, 'while_busy');
    still.going = false;
    await Promise.all(people);
    const facts = Number((busy.get('platform.fact') ?? '0').split(' ')[0]);
    const entries = Number((busy.get('platform.audit_entry') ?? '0').split(' ')[0]);
    assert.equal(facts, entries, 'no act without its audit, no audit without its act');
    assert.ok(facts >= 100 && facts <= acted);
    await headMatches('while_busy');

    await server?.program('pg_dump', ['--format=custom', `--file=${file}.2`, `--dbname=${urlOf('county')}`]);
    const after_ = await restored(`${file}.2`, 'at_rest');
    assert.deepEqual(after_, await contents(urlOf('county')), 'every row of every table');
    await headMatches('at_rest');

    const again = await openDatabase({ url: urlOf('at_rest') });
    t.after(() => again.close());
    assert.equal(await migrate(again, await migrationSources()), 0, 'nothing is left to migrate');
    await acting(again)(acted + 1);
    await headMatches('at_rest');
    t.diagnostic(`${facts} of ${acted} acts in the dump taken meanwhile, ${acted} in the one at rest`);
    tally.tried(2);
  },
);

async function restored(file: string, name: string): Promise<ReadonlyMap<string, string>> {
  await server?.ask(`create database ${name} template template0`);
  await server?.program('pg_restore', ['--exit-on-error', `--dbname=${urlOf(name)}`, file]);
  return contents(urlOf(name));
}

/** The head of each chain is the seal of its last entry, and their number is its length. */
async function headMatches(name: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(name) });
  await client.connect();
  try {
    const { rows } = await client.query<{ head: string; last: string; length: number; entries: number }>(
      headsSql,
    );
    assert.ok(rows.length > 0);
    for (const { head, last, length, entries } of rows) assert.deepEqual([head, length], [last, entries]);
  } finally {
    await client.end();
  }
}

const headsSql = `
  select encode(h.hash, 'hex') as head, encode(e.hash, 'hex') as last, h.sequence::int as length,
    (select count(*)::int from platform.audit_entry c where c.chain = h.chain) as entries
  from platform.audit_head h join platform.audit_entry e on e.chain = h.chain and e.sequence = h.sequence`;
