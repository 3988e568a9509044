import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { everybody, identify } from '#modules/accounts/index.ts';
import type { Route } from '#platform/http/route.ts';
import { ownPartnership, testService } from '#platform/http/testing.ts';
import { openSingleSignOn } from '#platform/identity/single-sign-on.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { storedId } from '#platform/kernel/id.ts';
import { testKeys } from '#platform/keys/testing.ts';
import { demonstrationSeeds } from '../../../demonstration/load.ts';
import { routes } from '../../../service/app.ts';
import { library } from '../../../service/library.ts';
import { navigation } from '../../../service/navigation.ts';
import { beyond, type Exception } from '../code/reasoned-exceptions.ts';
import { people, type Reader } from '../../accessibility/reader.ts';
import { crawled, faultOf, type Crawler } from './crawled.ts';
import { leadsFrom } from './leads.ts';
import { routeAt } from './patterns.ts';

const readers: readonly Reader[] = [
  'visitor',
  'manager',
  'analyst',
  'administrator',
  'governance-lead',
  'practitioner',
  'supervisor',
  'setting-lead',
  'front-door',
  'report-only',
  'young-person',
  'parent',
];

const all = routes({
  demonstration: true,
  signIn: { keys: testKeys(), sso: openSingleSignOn([]), demonstration: true, origin: undefined },
});

/** Addresses that are led to only once something has happened that a fresh demonstration does not bring. */
const onlyOnceThere: readonly { pattern: RegExp; because: string }[] = [
  {
    pattern: /(GET|POST) \/(sign-in\/(letter\/|code|with|back)|signed-out|prove|enrol|welcome\/)/,
    because: 'on the way in: a letter, a provider or a press leads to it',
  },
  {
    pattern: /(GET|POST) \/account\/(sessions\/end|ways\/)/,
    because: 'is offered to whoever has a way in, or is signed in elsewhere too',
  },
  {
    pattern: /POST \/(people|introductions)\/:id\/(way\/:invitation\/confirm|anew|withdraw|return)/,
    because: 'is offered only while an invitation is open or waits, or once somebody left',
  },
  { pattern: /POST \/bodies\/:key\/reopen/, because: 'is offered only for a body that closed' },
  {
    pattern: /(GET|POST) (\/glass|\/children\/(exports\/:export|:id\/glass))/,
    because:
      'is offered only for a protected record that one does not stand to, or once a file was asked for',
  },
  { pattern: /GET \/danger\.html/, because: 'is kept aside for when the service is down' },
  {
    pattern: /POST \/concerns\/front-door\/readers/,
    because: 'is the form that opens once somebody could be named',
  },
  {
    pattern: /POST \/sharing\/(agreements\/(new|:number\/sign)|record|ledger\/:number\/withdraw)/,
    because: 'is the last step of a form of several pages, or waits for a signature',
  },
  {
    pattern:
      /(GET|POST) \/rights\/(asked|mine\/:id|requests\/:id\/(identity|heard-back|link|handed-over|release|answer))/,
    because: 'is a step of a request that comes after the ones of the demonstration, or a receipt',
  },
  { pattern: /GET \/complaints\/sent/, because: 'is the receipt of what was sent' },
  { pattern: /POST \/retention\/holds\/:id\/end/, because: 'is offered only while a record is held' },
  {
    pattern: /(GET|POST) \/audit\/heads\/(:id\/file|verify|export)/,
    because: 'is offered only where ends are kept, which nothing does here',
  },
];

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

const isFull = process.env['GOLDENTHREAD_FULL'] === '1';

/** How many pages of one route a reader opens who comes to everything that the strategy, figures and boards have. */
const mostOfOneRoute = isFull ? 5 : 3;

/** Routes of which more are opened, because few of the demonstration's lead on: the file with refused rows, a measure with suppliers, meetings to come. */
const moreOf: ReadonlySet<string> = new Set([
  '/imports/:id',
  '/meetings/:meeting',
  '/meetings/:meeting/agenda',
  '/meetings/:meeting/minutes',
  '/meetings/:meeting/pack',
]);

const throughout = ({ path }: Route): number =>
  moreOf.has(path) ? 16 : path.startsWith('/own-measures/:code') ? 5 : mostOfOneRoute;

/** Pages for everybody are the same ones that the others went through: of those one is enough for the links round it. */
const roundAbout = ({ policy }: Route): number => (isFull ? mostOfOneRoute : policy === 'everyone' ? 1 : 2);

test('every link and every form leads to a route that is there, and where whoever reads it may go', async (t) => {
  const { comeIn } = await demonstration(t);
  const reached = new Set<string>();
  const wrong: string[] = [];
  for (const reader of readers) {
    const mostOf = /^(visitor|manager|analyst)$/.test(reader) ? throughout : roundAbout;
    const found = await crawled({ ...(await comeIn(reader)), mostOf }, all);
    t.diagnostic(`${reader}: ${found.pages} pages, ${found.links} links, ${found.forms} forms`);
    assert.ok(found.pages >= 20, `a ${reader} found only ${found.pages} pages`);
    wrong.push(...found.wrong.map((one) => `${reader}: ${one}`));
    for (const address of found.reached) reached.add(address);
  }
  assert.deepEqual(wrong, []);
  const addresses = all.map(({ method, path }) => `${method} ${path}`);
  const never = addresses.filter(
    (address) => !reached.has(address) && !onlyOnceThere.some(({ pattern }) => pattern.test(address)),
  );
  t.diagnostic(`${reached.size} of ${all.length} routes are led to`);
  assert.deepEqual(beyond(never, unreached), []);
  const stale = onlyOnceThere.filter(({ pattern }) => !addresses.some((address) => pattern.test(address)));
  assert.deepEqual(stale, [], 'every exception names something that is there');
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

test('a planted link to where a reader may not go is seen; a visitor is asked to sign in there', () => {
  const audit = routeAt('GET /audit', all);
  const analyst: Actor = { kind: 'person', personId: storedId('a'), name: 'Ash', roles: ['analyst'] };
  assert.equal(faultOf('GET /audit', audit, analyst), 'where they may not go');
  assert.equal(faultOf('GET /audit', audit, { ...analyst, roles: ['governance-lead'] }), undefined);
  assert.equal(faultOf('GET /audit', audit, { kind: 'visitor' }), undefined);
  assert.equal(faultOf('GET /nowhere', undefined, analyst), 'which nothing answers');
  assert.equal(faultOf('GET /assets/style.css', undefined, analyst), undefined);
});

/** The service with the library and the invented county in it, and the way in for each of its people; nothing listens. */
async function demonstration(t: TestContext) {
  const service = await testService(t, all, { identify, navigation });
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
  const known = await service.asService(everybody);
  const comeIn = async (reader: Reader): Promise<Omit<Crawler, 'mostOf'>> => {
    const browser = service.visitor();
    if (reader === 'visitor') return { browser, actor: { kind: 'visitor' }, begins: ['/'] };
    const person = known.find(({ name }) => name === people[reader]);
    assert.ok(person, `${people[reader]} is there`);
    const came = await browser.post('/sign-in', { person: person.id });
    assert.equal(came.status, 303, `${person.name} comes in`);
    const actor = await service.asService((ctx) => identify(ctx, person.id));
    assert.ok(actor);
    // pages that ask for it open too
    await browser.post('/prove', { kind: 'invented' });
    return { browser, actor, begins: [String(came.headers.location), '/'] };
  };
  return { comeIn };
}
