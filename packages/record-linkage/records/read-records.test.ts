import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import type { LinkageModel } from '../model/model.ts';
import { readRecords } from './read-records.ts';

async function folder(t: TestContext): Promise<string> {
  const place = await mkdtemp(path.join(tmpdir(), 'linkage-'));
  t.after(() => rm(place, { recursive: true, force: true }));
  return place;
}

async function written(t: TestContext, text: string): Promise<string> {
  const file = path.join(await folder(t), 'records.csv');
  await writeFile(file, text);
  return file;
}

/** A model that reads these columns. */
function modelOf(...columns: readonly string[]): LinkageModel {
  return {
    linkType: 'dedupe',
    idColumn: 'id',
    prior: 0.1,
    blockingRules: [],
    comparisons: columns.map((column) => ({
      name: column,
      nullWhen: { is: 'missing', of: { column } },
      levels: [{ label: 'else', when: { is: 'else' } }],
    })),
  };
}

test('records stand in the order of source and id, with every value as it was written', async (t) => {
  const first = await written(t, 'id,name\n10,Łukasz 张伟\n9,\n007,Ann\n');
  const second = await written(t, 'name,id\nZoë 👶,9\n');
  const read = await readRecords({
    sources: [
      { name: 'school', file: first },
      { name: 'health', file: second },
    ],
    model: modelOf('name'),
  });
  assert.ok(read.done);
  const { count, ids, sources, sourceOf, columns, notes } = read.value;
  assert.equal(count, 4);
  assert.deepEqual(sources, ['school', 'health']);
  assert.deepEqual([...sourceOf], [0, 0, 0, 1]);
  assert.deepEqual(
    [0, 1, 2, 3].map((record) => ids.text(record)),
    ['007', '10', '9', '9'],
  );
  const name = columns.get('column:name');
  assert.ok(name);
  assert.deepEqual(
    [...name.codes].map((code) => (code < 0 ? null : name.values.text(code))),
    ['Ann', 'Łukasz 张伟', null, 'Zoë 👶'],
  );
  assert.deepEqual(notes, []);
});

test('Parquet with numbers, days and missing values reads as the text of each', async (t) => {
  const file = path.join(await folder(t), 'x.parquet');
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(
    `copy (select i as id, case when i % 3 = 0 then null else repeat('long', i % 300) end as name, date '2020-01-01' + i::int as born
     from range(5000) t(i) order by hash(i)) to '${file}' (format parquet)`,
  );
  const read = await readRecords({
    sources: [{ name: 'a', file }],
    model: modelOf('name', 'born'),
    also: [{ sql: 'year(born) + 1' }],
  });
  assert.ok(read.done);
  assert.equal(read.value.count, 5000);
  const ids = Array.from({ length: 5000 }, (_, record) => read.value.ids.text(record));
  assert.deepEqual(ids, [...ids].sort());
  const said = (key: string): (string | null)[] => {
    const column = read.value.columns.get(key);
    assert.ok(column);
    return [...column.codes].map((code) => (code < 0 ? null : column.values.text(code)));
  };
  assert.deepEqual(
    said('column:name'),
    ids.map((id) => (Number(id) % 3 === 0 ? null : 'long'.repeat(Number(id) % 300))),
  );
  const days = ids.map((id) => new Date(Date.UTC(2020, 0, 1 + Number(id))).toISOString().slice(0, 10));
  assert.deepEqual(said('column:born'), days);
  assert.deepEqual(
    said('sql:year(born) + 1'),
    days.map((day) => String(Number(day.slice(0, 4)) + 1)),
  );
  assert.match(read.value.notes.join(), /longer than 1000 letters/);
});

test('what cannot be read is refused with its place and what there is', async (t) => {
  const refusalOf = async (text: string, model = modelOf('name')): Promise<string> => {
    const file = await written(t, text);
    const read = await readRecords({ sources: [{ name: 'a', file }], model });
    return read.done ? 'done' : `${read.refusal.reason}: ${read.refusal.words.replace(file, 'FILE')}`;
  };
  assert.equal(
    await refusalOf('id,nome\n1,Ann\n'),
    'missing-column: FILE has no column "name". It has: id, nome.',
  );
  assert.match(await refusalOf('id,name\n'), /^empty-file: FILE holds no records/);
  assert.match(await refusalOf(''), /^(unreadable|missing-column): FILE/);
  assert.match(
    await refusalOf('id,name\n1,Ann\n2,Bea\n1,Cat\n2,Dan\n'),
    /^duplicate-ids: 2 records .* the first is "1" in a/,
  );
  assert.match(await refusalOf('id,name\n1,Ann\n,Bea\n'), /^missing-ids: 1 of 2 records .* row 2/);
  assert.match(
    await refusalOf('id,name\n1,Ann\n', {
      ...modelOf(),
      blockingRules: [
        { name: 'x', keys: [{ left: { sql: 'substr(nome, 1)' }, right: { sql: 'substr(nome, 1)' } }] },
      ],
    }),
    /^wrong-expression: .*nome.*Its columns are: id, name/,
  );
  const none = await readRecords({ sources: [{ name: 'a', file: '/nowhere/x.csv' }], model: modelOf() });
  assert.ok(!none.done && none.refusal.reason === 'missing-file');
  const odd = await readRecords({ sources: [{ name: 'a', file: 'x.doc' }], model: modelOf() });
  assert.ok(!odd.done && odd.refusal.reason === 'unknown-format');
});

test('lists are no single values; a column without values and very long values are notes', async (t) => {
  const file = path.join(await folder(t), 'x.parquet');
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`copy (select 1 as id, ['a', 'b'] as names) to '${file}' (format parquet)`);
  const list = await readRecords({ sources: [{ name: 'a', file }], model: modelOf('names') });
  assert.ok(!list.done && list.refusal.reason === 'wrong-type');
  const long = 'x'.repeat(10_000);
  const csv = await written(t, `id,name,nothing\n1,${long},\n2,${long}y,\n3,${long},\n`);
  const read = await readRecords({ sources: [{ name: 'a', file: csv }], model: modelOf('name', 'nothing') });
  assert.ok(read.done);
  const name = read.value.columns.get('column:name');
  assert.deepEqual([...(name?.codes ?? [])], [0, 1, 0]);
  assert.equal(name?.values.text(1), `${long}y`);
  assert.deepEqual(read.value.notes, [
    'name: 2 values are longer than 1000 letters; they are kept whole.',
    'nothing: no record has a value, so nothing is learnt from it.',
  ]);
});

test('a column that names the source tells records apart', async (t) => {
  const file = await written(t, 'id,name,agency\n1,Ann,police\n1,Bea,health\n2,Cat,\n');
  const model = { ...modelOf('name'), sourceColumn: 'agency' };
  const read = await readRecords({ sources: [{ name: 'other', file }], model });
  assert.ok(read.done);
  assert.deepEqual(read.value.sources, ['other', 'health', 'police']);
  assert.deepEqual([...read.value.sourceOf], [0, 1, 2]);
});

test('what SQL makes of one column is the same whether it is worked out by row or once for each value', async (t) => {
  const file = await written(t, 'id,name,town\n1,Ann,Aldmouth\n2,,Brinsea\n3,Zoë,\n4,Ann,\n5,ANN,Brinsea\n');
  const ofOne = [
    `coalesce(name, 'none')`,
    'upper("Name")',
    `nullif(name, 'Ann')`,
    `case when name is null then 'no name' end`,
    `strlen(name)::varchar`,
    `'name of town: ' || town`,
  ];
  // the other column in it makes a row of each of its own
  const byRow = ofOne.map((sql) => `case when id = '' then town || name else ${sql} end`);
  const sql = [...ofOne, ...byRow, `row_number() over (order by name) || ''`, `name || town`];
  const also = sql.map((each) => ({ sql: each }));
  const read = await readRecords({ sources: [{ name: 'x', file }], model: modelOf('name', 'town'), also });
  assert.ok(read.done, read.done ? '' : read.refusal.words);
  const textsOf = (each: string): (string | null)[] => {
    const column = read.value.columns.get(`sql:${each}`);
    assert.ok(column, each);
    return [...column.codes].map((code) => (code < 0 ? null : column.values.text(code)));
  };
  for (const [place, each] of ofOne.entries()) assert.deepEqual(textsOf(each), textsOf(byRow[place] ?? ''));
  assert.deepEqual(textsOf(ofOne[0] ?? ''), ['Ann', 'none', 'Zoë', 'Ann', 'ANN']);
  assert.deepEqual(textsOf(ofOne[3] ?? ''), [null, 'no name', null, null, null]);
  assert.equal(new Set(textsOf(sql[12] ?? '')).size, 5);
  assert.deepEqual(textsOf('name || town'), ['AnnAldmouth', null, null, null, 'ANNBrinsea']);
});

test('of a large file that keeps columns apart, each is read by itself, and rows stay together', async (t) => {
  const file = path.join(await folder(t), 'large.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`copy (
    select 'an id that is long ' || ((n * 7919) % 120001) as id, 'n' || ((n * 7919) % 120001 % 977) as name,
      case when (n * 7919) % 120001 % 5 > 0 then 't' || ((n * 7919) % 120001 % 31) end as town
    from range(120001) rows(n)) to '${file}' (format parquet, row_group_size 20000)`);
  connection.closeSync();
  instance.closeSync();
  const also = [{ sql: `upper(name)` }, { sql: `name || coalesce(town, '')` }];
  for (const more of [[], [{ sql: `row_number() over (order by name) || ''` }]]) {
    const read = await readRecords({
      sources: [{ name: 'x', file }],
      model: modelOf('name', 'town'),
      also: [...also, ...more],
    });
    assert.ok(read.done, read.done ? '' : read.refusal.words);
    const { count, ids, columns } = read.value;
    assert.equal(count, 120_001);
    const of = (key: string, record: number): string => {
      const column = columns.get(key);
      const code = column?.codes[record] ?? -1;
      return code < 0 ? '' : (column?.values.text(code) ?? '');
    };
    for (let record = 0; record < count; record += 7) {
      const number = Number(ids.text(record).slice('an id that is long '.length));
      const [name, town] = [`n${number % 977}`, number % 5 > 0 ? `t${number % 31}` : ''];
      assert.equal(of('column:name', record), name);
      assert.equal(of('column:town', record), town);
      assert.equal(of('sql:upper(name)', record), name.toUpperCase());
      assert.equal(of(`sql:name || coalesce(town, '')`, record), name + town);
    }
  }
});
