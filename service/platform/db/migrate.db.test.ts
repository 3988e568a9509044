import assert from 'node:assert/strict';
import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Database } from './database.ts';
import { staleTableTypes, tableTypes } from './generate-tables.ts';
import { migrate, migrationsChecksum, MigrationFault, type MigrationStep } from './migrate.ts';
import { migrationSources, type MigrationSource } from './migration-sources.ts';
import { runStatement } from './query-builder.ts';
import { testDatabase } from './testing.ts';

const table = (name: string): string =>
  `create table garden.${name} (id int primary key, partnership_id uuid not null);`;

/** A module of its own with these files, over the platform's floor. */
async function garden(t: TestContext, files: Readonly<Record<string, string>>) {
  const path = await mkdtemp(join(tmpdir(), 'goldenthread-garden-'));
  t.after(() => rm(path, { recursive: true }));
  const write = (name: string, text: string): Promise<void> => writeFile(join(path, name), text);
  for (const [name, text] of Object.entries(files)) await write(name, text);
  const floor = (await migrationSources()).filter(({ name }) => name === 'platform/db');
  const source = { name: 'garden', schema: 'garden', folder: pathToFileURL(`${path}/`) };
  const sources: readonly MigrationSource[] = [...floor, source];
  return {
    sources,
    source,
    write,
    remove: (name: string) => unlink(join(path, name)),
    database: await testDatabase(t, floor),
  };
}

const schema = 'create schema garden;';

async function tablesIn(database: Database): Promise<string[]> {
  const text = `select table_name as name from information_schema.tables where table_schema = 'garden' order by 1`;
  const { rows } = await database.asOwner((db) => runStatement(db, text, []));
  return rows.map((row) => String(row['name']));
}

function faultWith(code: MigrationFault['code'], words: RegExp): (fault: unknown) => boolean {
  return (fault) => {
    assert.ok(fault instanceof MigrationFault, String(fault));
    assert.equal(fault.code, code);
    assert.match(fault.message, words);
    return true;
  };
}

test('files are applied once each, in order, and progress is told', async (t) => {
  const { sources, write, database } = await garden(t, {
    '0001-beds.sql': schema + table('bed'),
    '0002-trees.sql': table('tree'),
  });
  const steps: MigrationStep[] = [];
  assert.equal(await migrate(database, sources, (step) => steps.push(step)), 2);
  assert.deepEqual(steps, [
    { source: 'garden', file: '0001-beds.sql', done: 0, of: 2 },
    { source: 'garden', file: '0002-trees.sql', done: 1, of: 2 },
  ]);
  assert.equal(await migrate(database, sources), 0);
  await write('0003-hedges.sql', table('hedge'));
  assert.equal(await migrate(database, sources), 1);
  assert.deepEqual(await tablesIn(database), ['bed', 'hedge', 'tree']);
});

test('a file that was changed after it was applied is refused, by name and with the way to mend it', async (t) => {
  const { sources, write, database } = await garden(t, { '0001-beds.sql': schema + table('bed') });
  await migrate(database, sources);
  const before = await migrationsChecksum(sources);
  await write('0001-beds.sql', schema + table('border'));
  assert.notEqual(await migrationsChecksum(sources), before);
  await assert.rejects(
    migrate(database, sources),
    faultWith('changed', /garden\/0001-beds\.sql.*next number/s),
  );
});

test('line ends changed by a checkout are not a change', async (t) => {
  const { sources, write, database } = await garden(t, { '0001-beds.sql': `${schema}\n${table('bed')}\n` });
  await migrate(database, sources);
  await write('0001-beds.sql', `${schema}\r\n${table('bed')}\r\n`);
  assert.equal(await migrate(database, sources), 0);
});

test('a file that fails is named with its line, and nothing of the whole is applied', async (t) => {
  const { sources, write, database } = await garden(t, {
    '0001-beds.sql': schema + table('bed'),
    '0002-trees.sql': `${table('tree')}\n\ncreate tabel garden.hedge ();\n`,
  });
  await assert.rejects(
    migrate(database, sources),
    faultWith('failed', /garden\/0002-trees\.sql line 3: .*tabel/s),
  );
  assert.deepEqual(await tablesIn(database), []);
  await write('0002-trees.sql', table('tree'));
  assert.equal(await migrate(database, sources), 2);
});

test('a file slipped in before one that was applied is refused', async (t) => {
  const { sources, write, database } = await garden(t, { '0002-beds.sql': schema + table('bed') });
  await migrate(database, sources);
  await write('0001-trees.sql', table('tree'));
  await assert.rejects(migrate(database, sources), faultWith('out-of-order', /0002-beds\.sql.*next number/s));
});

test('a database that a newer version has used is refused', async (t) => {
  const { sources, remove, database } = await garden(t, {
    '0001-beds.sql': schema + table('bed'),
    '0002-trees.sql': table('tree'),
  });
  await migrate(database, sources);
  await remove('0002-trees.sql');
  await assert.rejects(
    migrate(database, sources),
    faultWith('missing', /garden\/0002-trees\.sql.*newer version/s),
  );
});

test('R9: every table is guarded by forced row-level security, whether its migration thought of it or not', async (t) => {
  const { sources, database } = await garden(t, { '0001-beds.sql': schema + table('bed') });
  await migrate(database, sources);
  const text = `select relrowsecurity and relforcerowsecurity as guarded from pg_class where oid = 'garden.bed'::regclass`;
  const { rows } = await database.asOwner((db) => runStatement(db, text, []));
  assert.deepEqual(rows, [{ guarded: true }]);
});

test('R9: a table that belongs to no partnership is refused', async (t) => {
  const { sources, database } = await garden(t, {
    '0001-beds.sql': `${schema} create table garden.bed (id int);`,
  });
  await assert.rejects(
    migrate(database, sources),
    faultWith('unguarded', /garden\.bed has no column partnership_id/),
  );
});

test('a file with a name out of shape is refused', async (t) => {
  const { sources, database } = await garden(t, { 'beds.sql': schema });
  await assert.rejects(migrate(database, sources), /beds\.sql.*named like/s);
});

test('R9: no table of the whole service is without its guard', async (t) => {
  const database = await testDatabase(t);
  const schemas = [...new Set((await migrationSources()).map((source) => source.schema))];
  const text = `select c.oid::regclass::text as name, relrowsecurity and relforcerowsecurity as guarded from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1) and c.relkind in ('r', 'p')`;
  const { rows } = await database.asOwner((db) => runStatement(db, text, [schemas]));
  assert.ok(rows.length >= 5, `only ${rows.length} tables were looked at`);
  assert.deepEqual(
    rows.filter((row) => row['guarded'] !== true),
    [{ name: 'platform.migration', guarded: false }],
  );
});

test('table types say what each column holds and what may be left out', async (t) => {
  const { sources } = await garden(t, {
    '0001-beds.sql': `${schema}
      create table garden.bed (
        key integer generated always as identity primary key, partnership_id uuid not null, sown_on date,
        dug_at timestamptz not null, notes text[] not null, extra jsonb not null default '{}', depth numeric,
        is_raised boolean not null default false
      );`,
  });
  const [file, ...others] = await tableTypes(sources);
  assert.ok(file);
  assert.deepEqual(others, [], 'the floor has no tables of its own');
  assert.ok(file.url.pathname.endsWith('/store/tables.generated.ts'));
  assert.equal(
    file.text,
    `// Generated from the migrated database by \`npm run generate\`; never edited by hand.
import type { Generated, GeneratedAlways } from 'kysely';
import type { Day } from '#platform/kernel/day.ts';

export type GardenTables = {
  'garden.bed': {
    key: GeneratedAlways<number>;
    partnership_id: string;
    sown_on: Day | null;
    dug_at: Date;
    notes: (string | null)[];
    extra: Generated<unknown>;
    depth: string | null;
    is_raised: Generated<boolean>;
  };
};
`,
  );
});

test('the table types in the repository are those of the migrations: run `npm run generate`', async () => {
  const stale = await staleTableTypes();
  assert.deepEqual(
    stale.map(({ url }) => url.pathname.slice(-60)),
    [],
  );
});
