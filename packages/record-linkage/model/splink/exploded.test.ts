import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { forEachPair } from '../../blocking/pairs.ts';
import { readRecords } from '../../records/read-records.ts';
import { readSplinkModel } from './read-splink-model.ts';
import { writeSplinkModel } from './write-splink-model.ts';

const settings = {
  link_type: 'dedupe_only',
  comparisons: [
    {
      output_column_name: 'name',
      comparison_levels: [
        { sql_condition: '"name_l" IS NULL OR "name_r" IS NULL', is_null_level: true },
        { sql_condition: '"name_l" = "name_r"', m_probability: 0.9, u_probability: 0.1 },
        { sql_condition: 'ELSE', m_probability: 0.1, u_probability: 0.9 },
      ],
    },
  ],
  blocking_rules_to_generate_predictions: [
    { blocking_rule: 'l."name" = r."name"', sql_dialect: 'duckdb' },
    {
      blocking_rule: '(l."postcodes" = r."postcodes") AND (l."born" = r."born")',
      sql_dialect: 'duckdb',
      arrays_to_explode: ['postcodes'],
    },
  ],
};

test('a rule of Splink that explodes a list is read and written, and finds what unnested lists join', async () => {
  const read = readSplinkModel(settings);
  assert.ok(read.done, read.done ? '' : read.refusal.words);
  const model = read.value;
  const [, exploded] = model.blockingRules;
  assert.deepEqual(
    exploded?.keys.map(({ each }) => each),
    [true, undefined],
  );
  assert.equal(exploded?.name, '"postcodes" and born');
  const written = writeSplinkModel(model);
  assert.ok(written.done, written.done ? '' : written.refusal.words);
  const again = readSplinkModel(written.value);
  assert.ok(again.done);
  assert.deepEqual(again.value.blockingRules, model.blockingRules);
  assert.deepEqual(written.value['blocking_rules_to_generate_predictions'], [
    settings.blocking_rules_to_generate_predictions[0],
    {
      blocking_rule: '(l."postcodes" = r."postcodes") AND (l."born" = r."born")',
      arrays_to_explode: ['postcodes'],
      sql_dialect: 'duckdb',
    },
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'exploded-'));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    const file = join(folder, 'people.parquet');
    // postcodes have a space in them, lists hold nothing, one or several, some are missing
    await connection.run(`create table people as select
        lpad(i::varchar, 3, '0') as unique_id,
        case when i % 5 > 0 then 'n' || (i % 13) end as name,
        (i % 3)::varchar as born,
        case when i % 11 > 0 then [['AB1 ' || (i % 7), null, 'CD2 ' || (i % 5), 'AB1 ' || (i % 4)], [], ['AB1 1']][1 + i % 3] end
          as postcodes
      from range(60) t(i)`);
    await connection.run(`copy people to '${file}' (format parquet)`);
    const expected = await connection.runAndReadAll(`
      with parts as (select distinct unique_id, name, born, part from
          (select unique_id, name, born, unnest(postcodes) as part from people)),
        found as (
          select l.unique_id as l, r.unique_id as r, 0 as rule from people l join people r
            on l.name = r.name and l.unique_id < r.unique_id
          union all select l.unique_id, r.unique_id, 1 from parts l join parts r
            on l.part = r.part and l.born = r.born and l.unique_id < r.unique_id)
      select l, r, min(rule) from found group by l, r order by l, r`);
    const records = await readRecords({ sources: [{ name: 'people', file }], model });
    assert.ok(records.done, records.done ? '' : records.refusal.words);
    const { ids } = records.value;
    const found: string[] = [];
    forEachPair({ records: records.value, rules: model.blockingRules, linkType: 'dedupe' }, (l, r, rule) =>
      found.push(`${ids.text(l)} ${ids.text(r)} ${rule}`),
    );
    assert.deepEqual(
      found.toSorted(),
      expected.getRows().map((row) => row.map(String).join(' ')),
    );
    assert.ok(found.some((pair) => pair.endsWith('1')));
  } finally {
    connection.closeSync();
    rmSync(folder, { recursive: true });
  }
});

test('a rule that explodes a list and asks more of its values, or lists that Splink has no name for, are refused', () => {
  const [, rule] = settings.blocking_rules_to_generate_predictions;
  for (const blocking_rule of [
    'substr(l."postcodes", 1, 3) = substr(r."postcodes", 1, 3)',
    'l.postcodes = r.home',
  ]) {
    const read = readSplinkModel({
      ...settings,
      blocking_rules_to_generate_predictions: [{ ...rule, blocking_rule }],
    });
    assert.ok(!read.done && read.refusal.place === 'blocking_rules_to_generate_predictions[0]');
  }
  const read = readSplinkModel(settings);
  assert.ok(read.done);
  const home = { column: 'homes' };
  const written = writeSplinkModel({
    ...read.value,
    blockingRules: [{ name: 'a home', keys: [{ left: home, right: home, each: true }] }],
  });
  assert.ok(!written.done && written.refusal.reason === 'not-in-splink');
});
