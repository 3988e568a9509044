import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { repository } from './own-files.ts';

/** What the compiler must refuse: a file for each, and the beginning of the error that it must meet. */
const refused: Readonly<Record<string, { text: string; error: RegExp }>> = {
  'a route without a policy': {
    text: `import { page, type Route } from '#platform/http/route.ts';
export const route: Route = { method: 'GET', path: '/', answer: async () => page({ title: '', body: body }) };
declare const body: import('preact').VNode;`,
    error: /TS2741: Property 'policy' is missing/,
  },
  'a policy that nobody declared': {
    text: `import { notFound, type Route } from '#platform/http/route.ts';
export const route: Route = { method: 'GET', path: '/', policy: 'managers', answer: async () => notFound() };`,
    error: /TS2322: Type '"managers"' is not assignable/,
  },
  'a permission for a role that does not exist': {
    text: `import { permission } from '#platform/access/policy.ts';
export const lend = permission('site.lend', ['librarian']);`,
    error: /TS2322: Type '"librarian"' is not assignable/,
  },
  'a refusal without words': {
    text: `import type { WordsFor } from '#platform/kernel/outcome.ts';
type Refusal = { reason: 'closed' } | { reason: 'still-open'; count: number };
export const words: WordsFor<Refusal> = { closed: () => 'It is closed.' };`,
    error: /TS2741: Property '(')?"?'?still-open/,
  },
  'words for a refusal that does not exist': {
    text: `import type { WordsFor } from '#platform/kernel/outcome.ts';
export const words: WordsFor<{ reason: 'closed' }> = { closed: () => 'It is closed.', lost: () => 'It is lost.' };`,
    error: /TS2353: Object literal may only specify known properties, and 'lost'/,
  },
  'an answer to a refusal that was not looked at': {
    text: `import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
declare const outcome: Outcome<number, { reason: 'closed' }>;
export const value: number = outcome.value;
export const both = [done(1), refuse({ reason: 'closed' })];`,
    error: /TS2339: Property 'value' does not exist/,
  },
  'an id of one kind where another is wanted': {
    text: `import { storedId, type Id } from '#platform/kernel/id.ts';
export const person: Id<'person'> = storedId<'framework'>('x');`,
    error: /TS2322: /,
  },
  'text where a day is wanted': {
    text: `import { sayDay } from '#platform/kernel/day.ts';
export const said = sayDay('2026-09-03');`,
    error: /TS2345: Argument of type '"2026-09-03"'|TS2345: Argument of type 'string'/,
  },
  'an enum': { text: 'export enum Direction { up }', error: /TS1294: / },
  'an index that may not be there': {
    text: 'declare const list: readonly string[];\nexport const first: string = list[0];',
    error: /TS2322: Type 'string \| undefined'/,
  },
};

const fine = `import { page, notFound, type Route } from '#platform/http/route.ts';
import { done, refuse, wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
type Refusal = { reason: 'closed' } | { reason: 'still-open'; count: number };
const words: WordsFor<Refusal> = { closed: () => 'It is closed.', 'still-open': ({ count }) => 'Still open: ' + count };
export const said = wordsOf<Refusal>(words, { reason: 'still-open', count: 2 });
export const route: Route = { method: 'GET', path: '/', policy: 'everyone', answer: async () => notFound() };
export const kept = [page, done(1), refuse({ reason: 'closed' })];`;

test('the compiler refuses a route without a policy, a refusal without words, and whatever else the house leaves to it', (t) => {
  const names = Object.keys(refused);
  const files = Object.fromEntries(
    Object.values(refused).map(({ text }, index) => [`planted-${index}.ts`, text]),
  );
  const errors = compiled(t, { ...files, 'fine.ts': fine });
  for (const [index, name] of names.entries()) {
    const own = errors.filter((line) => line.includes(`planted-${index}.ts`));
    assert.equal(own.length, 1, `${name}: ${own.join(' ') || 'was not refused'}`);
    assert.match(own[0] ?? '', refused[name]?.error ?? /nothing/, name);
  }
  assert.equal(errors.length, names.length, errors.join('\n'));
});

/** What the compiler says of some files, a line each. They stand in the repository for a moment, so that its aliases hold. */
function compiled(t: TestContext, files: Readonly<Record<string, string>>): string[] {
  mkdirSync(join(repository, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(repository, '.cache', 'compiled-here-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const settings = { extends: '../../tsconfig.json', include: ['*.ts'], exclude: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  const ran = spawnSync(
    process.execPath,
    [join(repository, 'node_modules/.bin/tsc'), '-p', folder, '--pretty', 'false'],
    {
      cwd: repository,
      encoding: 'utf8',
    },
  );
  return ran.stdout.split('\n').filter((line) => /error TS\d+/.test(line));
}
