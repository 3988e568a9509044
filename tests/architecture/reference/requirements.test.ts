import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { requirementRows, requirementsPage } from './requirements-page.ts';

test('docs/requirements.md is current: npm run generate', () => {
  const kept = readFileSync(new URL('../../../docs/requirements.md', import.meta.url), 'utf8');
  assert.equal(kept, requirementsPage());
});

test('all 163 rows stand there, and each that is not done says what is missing', () => {
  const rows = requirementRows();
  assert.equal(rows.length, 163);
  const silent = rows.filter((row) => row.state !== 'done' && row.gap === undefined).map((row) => row.id);
  assert.deepEqual(silent, []);
});
