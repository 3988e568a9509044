import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isForTests, ownCode } from '../code/own-files.ts';
import { beyond, type Exception } from '../code/reasoned-exceptions.ts';
import { refusalsDeclared, refusalsWithoutWords } from './refusals-declared.ts';

const code = ownCode().filter(({ path }) => !isForTests(path));
const declared = refusalsDeclared(code.filter(({ path }) => path.startsWith('service/')));
// what a page or a command says
const spoken = code.filter(({ path }) => /^(service|bin)\//.test(path));

const exceptions: readonly Exception[] = [
  {
    what: 'service/modules/indicators/actions/bring-in-files.ts',
    because: 'only a command hands in no file at all, and it asks for one before it begins',
  },
  {
    what: 'service/modules/indicators/actions/hand-in-files.ts',
    because: 'the page asks for a file before it hands any in',
  },
  {
    what: 'service/modules/accounts/actions/people/invitations.ts',
    because: 'what is over is told by how it ended, each with its own words',
  },
  {
    what: 'service/modules/accounts/actions/sign-in/remove-way-in.ts',
    because: 'the page says it in one sentence for both reasons',
  },
  {
    what: 'service/modules/accounts/actions/sign-in/single-sign-on.ts',
    because: 'is answered by a page of its own, which says how one is invited',
  },
  {
    what: 'service/modules/sharing/actions/disclosures/withdraw-consent.ts',
    because: 'the form is offered only where something rests on consent',
  },
  {
    what: 'service/modules/sharing/domain/disclosures/may-cross.ts',
    because: 'each room that lets something cross says it in words of its own page',
  },
];

test('every reason for a refusal has words that a person can read, or is answered by a page', (t) => {
  t.diagnostic(
    `${declared.length} reasons, ${new Set(declared.map(({ reason }) => reason)).size} of them different`,
  );
  assert.ok(declared.length >= 60, `only ${declared.length} reasons were seen`);
  assert.deepEqual(beyond(refusalsWithoutWords(declared, spoken), exceptions), []);
});

test('refusals are adjectives or facts in kebab-case', () => {
  assert.deepEqual(
    declared.filter(({ reason }) => !/^[a-z]+(-[a-z]+)*$/.test(reason)),
    [],
  );
});

test('a planted refusal without words is caught, and one that brings its own is not', () => {
  const path = 'service/modules/site/actions/lend.ts';
  const text = `export type LendRefusal = { reason: 'lent-already'; on: Day } | { reason: 'closed' | 'lost' }
    | { reason: 'not-valid'; errors: readonly string[] } | { ranked: false; reason: 'alone' };`;
  const page = {
    path: 'service/modules/site/web/lend.tsx',
    text: "case 'lost': return gone;\nconst words = { closed: () => '' };",
  };
  const other = { path: 'service/modules/strategy/web/p.tsx', text: "'lent-already'" };
  const found = refusalsDeclared([{ path, text }]);
  assert.deepEqual(
    found.map(({ reason }) => reason),
    ['lent-already', 'closed', 'lost', 'not-valid'],
  );
  assert.deepEqual(found[0]?.tells, ['on']);
  assert.deepEqual(refusalsWithoutWords(found, [{ path, text }, page, other]), [
    `${path}:1 refuses with 'lent-already', for which nobody has words`,
  ]);
});
