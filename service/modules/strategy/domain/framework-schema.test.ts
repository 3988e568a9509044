import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { publishedSchemas } from './framework-schema.ts';

const root = join(import.meta.dirname, '../../../..');

for (const { path, text } of publishedSchemas()) {
  test(`A14: ${path} is what the reader checks by (if not: npm run generate)`, () => {
    assert.equal(readFileSync(join(root, path), 'utf8'), text);
  });
}

test('the published schema demands what has no default, and nothing more', () => {
  const [framework] = publishedSchemas();
  const schema: unknown = JSON.parse(framework?.text ?? '');
  assert.ok(typeof schema === 'object' && schema !== null && 'required' in schema);
  assert.deepEqual(schema.required, ['format', 'slug', 'name', 'partnership', 'status', 'period', 'tiers']);
});
