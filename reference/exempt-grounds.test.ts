import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exemptGrounds, readExemptGrounds } from './exempt-grounds.ts';

test('R65 every paragraph of schedule 12A has a ground, said plainly with where the law says it', () => {
  const paragraphs = exemptGrounds().flatMap(({ law }) => /paragraph (\d)$/.exec(law)?.[1] ?? []);
  assert.deepEqual(paragraphs, ['1', '2', '3', '4', '5', '6', '7']);
});

test('grounds of which two have one key are refused', () => {
  const ground = '{key: a, says: b, law: c}';
  const text = `name: X\npublisher: X\ntitle: X\nlink: https://x.example\nlicence: X\ngrounds: [${ground}, ${ground}]`;
  assert.throws(() => readExemptGrounds(text), /two have one key/);
});
