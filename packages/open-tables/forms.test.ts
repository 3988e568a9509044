import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { toCsvw, toJson, toParquet } from './index.ts';
import { columnNames } from './table.ts';
import { inventedTable } from './test/invented-table.ts';

test('columns are named for programs, each once', () => {
  assert.deepEqual(columnNames(inventedTable.columns), [
    'measure',
    'period',
    'value',
    'lower_limit_95',
    'notes',
    'notes_2',
  ]);
  assert.deepEqual(columnNames([{ head: '%', holds: 'numbers' }]), ['column']);
});

test('JSON keeps numbers apart from the words that say why there is none', () => {
  const { rows, columns, about } = toJson(inventedTable);
  assert.deepEqual(rows[0], {
    measure: '=cmd|calc',
    period: '2024/25',
    value: 26.5,
    value_status: null,
    lower_limit_95: 0,
    notes: 'Two  spaces\nand a line',
    notes_2: null,
  });
  assert.equal(rows[1]?.['value'], null);
  assert.equal(rows[1]?.['value_status'], 'withheld');
  assert.deepEqual(
    columns.map(({ name }) => name),
    Object.keys(rows[0] ?? {}),
  );
  assert.equal(about['Source'], 'Invented, in the form of the Department for Education');
});

test('a Parquet file read back is the JSON form, with its title in the file', async () => {
  const { buffer } = toParquet(inventedTable);
  const file = buffer instanceof ArrayBuffer ? buffer : new ArrayBuffer(0);
  assert.deepEqual(await parquetReadObjects({ file }), toJson(inventedTable).rows);
  const found = parquetMetadata(file).key_value_metadata?.find(({ key }) => key === 'title');
  assert.equal(found?.value, inventedTable.title);
});

test('CSV metadata name every column, and the words that stand for no number', () => {
  const metadata = JSON.parse(JSON.stringify(toCsvw(inventedTable, 'scorecard.csv')));
  assert.equal(metadata.url, 'scorecard.csv');
  assert.deepEqual(metadata.tableSchema.columns[2], {
    name: 'value',
    titles: 'Value',
    datatype: 'number',
    'dc:description': 'The latest figure',
    null: ['', 'withheld'],
  });
  assert.equal(metadata.tableSchema.columns.length, inventedTable.columns.length);
});
