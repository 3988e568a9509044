import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Database, Db } from './database.ts';
import { DatabaseFault } from './fault.ts';
import { type MigrationSource, sqlFilesIn } from './migration-sources.ts';
import { runScript, runStatement } from './query-builder.ts';

/** A migration that cannot be applied; the message says which, why, and what to do. */
export class MigrationFault extends Error {
  override readonly name = 'MigrationFault';
  readonly code: 'changed' | 'missing' | 'out-of-order' | 'failed' | 'unguarded';

  constructor(code: MigrationFault['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

export type MigrationStep = { source: string; file: string; done: number; of: number };

type MigrationFile = { source: MigrationSource; file: string; text: string; checksum: string };

/**
 * Brings the database up to date: every file that was not applied yet, in order, in one transaction that only one
 * process at a time can be in. Afterwards every table is guarded by row-level security.
 * @returns how many files were applied
 */
export async function migrate(
  database: Database,
  sources: readonly MigrationSource[],
  onStep: (step: MigrationStep) => void = () => {},
): Promise<number> {
  const files = await readMigrations(sources);
  return await database.asOwner(async (db) => {
    await runScript(db, bookkeeping);
    const pending = await pendingOf(db, files);
    for (const [index, migration] of pending.entries()) {
      onStep({ source: migration.source.name, file: migration.file, done: index, of: pending.length });
      await apply(db, migration);
    }
    await guardAll(db, sources);
    return pending.length;
  });
}

/** One number for the whole of the migrations: the same only where every file is the same. */
export async function migrationsChecksum(sources: readonly MigrationSource[]): Promise<string> {
  const hash = createHash('sha256');
  for (const { source, file, checksum } of await readMigrations(sources))
    hash.update(`${source.name} ${source.schema} ${file} ${checksum}\n`);
  return hash.digest('hex').slice(0, 32);
}

async function readMigrations(sources: readonly MigrationSource[]): Promise<MigrationFile[]> {
  const found: MigrationFile[] = [];
  for (const source of sources)
    for (const file of await sqlFilesIn(source.folder)) {
      // a checkout on Windows may have changed the line ends
      const text = (await readFile(new URL(file, source.folder), 'utf8')).replaceAll('\r\n', '\n');
      found.push({ source, file, text, checksum: createHash('sha256').update(text).digest('hex') });
    }
  return found;
}

/** The number is ours alone: "gold" in ASCII. */
const bookkeeping = `
  select pg_advisory_xact_lock(1735355492);
  create schema if not exists platform;
  create table if not exists platform.migration (
    source text not null,
    file text not null,
    checksum text not null,
    applied_at timestamptz not null default now(),
    primary key (source, file)
  );`;

async function pendingOf(db: Db, files: readonly MigrationFile[]): Promise<MigrationFile[]> {
  const { rows } = await runStatement(db, 'select source, file, checksum from platform.migration', []);
  const applied = new Map(
    rows.map((row) => [`${String(row['source'])}/${String(row['file'])}`, String(row['checksum'])]),
  );
  const pending: MigrationFile[] = [];
  for (const migration of files) {
    const name = `${migration.source.name}/${migration.file}`;
    const checksum = applied.get(name);
    applied.delete(name);
    if (checksum === undefined) pending.push(migration);
    else if (checksum !== migration.checksum)
      throw new MigrationFault(
        'changed',
        `${name} was changed after it had been applied to this database. Put it back as it was, and make the change in a new file with the next number.`,
      );
    else if (pending.some((earlier) => earlier.source.name === migration.source.name))
      throw new MigrationFault(
        'out-of-order',
        `${migration.source.name}: a file was added before ${migration.file}, which this database already has. Give the new one the next number.`,
      );
  }
  const known = new Set(files.map(({ source }) => source.name));
  const missing = [...applied.keys()].find((name) => known.has(name.slice(0, name.lastIndexOf('/'))));
  if (missing !== undefined)
    throw new MigrationFault(
      'missing',
      `this database has ${missing} applied, which this version does not know. It was last used by a newer version: start that one.`,
    );
  return pending;
}

async function apply(db: Db, { source, file, text, checksum }: MigrationFile): Promise<void> {
  try {
    await runScript(db, text);
  } catch (fault) {
    throw new MigrationFault(
      'failed',
      `${source.name}/${file}${lineIn(text, fault)}: ${wordsOf(fault)}`,
      fault,
    );
  }
  const record = 'insert into platform.migration (source, file, checksum) values ($1, $2, $3)';
  await runStatement(db, record, [source.name, file, checksum]);
}

function wordsOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}

function lineIn(text: string, fault: unknown): string {
  if (!(fault instanceof DatabaseFault)) return '';
  const { cause } = fault;
  if (typeof cause !== 'object' || cause === null || !('position' in cause)) return '';
  const position = Number(cause.position);
  return Number.isInteger(position) ? ` line ${text.slice(0, position).split('\n').length}` : '';
}

/** Nobody can forget the second lock: a table that its own migration did not guard is guarded here. */
async function guardAll(db: Db, sources: readonly MigrationSource[]): Promise<void> {
  const schemas = [...new Set(sources.map(({ schema }) => schema))];
  const { rows } = await runStatement(db, unguardedTables, [schemas]);
  for (const row of rows) {
    if (row['has_partnership'] !== true)
      throw new MigrationFault(
        'unguarded',
        `${String(row['name'])} has no column partnership_id. Every table belongs to a partnership, so that row-level security can guard it.`,
      );
    await runStatement(db, 'call platform.guard($1::regclass)', [row['name']]);
  }
}

const unguardedTables = `
  select c.oid::regclass::text as name,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partnership_id' and not a.attisdropped)
      as has_partnership
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any($1) and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
    and c.oid <> 'platform.migration'::regclass
  order by 1`;
