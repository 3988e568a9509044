import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import {
  bestFirstClusters,
  checkModel,
  clusterQuality,
  countAnswers,
  countPairs,
  proposeModel,
  readRecords,
  readSplinkModel,
  recordsOf,
  scorePairs,
  train,
  type LinkageModel,
  type Row,
} from '../index.ts';

const name = { column: 'name' };
const model: LinkageModel = {
  linkType: 'dedupe',
  idColumn: 'id',
  prior: 0.01,
  comparisons: [
    {
      name: 'name',
      nullWhen: { is: 'missing', of: name },
      levels: [
        { label: 'equal', when: { is: 'equal', left: name, right: name }, m: 0.9, u: 0.1 },
        {
          label: 'alike',
          when: { is: 'similar', by: 'jaro-winkler', left: name, right: name, atLeast: 0.8 },
          m: 0.05,
          u: 0.1,
        },
        {
          label: 'two edits',
          when: { is: 'edits', by: 'damerau-levenshtein', left: name, right: name, atMost: 2 },
          m: 0.03,
          u: 0.1,
        },
        { label: 'else', when: { is: 'else' }, m: 0.02, u: 0.7 },
      ],
    },
  ],
  blockingRules: [{ name: 'everybody', keys: [] }],
};

async function scored(
  rows: readonly Row[],
  of = model,
): Promise<{ readonly candidates: number; readonly kept: number[] }> {
  const records = recordsOf({ rows, model: of });
  assert.ok(records.done, records.done ? '' : records.refusal.words);
  assert.equal(records.value.count, rows.length);
  const kept: number[] = [];
  const done = await scorePairs({
    records: records.value,
    model: of,
    atLeast: -Infinity,
    into: (batch) => void kept.push(...batch.weight),
  });
  assert.ok(done.done);
  assert.equal(done.value.candidates, kept.length + done.value.givenUp);
  return { candidates: done.value.candidates, kept };
}

test('files that hold nothing, name a record twice or not at all, or lack a column are refused with their place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
  try {
    const cases: readonly (readonly [string, string])[] = [
      ['', 'missing-column'],
      ['id,name\n', 'empty-file'],
      ['id,other\n1,ann\n', 'missing-column'],
      ['id,name\n1,ann\n1,bob\n', 'duplicate-ids'],
      ['id,name\n1,ann\n,bob\n', 'missing-ids'],
    ];
    for (const [at, [text, reason]] of cases.entries()) {
      const file = join(folder, `${at}.csv`);
      writeFileSync(file, text);
      const read = await readRecords({ sources: [{ name: 'file', file }], model });
      assert.ok(!read.done, `${JSON.stringify(text)} was read`);
      if (text !== '') assert.equal(read.refusal.reason, reason);
      assert.notEqual(read.refusal.place, '');
      assert.match(read.refusal.words, /\.$/u);
    }
    const file = join(folder, 'broken.parquet');
    writeFileSync(file, 'PAR1 and then nothing');
    const broken = await readRecords({ sources: [{ name: 'file', file }], model });
    assert.ok(!broken.done && broken.refusal.reason === 'unreadable');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a field that nobody has is said, weighs nothing and trains nothing', async () => {
  const rows = ['1', '2', '3'].map((id) => ({ id, name: null }));
  const records = recordsOf({ rows, model });
  assert.ok(records.done);
  assert.ok(records.value.notes.some((note) => note.includes('no record has a value')));
  const { candidates, kept } = await scored(rows);
  assert.equal(candidates, 3);
  for (const weight of kept) assert.ok(Math.abs(weight - Math.log2(0.01 / 0.99)) < 1e-9);
  const trained = await train(records.value, model, {
    trainingRules: [{ name: 'name', keys: [{ left: name, right: name }] }],
  });
  assert.ok(trained.done || trained.refusal.words !== '');
  const counted = await countAnswers({ records: records.value, model, rule: { name: 'all', keys: [] } });
  assert.deepEqual([...counted.answers], [-1]);
  assert.deepEqual([...counted.counts], [3]);
});

test('values of 10,000 letters and names of any script are compared whole, in bounded time', async () => {
  const long = 'a'.repeat(10_000);
  const names = [long, `${long}b`, `b${long}`, '张伟', '张伟娜', 'Ольга', 'Олга', '👧🏽', 'مريم', '', ' '];
  const rows = names.map((each, at) => ({ id: String(100 + at), name: each }));
  const before = performance.now();
  const { candidates, kept } = await scored(rows);
  assert.equal(candidates, (names.length * (names.length - 1)) / 2);
  assert.ok(kept.every((weight) => Number.isFinite(weight)));
  assert.ok(performance.now() - before < 20_000);
});

test('a placeholder that a million records share costs no pairs and no memory of them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    const file = join(folder, 'babies.parquet');
    await connection.run(
      `copy (select i::varchar as id, 'Baby' as name from range(1000000) t(i)) to '${file}' (format parquet)`,
    );
    const rules = [{ name: 'name', keys: [{ left: name, right: name }] }];
    const read = await readRecords({
      sources: [{ name: 'ward', file }],
      model: { ...model, blockingRules: rules },
    });
    assert.ok(read.done);
    assert.equal(read.value.count, 1_000_000);
    const held = process.memoryUsage();
    const counted = countPairs({ records: read.value, rules, linkType: 'dedupe' });
    assert.equal(counted.pairs, 0);
    assert.equal(counted.skipped[0]?.records, 1_000_000);
    assert.equal(counted.skipped[0]?.pairs, (1_000_000 * 999_999) / 2);
    const now = process.memoryUsage();
    const grown = now.heapUsed + now.arrayBuffers - held.heapUsed - held.arrayBuffers;
    assert.ok(grown < 200_000_000, `${grown} bytes more`);
  } finally {
    connection.closeSync();
    rmSync(folder, { recursive: true });
  }
});

test('numbers that are none, and what is no model, are refused and never thrown', async () => {
  const records = recordsOf({ rows: [{ id: '1', name: 'ann' }], model });
  assert.ok(records.done);
  const nan = await scorePairs({ records: records.value, model, atLeast: NaN, into: () => {} });
  assert.ok(!nan.done && nan.refusal.reason === 'no-number');
  for (const json of [undefined, null, 3, 'model', [], {}, { link_type: 'dedupe_only', comparisons: 3 }])
    assert.ok(!readSplinkModel(json).done);
  const [first] = model.comparisons;
  assert.ok(first);
  for (const prior of [0, 1, NaN, -1]) assert.ok(!checkModel({ ...model, prior }).done);
  assert.ok(!checkModel({ ...model, comparisons: [] }).done);
  assert.ok(!checkModel({ ...model, comparisons: [{ ...first, levels: [] }] }).done);
  assert.ok(!recordsOf({ rows: [], model }).done);
  const proposed = proposeModel({ columns: [] });
  assert.ok(!proposed.done && proposed.refusal.words !== '');
});

test('one record, or none that agree, are people by themselves: as many in people as came in', () => {
  const none = { left: new Int32Array(0), right: new Int32Array(0), weight: new Float64Array(0) };
  for (const records of [0, 1, 5]) {
    const clustering = bestFirstClusters({ records, edges: none, threshold: 0 });
    assert.ok(clustering.done);
    assert.deepEqual(
      [...clustering.value.clusterOf],
      Array.from({ length: records }, (_, record) => record),
    );
    const quality = clusterQuality(clustering.value.clusterOf, clustering.value.clusterOf);
    assert.ok(Object.values(quality).every((each) => typeof each !== 'number' || !Number.isNaN(each)));
  }
});
