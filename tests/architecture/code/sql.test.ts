import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isForTests, migrations, ownCode, type OwnFile } from './own-files.ts';
import { beyond, type Exception } from './reasoned-exceptions.ts';
import {
  looseTables,
  othersTables,
  outsideHomes,
  ownClocks,
  sqlTexts,
  tablesMade,
  tablesNamed,
  withoutComments,
} from './sql-rules.ts';

const code = ownCode().filter(({ path }) => !isForTests(path) && !path.startsWith('bench/'));
const texts = sqlTexts(code);
const named = tablesNamed(code.filter(({ path }) => /\/store\//.test(path)));
const scripts = migrations().map(({ path, text }) => ({ path, line: 1, words: withoutComments(text) }));
const made = tablesMade(migrations());

const clockExceptions: readonly Exception[] = [
  {
    what: 'service/platform/db/migrate.ts',
    because:
      "the ledger of migrations is the database's own note, made before the application has a time to say",
  },
];

const moves: readonly Exception[] = [
  {
    what: 'service/modules/partners/migrations/0002-organisations-move.sql',
    because: 'the list of bodies moved from partners to accounts once, and what was kept went with it',
  },
  {
    what: 'service/modules/families/migrations/0010-standing-on-a-line.sql',
    because:
      'the wall round a child asks one function of the sharing room whether an agreement is in date, so that its end holds even where a page forgets to ask; it answers yes or no, and no table is read',
  },
];

test('the guard of SQL sees the SQL: statements in code, tables named, tables made', (t) => {
  t.diagnostic(
    `${code.length} files, ${texts.length} statements, ${named.length} names of tables, ${scripts.length} migrations, ${made.length} tables`,
  );
  assert.ok(texts.length >= 40, `${texts.length} statements`);
  assert.ok(named.length >= 80, `${named.length} names of tables`);
  assert.ok(scripts.length >= 9, `${scripts.length} migrations`);
  assert.ok(made.length >= 24, `${made.length} tables`);
});

test('SQL stands only in stores, migrations and the parts of the platform that own tables', () => {
  assert.deepEqual(outsideHomes(texts), []);
});

test('no SQL reaches into the tables of another room', () => {
  assert.deepEqual(beyond(othersTables([...texts, ...scripts, ...named]), moves), []);
});

test('no SQL asks the database for the time', () => {
  assert.deepEqual(beyond(ownClocks([...texts, ...scripts]), clockExceptions), []);
});

test('every table carries its partnership, is guarded, is named in the singular and stands in its own schema', () => {
  assert.deepEqual(looseTables(made), []);
});

test('a planted violation of each kind is caught', () => {
  const found = sqlTexts([
    planted(
      'service/modules/strategy/queries/p.ts',
      'const rows = await ask(`select key from strategy.tie`);',
    ),
    planted('service/modules/strategy/web/p.tsx', 'const rows = sql<Row>`key = ${key}`;'),
    planted('service/modules/strategy/store/p1.ts', "export const text = 'select 1 from accounts.person';"),
    planted('service/modules/strategy/store/p2.ts', 'export const text = sql`seen_at < now()`;'),
    planted('service/modules/strategy/store/p3.ts', 'export const text = sql`on = CURRENT_DATE`;'),
    planted('service/modules/strategy/store/p4.ts', 'export const text = sql`platform.session.id`;'),
    planted('service/modules/strategy/web/fine.tsx', "export const words = 'Select a file to bring in';"),
  ]);
  assert.deepEqual(outsideHomes(found), [
    'service/modules/strategy/queries/p.ts:1 says SQL outside a store: select key from strategy.tie',
    'service/modules/strategy/web/p.tsx:1 says SQL outside a store: key = …',
  ]);
  assert.deepEqual(othersTables(found), [
    'service/modules/strategy/store/p1.ts:1 reaches into accounts',
    'service/modules/strategy/store/p4.ts:1 reaches into platform.session',
  ]);
  assert.equal(ownClocks(found).length, 2);
  const store = planted('service/modules/strategy/store/p.ts', "db.selectFrom('accounts.person as person');");
  assert.deepEqual(othersTables(tablesNamed([store])), [
    'service/modules/strategy/store/p.ts:1 reaches into accounts',
  ]);
});

test('a planted table without a tenant, without a guard, or in another schema is caught', () => {
  const path = 'service/modules/strategy/migrations/0009-p.sql';
  const text = `create table strategy.bare (id uuid primary key);
    call platform.guard('strategy.bare');
    create table accounts.ties (id uuid primary key, partnership_id uuid not null);
    -- call platform.guard('accounts.ties')`;
  assert.deepEqual(looseTables(tablesMade([{ path, text }])), [
    `${path}: strategy.bare has no partnership_id`,
    `${path}: accounts.ties is not guarded`,
    `${path}: accounts.ties stands outside the schema strategy`,
    `${path}: accounts.ties is not singular`,
  ]);
});

function planted(path: string, text: string): OwnFile {
  return { path, text };
}
