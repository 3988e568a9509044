import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const service = new URL('../../../', import.meta.url);

/** What a page must not name: words about a person as they are kept, before anybody asked who reads them. */
const unasked = /\bKeptEntry\b|\bPersonalText\b|\bentriesOf\b|\bentryById\b|\blockEntry\b/;

/** Pages, front doors, and everything of other rooms: what can reach a reader. */
function reachesReaders(path: string): boolean {
  if (!/\.tsx?$/.test(path) || /\.test\.tsx?$/.test(path)) return false;
  return (
    /^modules\/[a-z]+\/(web\/|index\.ts$)/.test(path) ||
    (path.startsWith('modules/') && !path.startsWith('modules/families/'))
  );
}

function unaskedIn(files: readonly { path: string; text: string }[]): string[] {
  return files.filter(({ path, text }) => reachesReaders(path) && unasked.test(text)).map(({ path }) => path);
}

const files = readdirSync(service, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`)
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({
    path: path.slice(path.indexOf('/service/') + '/service/'.length),
    text: readFileSync(path, 'utf8'),
  }));

test('R60: no page and no other room takes words about a person before it was asked who reads them', (t) => {
  const looked = files.filter(({ path }) => reachesReaders(path));
  t.diagnostic(`${looked.length} files`);
  assert.ok(looked.length > 300);
  assert.deepEqual(unaskedIn(files), []);
  const planted = { path: 'modules/families/web/record/planted.tsx', text: 'entries: readonly KeptEntry[]' };
  assert.deepEqual(unaskedIn([planted]), [planted.path]);
});

test('R60: only the one function that asks makes words readable', () => {
  const makers = files
    .filter(({ path }) => !path.endsWith('.test.ts'))
    .filter(({ text }) => /\bis Readable<|as Readable<|unique symbol;[\s\S]*Readable/.test(text))
    .map(({ path }) => path);
  assert.deepEqual(makers, ['platform/access/readable.ts']);
});
