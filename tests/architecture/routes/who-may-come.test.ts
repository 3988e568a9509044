import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import { file, type Route } from '#platform/http/route.ts';
import { testService, type TestBrowser, type TestPage } from '#platform/http/testing.ts';
import { wordsIn } from '#platform/page/words/language.ts';
import { routes } from '../../../service/app.ts';
import type { Expected } from './expected/expectation.ts';
import { expectedAt, whoMayCome } from './who-may-come.ts';

const all = routes({ demonstration: true });
const here = 'you may come in';

test('every address is expected, and every expectation has its address', () => {
  const expected = expectedAt();
  const addresses = all.map(addressOf);
  assert.equal(new Set(addresses).size, addresses.length, 'an address is answered twice');
  assert.deepEqual(addresses.filter((address) => !expected.has(address)).toSorted(), []);
  assert.deepEqual([...expected.keys()].filter((address) => !addresses.includes(address)).toSorted(), []);
  const listed = whoMayCome.flatMap((row) => row.addresses);
  assert.equal(listed.length, expected.size, 'an address is expected twice');
});

test('R6: every address × every role, a visitor and a person without a role meets what was written apart from the code', async (t) => {
  const { cells, disagreements } = await compared(t, all, expectedAt());
  t.diagnostic(
    `${all.length} addresses × ${cells / all.length} people = ${cells} cells, ${disagreements.length} disagreements`,
  );
  assert.equal(cells, all.length * (roles.length + 3));
  assert.ok(cells > 900, `only ${cells} cells`);
  assert.deepEqual(disagreements, []);
});

test('R6: a door left open, a door shut and a door for the wrong role are each a disagreement', async (t) => {
  const answer = async () => file('text/plain', here);
  const planted: readonly Route[] = [
    { method: 'GET', path: '/open', policy: 'everyone', answer },
    { method: 'GET', path: '/shut', policy: { name: 'planted.act', roles: ['manager'] }, answer },
    { method: 'POST', path: '/wrong', policy: { name: 'planted.act', roles: ['analyst'] }, answer },
  ];
  const expected = new Map<string, Expected>([
    ['GET /open', 'anyone signed in'],
    ['GET /shut', 'anyone'],
    ['POST /wrong', ['manager']],
  ]);
  const { disagreements } = await compared(t, planted, expected);
  const about = (address: string) => disagreements.filter((line) => line.startsWith(`${address}:`));
  assert.equal(about('GET /open').length, 1);
  assert.equal(about('GET /shut').length, roles.length + 2);
  assert.equal(about('POST /wrong').length, 2);
});

const comeForThemselves: readonly Role[] = ['report-only', 'young-person', 'parent'];

type Person = { who: string; holds: readonly Role[] | undefined };

/**
 * Asks every address as everybody. What the page would say is left out, and a mark stands in its place: what is asked
 * is who gets in, and a page may say "not found" for reasons of its own.
 */
async function compared(
  t: TestContext,
  asked: readonly Route[],
  expected: ReadonlyMap<string, Expected>,
): Promise<{ cells: number; disagreements: string[] }> {
  const marked = asked.map((route) => ({ ...route, answer: async () => file('text/plain', here) }));
  const service = await testService(t, marked);
  const disagreements: string[] = [];
  let cells = 0;
  for (const person of everybody()) {
    const browser = person.holds ? await service.signedInWithProof(...person.holds) : service.visitor();
    for (const route of marked) {
      const address = addressOf(route);
      const should = whatTheyShouldMeet(person, route, expected.get(address));
      const met = whatTheyMeet(await ask(browser, route));
      cells += 1;
      if (met !== should)
        disagreements.push(`${address}: ${person.who} should meet ${should}, and meets ${met}`);
    }
  }
  return { cells, disagreements };
}

function everybody(): Person[] {
  return [
    { who: 'a visitor', holds: undefined },
    { who: 'a person without a role', holds: [] },
    ...roles.map((role) => ({ who: `somebody who is ${role}`, holds: [role] })),
    // several roles at once open what each opens, and nothing more
    {
      who: 'a person with every role but manager and analyst',
      holds: roles.filter((role) => !/manager|analyst/.test(role)),
    },
  ];
}

type Met = 'the page' | 'the way to sign in' | 'word that the form is too old' | 'a page that is not there';

function whatTheyShouldMeet({ holds }: Person, { method }: Route, expected: Expected | undefined): Met {
  if (expected === 'anyone') return 'the page';
  if (!holds) return method === 'GET' ? 'the way to sign in' : 'word that the form is too old';
  if (expected === 'anyone signed in') return 'the page';
  if (expected === 'anyone at work')
    return holds.some((role) => !comeForThemselves.includes(role)) ? 'the page' : 'a page that is not there';
  return expected?.some((role) => holds.includes(role)) ? 'the page' : 'a page that is not there';
}

function whatTheyMeet({ status, text, headers }: TestPage): string {
  if (status === 200 && text === here) return 'the page';
  if (status === 303 && String(headers.location).startsWith('/sign-in?next=')) return 'the way to sign in';
  if (status === 403 && text.includes(wordsIn('en').errors.staleTitle))
    return 'word that the form is too old';
  return status === 404 && text !== here ? 'a page that is not there' : `an answer with status ${status}`;
}

async function ask(browser: TestBrowser, { method, path }: Route): Promise<TestPage> {
  const filled = path.replaceAll(/:[a-zA-Z]+/g, 'x');
  return method === 'GET' ? browser.get(filled) : browser.post(filled);
}

function addressOf({ method, path }: Route): string {
  return `${method} ${path}`;
}
