import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverage } from './coverage.ts';
import { readFramework } from './read-framework.ts';
import { inventedYaml } from './testing/invented-framework.ts';

const outcome = readFramework(inventedYaml);
assert.ok(outcome.done);
const document = outcome.value;

test('A11: elements against organisations, tied directly or through what is below them', () => {
  const { columns, rows, uncovered } = coverage({ document, by: 'organisations' });
  assert.deepEqual(
    columns.map(({ name, count }) => [name, count]),
    [
      ['Larkmere Council', 2],
      ['Otters Youth Club', 3],
    ],
  );
  assert.deepEqual(
    rows.map(({ element, cells }) => [element.key, ...cells]),
    [
      ['safe', 'direct', 'direct'],
      ['learning', 'direct', 'below'],
      ['early-help', 'none', 'none'],
      ['first-words', 'none', 'direct'],
      ['visits', 'none', 'none'],
    ],
  );
  assert.deepEqual(
    uncovered.map(({ key }) => key),
    ['early-help', 'visits'],
  );
});

test('what other modules know fills a gap, and shows above it', () => {
  const { rows, uncovered } = coverage({
    document,
    by: 'organisations',
    elsewhere: [{ element: 'visits', organisation: 'council' }],
  });
  assert.deepEqual(uncovered, []);
  assert.deepEqual(rows.find(({ element }) => element.key === 'early-help')?.cells, ['below', 'none']);
});

test('H01: owners against chosen tiers, with the owner that owns nothing', () => {
  const { rows, idle } = coverage({ document, by: 'owners', tiers: ['indicator'] });
  assert.deepEqual(
    rows.map(({ element }) => element.key),
    ['repeat-plans', 'ready'],
  );
  assert.deepEqual(
    idle.map(({ key }) => key),
    ['board', 'early-years'],
  );
});
