import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'zod';
import { purposes } from '#platform/access/purposes.ts';
import { hazardLog } from './safety-tables.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const lockFile = z.object({ packages: z.record(z.string(), z.unknown()) });

/** Libraries that learn, infer or speak to something that does; parts of names, since each has a family. */
const modelLibraries =
  /(^|\/)(@tensorflow|tensorflow|onnxruntime[a-z-]*|@xenova|@huggingface|transformers|brain\.js|synaptic|ml-[a-z]+|natural|compromise|langchain|@langchain|@google\/(genai|generative-ai)|cohere-ai|llamaindex|node-llama-cpp|scikitjs|xgboost|lightgbm)(\/|$)/;

test('R53: no model inside: nothing that is installed is a library that learns or infers', (t) => {
  const names = Object.keys(lockFile.parse(JSON.parse(read('package-lock.json'))).packages)
    .map((path) => path.split('node_modules/').at(-1) ?? '')
    .filter((name) => name !== '');
  t.diagnostic(`${names.length} packages`);
  assert.ok(names.length > 200);
  assert.deepEqual(
    names.filter((name) => modelLibraries.test(name)),
    [],
  );
  for (const planted of ['onnxruntime-node', '@tensorflow/tfjs', 'ml-knn', 'langchain'])
    assert.ok(modelLibraries.test(planted), planted);
});

test('R57: the record of processing has a row for each purpose, and the Children’s Code one for each of its fifteen standards', () => {
  const record = read('docs/openness/record-of-processing.md');
  assert.deepEqual(
    purposes.filter((code) => !record.includes(`\`${code}\``)),
    [],
  );
  const standards = read('docs/openness/childrens-code.md').match(/^\| \d+ /gm) ?? [];
  assert.deepEqual(
    standards.map((row) => Number(row.slice(2))),
    Array.from({ length: 15 }, (_, place) => place + 1),
  );
  const assessment = read('docs/openness/impact-assessment.md');
  const named = new Set(assessment.match(/\bH\d{2}\b/g));
  const known = new Set(hazardLog().map(({ id }) => id));
  assert.ok(named.size >= 8);
  assert.deepEqual(
    [...named].filter((id) => !known.has(id)),
    [],
  );
});

test('R59: each objective of the toolkits is answered by what is here and what is the body’s own', () => {
  const rows = read('docs/openness/assurance.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (Objective|Control|Part) \|/.test(line));
  assert.ok(rows.length >= 18);
  for (const row of rows) assert.equal(row.split(' | ').length, 3, row);
});
