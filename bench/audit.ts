import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { testAudit } from '#platform/audit/testing.ts';
import { inventedEntries } from '#platform/audit/testing/invented-export.ts';
import { openDatabase, type Database, type OpenOptions } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';
import { migrationSources } from '#platform/db/migration-sources.ts';
import { transactions, type Transactions } from '#platform/db/transactions.ts';
import { storedId } from '#platform/kernel/id.ts';
import { median, type Bench, type Figures } from './bench.ts';

/** What the audit costs, and how long a million entries take to verify. */
export const bench: Bench = {
  name: 'audit',
  says: 'One million entries verified by the program that stands alone (target 30 s), and what writing an entry adds to a transaction: one at a time, and with eight writers on one chain. On the server that GOLDENTHREAD_TEST_DATABASE_URL names; on the embedded database without it.',
  run,
};

async function run(): Promise<Figures> {
  return { ...(await verifying()), ...(await appending()) };
}

const million = 1_000_000;
const program = fileURLToPath(new URL('../service/platform/audit/verify-audit.ts', import.meta.url));

async function verifying(): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'goldenthread-bench-'));
  try {
    const figures: Record<string, number> = {};
    for (const [name, packing] of [
      ['audit.ndjson', []],
      ['audit.ndjson.gz', [createGzip({ level: 1 })]],
    ] as const) {
      const file = join(folder, name);
      await pipeline([Readable.from(lines()), ...packing, createWriteStream(file)]);
      const began = performance.now();
      const { stdout } = await promisify(execFile)(process.execPath, [program, file]);
      if (!stdout.startsWith(`All ${million} entries`)) throw new Error(stdout);
      figures[`${name}: 1,000,000 entries verified, s (target 30)`] = seconds(began);
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A few thousand lines at once, so that writing them is not what takes the time. */
function* lines(): Generator<string> {
  let some: string[] = [];
  for (const entry of inventedEntries(million)) {
    some.push(JSON.stringify(entry));
    if (some.length < 2000) continue;
    yield `${some.join('\n')}\n`;
    some = [];
  }
  if (some.length > 0) yield `${some.join('\n')}\n`;
}

function seconds(began: number): number {
  return Math.round((performance.now() - began) / 100) / 10;
}

async function appending(): Promise<Figures> {
  const { database, clear } = await freshDatabase();
  try {
    const record = async (): Promise<void> => {};
    const act = transactions({
      database,
      clock: () => new Date(),
      random: randomBytes,
      record,
      audit: testAudit,
    });
    await touching(act, 1, 200);
    const without = await timed(300, () => touching(act, 0, 1));
    const withOne = await timed(300, () => touching(act, 1, 1));
    const withTen = await timed(300, () => touching(act, 10, 1));
    const began = performance.now();
    await Promise.all(Array.from({ length: 8 }, () => touching(act, 1, 200)));
    const together = 1600 / ((performance.now() - began) / 1000);
    return {
      database: database.kind,
      'a transaction of one small read, without audit, median ms': round(without),
      'the same with one entry, median ms': round(withOne),
      'the same with ten entries, median ms': round(withTen),
      'what one entry adds, ms': round(withOne - without),
      'what each further entry adds, ms': round((withTen - withOne) / 9),
      'eight writers on one chain, transactions with an entry a second': Math.round(together),
    };
  } finally {
    await database.close();
    await clear();
  }
}

/** A database of its own: on the server where one is named, in memory otherwise. */
async function freshDatabase(): Promise<{ database: Database; clear: () => Promise<unknown> }> {
  const server = process.env['GOLDENTHREAD_TEST_DATABASE_URL'];
  if (server === undefined) return { database: await migrated({ memory: true }), clear: async () => {} };
  const name = `goldenthread_bench_${randomBytes(8).toString('hex')}`;
  const own = new URL(server);
  own.pathname = `/${name}`;
  await onServer(server, `create database ${name} template template0`);
  const database = await migrated({ url: own.href });
  return { database, clear: () => onServer(server, `drop database ${name} with (force)`) };
}

async function migrated(options: OpenOptions): Promise<Database> {
  const database = await openDatabase(options);
  await migrate(database, await migrationSources());
  return database;
}

async function onServer(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}

const who = {
  actor: { kind: 'service' as const, name: 'bench' },
  partnershipId: storedId<'partnership'>('00000000-0000-7000-8000-0000000000a1'),
};

/** So many transactions, each of one small read and so many entries. */
async function touching(act: Transactions, entries: number, times: number): Promise<void> {
  for (let turn = 0; turn < times; turn += 1)
    await act.inTransaction(who, 'write', async (ctx) => {
      await ctx.db
        .withTables<{ 'platform.fact': { id: string } }>()
        .selectFrom('platform.fact')
        .select('id')
        .limit(1)
        .execute();
      for (let entry = 0; entry < entries; entry += 1)
        ctx.audit({
          act: 'bench.read',
          way: 'read',
          subject: { kind: 'child', id: ctx.newId() },
          relationship: 'none',
          purpose: 'record-keeping',
        });
    });
}

async function timed(times: number, work: () => Promise<void>): Promise<number> {
  const took: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return median(took);
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
