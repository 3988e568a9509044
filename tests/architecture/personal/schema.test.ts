import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '#platform/db/database.ts';
import { runStatement } from '#platform/db/query-builder.ts';
import { testDatabase } from '#platform/db/testing.ts';
import { personalRecords } from '../../../service/app.ts';
import { unclassed, waysBetween, type Schema } from './schema-graph.ts';
import { heldOtherwise } from './held-otherwise.ts';

const classed = new Set(personalRecords.flatMap(({ classes }) => classes.flatMap(({ tables }) => tables)));

async function schemaOf(database: Database): Promise<Schema> {
  return database.asOwner(async (db) => {
    const columns = await runStatement(
      db,
      `select table_schema || '.' || table_name as "table", column_name as "column", data_type as type
         from information_schema.columns
        where table_schema not in ('pg_catalog', 'information_schema', 'pgboss')`,
      [],
    );
    const keys = await runStatement(
      db,
      `select a.relnamespace::regnamespace || '.' || a.relname as "from", b.relnamespace::regnamespace || '.' || b.relname as "to"
         from pg_constraint c join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid
        where c.contype = 'f'`,
      [],
    );
    return {
      columns: columns.rows.map((row) => ({
        table: String(row['table']),
        column: String(row['column']),
        type: String(row['type']),
      })),
      keys: keys.rows.map((row) => ({ from: String(row['from']), to: String(row['to']) })),
    };
  });
}

/** Whom records are about: every table of a class, all that families keep, and who can sign in. */
function personalOf({ columns }: Schema): Set<string> {
  const families = columns.map(({ table }) => table).filter((table) => table.startsWith('families.'));
  return new Set([...classed, ...families]);
}

test('R31: no way leads from what was said in a survey to a person, by any key, in the migrated database', async (t) => {
  const schema = await schemaOf(await testDatabase(t));
  assert.ok(schema.columns.length > 500 && schema.keys.length > 50, 'the whole schema was read');
  assert.ok(personalOf(schema).has('accounts.person'));
  assert.deepEqual(waysBetween(schema, personalOf(schema)), []);
});

test('R31: a key, a chain of keys, one from the other side and a telling column are each found where they are planted', async (t) => {
  const schema = await schemaOf(await testDatabase(t));
  const personal = personalOf(schema);
  const planted = (more: Partial<Schema>) =>
    waysBetween(
      {
        columns: [
          ...schema.columns,
          { table: 'voice.answer', column: 'words', type: 'text' },
          ...(more.columns ?? []),
        ],
        keys: [...schema.keys, ...(more.keys ?? [])],
      },
      personal,
    );
  assert.deepEqual(planted({}), []);
  assert.equal(planted({ keys: [{ from: 'voice.answer', to: 'accounts.person' }] }).length > 0, true);
  const chain = [
    { from: 'voice.answer', to: 'voice.sitting' },
    { from: 'voice.sitting', to: 'families.child' },
  ];
  assert.ok(planted({ keys: chain }).some((way) => way.includes('voice.answer leads to families.child')));
  assert.ok(planted({ keys: [{ from: 'families.child', to: 'voice.answer' }] }).length > 0);
  for (const column of ['child_id', 'told_by_person_id', 'email', 'session_id', 'user_agent', 'upn'])
    assert.equal(planted({ columns: [{ table: 'voice.answer', column, type: 'text' }] }).length, 1, column);
});

test('R21, R26: every table with somebody’s key or address in it belongs to a class of records, or says why not', async (t) => {
  const schema = await schemaOf(await testDatabase(t));
  const known = new Set([...classed, ...Object.keys(heldOtherwise)]);
  assert.deepEqual(unclassed(schema, known), []);
  const tables = new Set(schema.columns.map(({ table }) => table));
  assert.deepEqual(
    [...known].filter((table) => !tables.has(table)),
    [],
    'a table is named that is not there',
  );
  const planted = { ...schema, columns: [{ table: 'families.secret', column: 'child_id', type: 'uuid' }] };
  assert.deepEqual(unclassed(planted, known), ['families.secret']);
});
