import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import pg from 'pg';
import { holds, valueOf, type Values } from '../ask.ts';
import { keyOf } from '../expression.ts';
import type { Expression, LinkageModel } from '../model.ts';
import { frequenciesOf, scorePair } from '../score-pair.ts';
import { readSplinkModel } from '../splink/read-splink-model.ts';
import { quoted, quotedText } from './tokens.ts';
import { writeSql, type WrittenSql } from './write-sql.ts';

const folder = new URL('../../test/fixtures/splink/', import.meta.url);

/** The model of the fixtures, with a comparison of our own cleaning, lists and numbers added. */
function modelAnd(extra: Partial<LinkageModel> = {}): LinkageModel {
  const read = readSplinkModel(JSON.parse(readFileSync(new URL('model-5.json', folder), 'utf8')));
  assert.ok(read.done);
  const name = { column: 'surname', cleanedBy: 'surname-parts' };
  const id = { column: 'unique_id' };
  const town = { column: 'town' };
  return {
    ...read.value,
    comparisons: [
      ...read.value.comparisons,
      {
        name: 'parts',
        nullWhen: { is: 'missing', of: name },
        levels: [
          { label: 'shared', when: { is: 'shared', left: name, right: name, atLeast: 1 }, m: 0.9, u: 0.1 },
          { label: 'ids', when: { is: 'numbers-apart', left: id, right: id, atMost: 3 }, m: 0.05, u: 0.1 },
          {
            label: 'letters',
            when: { is: 'similar', by: 'jaccard', left: town, right: town, atLeast: 0.5 },
            u: 0.1,
          },
          { label: 'else', when: { is: 'else' }, m: 0.05, u: 0.8 },
        ],
      },
    ],
    ...extra,
  };
}

const file = decodeURIComponent(new URL('people.csv', folder).pathname);

async function duckDb(): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    `create table people as select * from read_csv('${file}', all_varchar = true, nullstr = '')`,
  );
  return connection;
}

/** Every expression of SQL that a model reads. */
function sqlIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(sqlIn);
  if (typeof part !== 'object' || part === null) return [];
  return 'sql' in part && typeof part.sql === 'string' ? [part.sql] : Object.values(part).flatMap(sqlIn);
}

/** The people with what SQL of one record gives, as objects for the plain score. */
async function peopleOf(connection: DuckDBConnection, model: LinkageModel): Promise<readonly Values[]> {
  const read = [...new Set([...sqlIn(model.comparisons), ...sqlIn(model.blockingRules)])].map(
    (sql) => `CAST((${sql}) AS VARCHAR) AS ${quoted(keyOf({ sql }))}`,
  );
  const answer = await connection.runAndReadAll(`select ${['*', ...read].join(', ')} from people`);
  return answer
    .getRowObjects()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, value === null ? null : String(value)]),
      ),
    );
}

/** The table with the columns that the SQL needs beside its own. */
function tableSql(written: WrittenSql, people: readonly Values[]): string {
  const own = ['unique_id', 'first_name', 'surname', 'dob', 'sex', 'town', 'postcode', 'email'];
  const expressions: readonly Expression[] = own.map((column) => ({ column }));
  const all = [...expressions, ...written.needs.map(({ expression }) => expression)];
  const names = [...own, ...written.needs.map(({ column }) => column)];
  const rows = people.map((person) => {
    const values = all.map((each) => valueOf(each, person));
    return `(${values.map((value) => (value === undefined ? 'NULL' : quotedText(value))).join(', ')})`;
  });
  return `create temporary table prepared (${names.map((each) => `${quoted(each)} text`).join(', ')});
insert into prepared values ${rows.join(',\n')};`;
}

/** Every pair that a blocking rule finds, with the first rule that does: brute force. */
function foundBy(model: LinkageModel, people: readonly Values[]): readonly string[] {
  const found: string[] = [];
  for (const left of people)
    for (const right of people) {
      const [l, r] = [String(left['unique_id']), String(right['unique_id'])];
      if (l >= r) continue;
      const rule = model.blockingRules.findIndex(({ keys, also = { is: 'else' } }) =>
        [...keys.map((key) => ({ is: 'equal', ...key }) as const), also].every(
          (part) => holds(part, { left, right, counts: 'bytes' }) === true,
        ),
      );
      if (rule >= 0) found.push(`${l} ${r} ${rule}`);
    }
  return found.sort();
}

type Row = Readonly<Record<string, unknown>>;

function assertSame(rows: readonly Row[], model: LinkageModel, people: readonly Values[]): void {
  const byId = new Map(people.map((person) => [person['unique_id'], person]));
  const frequencyOf = frequenciesOf(model, people);
  const seen = new Set<string>();
  for (const row of rows) {
    const [left, right] = [byId.get(String(row['id_l'])), byId.get(String(row['id_r']))];
    assert.ok(left && right);
    seen.add(`${String(row['id_l'])} ${String(row['id_r'])}`);
    const scored = scorePair({ model, frequencyOf }, left, right);
    assert.ok(scored.done);
    for (const [at, { answer, comparison }] of scored.value.parts.entries())
      assert.equal(
        Number(row[`answer_${at + 1}`]),
        answer,
        `${comparison} of ${JSON.stringify([left, right])}`,
      );
    assert.ok(Math.abs(Number(row['weight']) - scored.value.weight) < 1e-9);
    assert.ok(Math.abs(Number(row['probability']) - scored.value.probability) < 1e-9);
  }
  assert.equal(seen.size, rows.length, 'a pair came twice');
  assert.deepEqual(
    rows.map((row) => `${String(row['id_l'])} ${String(row['id_r'])} ${String(row['rule'])}`).sort(),
    foundBy(model, people),
  );
}

function written(model: LinkageModel, engine: 'duckdb' | 'postgresql'): WrittenSql {
  const result = writeSql(model, { engine, table: 'prepared' });
  assert.ok(result.done, result.done ? '' : result.refusal.words);
  return result.value;
}

void test('the SQL for DuckDB gives each pair once, with the plain sum’s answers and weights', async () => {
  const connection = await duckDb();
  const model = modelAnd();
  const people = await peopleOf(connection, model);
  const sql = written(model, 'duckdb');
  assert.deepEqual(
    sql.needs.map(({ column }) => column),
    ['surname__surname_parts'],
  );
  await connection.run(tableSql(sql, people));
  await connection.run(sql.before);
  const answer = await connection.runAndReadAll(sql.query);
  assertSame(answer.getRowObjects(), model, people);
});

const url = process.env['GOLDENTHREAD_TEST_DATABASE_URL'];

for (const counts of ['bytes', 'letters'] as const)
  void test(`the SQL for PostgreSQL brings its functions and gives the same, counting ${counts}`, async (t) => {
    if (url === undefined) return t.skip('no server: GOLDENTHREAD_TEST_DATABASE_URL is not set');
    const model = modelAnd({ counts });
    const people = await peopleOf(await duckDb(), model);
    const sql = written(model, 'postgresql');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(`${sql.before}\n${tableSql(sql, people)}`);
      const answer = await client.query<Row>(sql.query);
      assertSame(answer.rows, model, people);
    } finally {
      await client.end();
    }
  });

void test('what an engine lacks is refused with the level’s name, unless it was given a function', () => {
  const model = modelAnd();
  const refused = writeSql(model, { engine: 'spark', table: 'people' });
  assert.ok(!refused.done);
  assert.match(
    refused.refusal.place,
    /comparison first_name, level Jaro-Winkler distance of first_name >= 0.92/,
  );
  assert.match(refused.refusal.words, /Spark SQL has no jaro-winkler/);
  const functions = {
    'jaro-winkler': 'jaro_winkler',
    'damerau-levenshtein': 'damerau',
    jaccard: 'jaccard_sim',
  };
  const given = writeSql(model, { engine: 'spark', table: 'people', functions, atLeast: 2 });
  assert.ok(given.done);
  assert.match(given.value.query, /jaro_winkler\(CAST\(l\.`first_name` AS STRING\)/);
  assert.match(given.value.query, /WHERE weight >= CAST\(2 AS DOUBLE\)$/);
});

void test('a link between sources pairs only records of two sources', async () => {
  const connection = await duckDb();
  await connection.run(
    "create table prepared as select *, case when unique_id::int % 2 = 0 then 'school' else 'health' end as source, surname as surname__surname_parts from people",
  );
  for (const [linkType, within] of [
    ['link', 0],
    ['link-and-dedupe', 1],
    ['dedupe', 1],
  ] as const) {
    const sql = written(modelAnd({ linkType, sourceColumn: 'source' }), 'duckdb');
    await connection.run(sql.before);
    const answer = await connection.runAndReadAll(sql.query);
    const rows = answer.getRowObjects();
    const same = rows.filter((row) => row['source_l'] === row['source_r']).length;
    assert.equal(Math.min(same, 1), within, linkType);
    assert.equal(rows.length - same > 0, linkType !== 'dedupe', linkType);
    assert.ok(rows.every((row) => String(row['source_l']) <= String(row['source_r'])));
  }
});
