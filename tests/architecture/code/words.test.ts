import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownFiles, type OwnFile } from './own-files.ts';

/** Written in halves, so that this file does not say what it forbids. */
const word = (...halves: readonly string[]) => halves.join('');

/** The project speaks of itself: not of whoever typed it, of their tools, or of their machine. */
const foreign: readonly { what: string; pattern: RegExp }[] = [
  {
    what: 'a maker of talking programs',
    pattern: new RegExp(
      [
        word('cla', 'ude'),
        word('anthr', 'opic'),
        word('open', 'ai'),
        word('chat', 'gpt'),
        word('co', 'pilot'),
      ].join('|'),
      'i',
    ),
  },
  {
    what: 'a program that writes programs',
    pattern: new RegExp(
      [
        word('language ', 'model'),
        word('\\bll', 'ms?\\b'),
        word('\\b(ai|coding) ', '(assistant|agent|session)'),
        word('\\bsub-?', 'agents?\\b'),
        word('\\bthis ', 'session\\b'),
      ].join('|'),
      'i',
    ),
  },
  { what: 'a task list', pattern: new RegExp(word('\\b(issue|ticket|task) ', '(#\\s?)?\\d+\\b'), 'i') },
  { what: 'a task list', pattern: new RegExp(word('\\bissues ', '(show|list|say)\\b')) },
  {
    what: 'an instruction to the writer',
    pattern: new RegExp(word('\\b(my|the|our|common) ', 'brief\\b(?!ing)'), 'i'),
  },
  {
    what: "a registry's host",
    pattern: new RegExp(
      [
        word('registry\\.', 'npmjs'),
        word('npmjs', '\\.(com|org)'),
        word('registry\\.', 'yarnpkg'),
        word('unpkg', '\\.com'),
        word('jsdelivr', '\\.net'),
        word('pypi', '\\.org'),
        word('crates', '\\.io'),
        word('repo1\\.', 'maven'),
      ].join('|'),
      'i',
    ),
  },
  {
    what: 'a place on one machine',
    pattern: new RegExp(
      [
        word('/wo', 'rk/(main|shared)\\b'),
        word('/ro', 'ot/'),
        word('/ho', 'me/[a-z]'),
        word('/Us', 'ers/[a-z]'),
        word('\\b[A-Z]:', '\\\\Users'),
      ].join('|'),
    ),
  },
];

const text = ownFiles('{*,.*,**/*}').filter(({ path }) =>
  /\.(ts|tsx|mjs|js|json|md|yaml|css|sql|svg)$|^\.[a-z]+rc|^LICENSE$/.test(path),
);

test('the project speaks of itself alone, in code, words, data and settings', (t) => {
  t.diagnostic(`${text.length} files read`);
  assert.ok(text.length > 700, `only ${text.length} files were read`);
  assert.deepEqual(text.flatMap(foreignWords), []);
});

test('a planted word of each kind is caught', () => {
  const planted = [
    word('written by Cla', 'ude'),
    word('a large language ', 'model said so'),
    word('as asked in issue ', '#12'),
    word('run iss', 'ues show 2'),
    word('as the ', 'brief says'),
    word('https://un', 'pkg.com/knip'),
    word('see /wo', 'rk/main/docs'),
    word('/ho', 'me/anna/notes'),
  ];
  for (const line of planted)
    assert.equal(foreignWords({ path: 'p.md', text: `one\n${line}\n` }).length, 1, line);
  const fine =
    'a briefing, a session cookie, an issue of the day, teaching assistants, GET /work/boards, parsed.error.issues';
  assert.deepEqual(foreignWords({ path: 'p.md', text: fine }), []);
});

test('the lock file names every package by its hash and none by a host', () => {
  const [lock] = ownFiles('package-lock.json');
  assert.ok(lock);
  const hashes = lock.text.match(/"integrity": "sha512-/g) ?? [];
  assert.ok(hashes.length > 300, `only ${hashes.length} packages are locked by hash`);
  assert.doesNotMatch(lock.text, /"resolved": "(https?|git|ssh)/);
});

function foreignWords({ path, text: whole }: OwnFile): string[] {
  return whole
    .split('\n')
    .flatMap((line, index) =>
      foreign
        .filter(({ pattern }) => pattern.test(line))
        .map(({ what }) => `${path}:${index + 1} names ${what}: ${line.trim().slice(0, 80)}`),
    );
}
