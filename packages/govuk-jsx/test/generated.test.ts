import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { generated } from '../generate.ts';

const here = new URL('../', import.meta.url);
const files = generated();

test('the prop types and the style sheet are those of the installed GOV.UK Frontend', () => {
  for (const { path, text } of files) {
    assert.equal(
      readFileSync(new URL(path, here), 'utf8'),
      text,
      `${path} is out of date: node bin/run.mjs packages/govuk-jsx/generate.ts`,
    );
  }
});

test('nothing stands in generated/ that is no longer generated', () => {
  const standing = readdirSync(new URL('generated/', here), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `generated/${path.replaceAll('\\', '/')}`);
  const made = files.map(({ path }) => path).filter((path) => path.startsWith('generated/'));
  assert.deepEqual(standing.sort(), made.sort());
});
