import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import type { LinkageModel } from '../model/model.ts';
import { recordsOf } from '../records/records-of.ts';
import { scoreIntoFile } from './link-file.ts';

const name = { column: 'name' };
const model: LinkageModel = {
  linkType: 'link',
  idColumn: 'id',
  sourceColumn: 'source',
  prior: 0.5,
  comparisons: [
    {
      name: 'first name',
      nullWhen: { is: 'missing', of: name },
      levels: [
        { label: 'same', when: { is: 'equal', left: name, right: name }, m: 0.8, u: 0.1 },
        { label: 'else', when: { is: 'else' }, m: 0.2, u: 0.9 },
      ],
    },
  ],
  blockingRules: [{ name: "everybody's", keys: [] }],
};
const rows = [
  { id: 'a1', source: 'school', name: 'Ann' },
  { id: 'a2', source: 'school', name: null },
  { id: 'b1', source: 'health', name: 'Ann' },
];

test('links come into a file whole, with their ids, weights, rule and answers', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'links-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const records = recordsOf({ rows, model });
  assert.ok(records.done);
  const expected = [
    ['health', 'b1', 'school', 'a1', 3, 8 / 9, "everybody's", 0],
    ['health', 'b1', 'school', 'a2', 0, 0.5, "everybody's", -1],
  ];
  const connection = await (await DuckDBInstance.create()).connect();
  for (const format of ['parquet', 'csv', 'duckdb']) {
    const file = path.join(folder, `links.${format}`);
    const scored = await scoreIntoFile({ records: records.value, model, atLeast: -Infinity, file });
    assert.ok(scored.done && scored.value.kept === 2 && scored.value.candidates === 2);
    if (format === 'duckdb') await connection.run(`attach '${file}' as links`);
    const from = format === 'duckdb' ? 'links.link' : `'${file}'`;
    const read = await connection.runAndReadAll(`select * from ${from} order by id_r`);
    assert.deepEqual(read.columnNames().slice(-2), ['rule', 'answer_first name']);
    assert.deepEqual(
      read
        .getRowsJson()
        .map((row) =>
          row.map((value) =>
            typeof value === 'string' && value !== '' && !Number.isNaN(Number(value)) ? Number(value) : value,
          ),
        ),
      expected,
    );
  }
  assert.deepEqual((await readdir(folder)).sort(), ['links.csv', 'links.duckdb', 'links.parquet']);
});

test('a run that is cut short leaves no half file, and an older one as it was', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'links-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const records = recordsOf({ rows, model });
  assert.ok(records.done);
  const file = path.join(folder, 'links.csv');
  await writeFile(file, 'older');
  const signal = AbortSignal.abort(new Error('enough'));
  await assert.rejects(
    scoreIntoFile({ records: records.value, model, atLeast: -Infinity, file, signal }),
    /enough/,
  );
  assert.equal(await readFile(file, 'utf8'), 'older');
  assert.deepEqual(await readdir(folder), ['links.csv']);
  const odd = await scoreIntoFile({ records: records.value, model, atLeast: 0, file: 'links.doc' });
  assert.ok(!odd.done && odd.refusal.reason === 'unknown-format');
});
