import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { ownPartnership, testService, type TestService } from '#platform/http/testing.ts';
import { openSingleSignOn } from '#platform/identity/single-sign-on.ts';
import { testKeys } from '#platform/keys/testing.ts';
import { demonstrationSeeds } from '../../../demonstration/load.ts';
import { routes } from '../../../service/app.ts';
import { library } from '../../../service/library.ts';
import { beyond, type Exception } from '../code/reasoned-exceptions.ts';
import { crawled, leadsFrom } from './crawled.ts';

const all = routes({
  demonstration: true,
  signIn: { keys: testKeys(), sso: openSingleSignOn([]), demonstration: true, origin: undefined },
});

/**
 * Rooms whose pages lead on only for somebody who stands to a child, was invited, or has something to answer: which of
 * their addresses are led to cannot be seen by whoever stands to nobody.
 */
const forWhomItConcerns =
  /^(GET|POST) \/(account|audit|bodies|children|complaints|concerns|danger|enrol|glass|introductions|my-record|people|prove|retention|rights|roles|sharing|sign-in|signed-out|teams|welcome)\b/;

/** Addresses to which no page of a fresh demonstration leads. */
const unreached: readonly Exception[] = [
  ...[
    'GET /frameworks/paste/:id',
    'POST /frameworks/paste/:id',
    'GET /frameworks/bring-in/:id',
    'POST /frameworks/bring-in/:id',
  ].map((what) => ({ what, because: 'stands only between handing a strategy in and confirming it' })),
  { what: 'POST /frameworks/:slug/publish', because: 'is offered only where something has changed since' },
  ...['GET /frameworks/:slug/delete', 'POST /frameworks/:slug/delete'].map((what) => ({
    what,
    because: 'is offered only for a draft that nobody has seen',
  })),
  ...[
    'GET /link/:token',
    'POST /link/:token',
    'POST /link/:token/code',
    'POST /link/:token/open',
    'POST /link/:token/anew',
    'GET /link/:token/hand-on',
    'POST /link/:token/hand-on',
  ].map((what) => ({ what, because: 'is led to by a letter, never by a page of ours' })),
  ...['GET /undelivered', 'POST /undelivered/:id/again', 'POST /undelivered/:id/put-away'].map((what) => ({
    what,
    because: 'is offered only where a letter could not be delivered',
  })),
  ...[
    'GET /embed/maps/:source/:code',
    'GET /embed/money',
    'GET /embed/money/need',
    'GET /embed/disparity/:ladder',
    'GET /embed/scorecards/:area/glance',
  ].map((what) => ({ what, because: 'stands in the line that somebody copies to their own site' })),
  {
    what: 'POST /meetings/:meeting/minutes/decisions',
    because: 'is the form that opens from a note of the minutes',
  },
  ...['GET /calendars/:file', 'POST /calendars/:id/revoke'].map((what) => ({
    what,
    because: 'is there once somebody has made an address for their calendar',
  })),
  ...[
    'POST /years/:plan/look-backs/:id/take-out',
    'POST /years/:plan/next/priorities',
    'POST /years/:plan/next/agree',
    'GET /years/:plan/report/:edition',
    'POST /years/:plan/turn-back',
  ].map((what) => ({ what, because: 'is offered only to whoever turns the year, once there is something' })),
  {
    what: 'POST /own-measures/:code/given/:id/take',
    because: 'is offered only while figures wait to be taken in',
  },
  {
    what: 'POST /measures/:source/:code/overrulings/:id/take-back',
    because: 'is offered only where an analyst overruled a verdict',
  },
  ...[
    'GET /measures/:source/:code/limits',
    'POST /measures/:source/:code/limits',
    'GET /measures/:source/:code/limits/:id/take-back',
    'POST /measures/:source/:code/limits/:id/take-back',
  ].map((what) => ({ what, because: 'stands under a chart with limits, which few measures have' })),
  ...[
    'POST /imports/bring-in',
    'POST /imports/:id/bring-in',
    'POST /imports/:id/decline',
    'POST /imports/:id/again',
    'POST /imports/:id/strategy',
  ].map((what) => ({ what, because: 'is offered only while a file waits for a decision' })),
  ...['GET /imports/:id/columns', 'POST /imports/:id/columns', 'POST /imports/:id/columns/forget'].map(
    (what) => ({ what, because: 'is offered only for a table that no format explains' }),
  ),
];

test('every link and every form leads to a route that is there, for a visitor, a manager and an analyst', async (t) => {
  const service = await demonstration(t);
  const reached = new Set<string>();
  for (const reader of ['visitor', 'manager', 'analyst'] as const) {
    const browser = reader === 'visitor' ? service.visitor() : await service.signedIn(reader);
    const found = await crawled(browser, all, reader === 'visitor' ? ['/'] : ['/work', '/']);
    t.diagnostic(`${reader}: ${found.pages} pages, ${found.links} links, ${found.forms} forms`);
    assert.ok(found.pages >= 20, `a ${reader} found only ${found.pages} pages`);
    assert.ok(found.links > 400 && found.forms >= 5, `${found.links} links and ${found.forms} forms`);
    assert.deepEqual(found.wrong, []);
    for (const address of found.reached) reached.add(address);
  }
  const never = all
    .map(({ method, path }) => `${method} ${path}`)
    .filter((address) => !reached.has(address) && !forWhomItConcerns.test(address));
  t.diagnostic(`${reached.size} of ${all.length} routes are led to`);
  assert.deepEqual(beyond(never, unreached), []);
});

test('a planted link to nowhere, and a form to nowhere, are seen', () => {
  const html = `<a href="/nowhere">a</a><a href="https://example.org/x">b</a><a href="#main">c</a>
    <form method="post" action="/gone"><button formaction="/elsewhere">d</button></form><form><button>e</button></form>`;
  assert.deepEqual(leadsFrom(html, '/frameworks?tier=1'), [
    { address: 'GET /nowhere', kind: 'links' },
    { address: 'GET /frameworks?tier=1', kind: 'links' },
    { address: 'POST /gone', kind: 'forms' },
    { address: 'POST /elsewhere', kind: 'forms' },
    { address: 'GET /frameworks?tier=1', kind: 'forms' },
  ]);
});

/** The service with the library and the invented county in it; nothing listens. */
async function demonstration(t: TestContext): Promise<TestService> {
  const service = await testService(t, all);
  const seeds = [library, ...demonstrationSeeds({ demonstration: true, partnership: 'brackenshire' })];
  const keepIn = mkdtempSync(join(tmpdir(), 'links-'));
  t.after(() => rmSync(keepIn, { recursive: true, force: true }));
  const ground = {
    transactions: service.transactions,
    partnershipId: ownPartnership,
    keepIn,
    tell: () => {},
  };
  for (const seed of seeds) await seed.load(ground);
  return service;
}
