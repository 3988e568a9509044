import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Role } from '../../access/policy.ts';
import type { Actor } from '../../kernel/context.ts';
import { storedId, type Id } from '../../kernel/id.ts';
import { browserKind } from './browser-kind.ts';
import { page, redirectTo, type Route } from '../route.ts';
import { idleMinutesFor } from './session-limits.ts';
import { testService, type TestBrowser } from '../testing.ts';

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0';
const person: Id<'person'> = storedId('01900000-0000-7000-8000-000000000001');

const routes: readonly Route[] = [
  {
    method: 'POST',
    path: '/in',
    policy: 'everyone',
    answer: async (request) => {
      const way = request.posted['way']?.[0] === 'chosen' ? 'chosen' : 'passkey';
      const { isNewHere } = await request.session.start(person, { way });
      return redirectTo(isNewHere ? '/new' : '/known');
    },
  },
  {
    method: 'GET',
    path: '/me',
    policy: 'signed-in',
    answer: async ({ actor, session }) => {
      const list = await session.list();
      const roles = actor.kind === 'person' ? actor.roles.join(' ') : '';
      return page({ title: 'Me', body: <p>{`${roles} | ${list.map((one) => one.browser).join(', ')}`}</p> });
    },
  },
  {
    method: 'POST',
    path: '/me',
    policy: 'signed-in',
    answer: async ({ actor }) => redirectTo(`/${actor.kind === 'person' ? actor.roles.join('-') : ''}`),
  },
  ...(['proved', 'end', 'endOthers'] as const).map((act): Route => ({
    method: 'POST',
    path: `/${act}`,
    policy: 'signed-in',
    answer: async ({ session }) => {
      await session[act]();
      return redirectTo('/done');
    },
  })),
  {
    method: 'GET',
    path: '/careful',
    policy: 'signed-in',
    freshProof: true,
    answer: async () => page({ title: 'Careful', body: <p>careful</p> }),
  },
  {
    method: 'POST',
    path: '/careful',
    policy: 'signed-in',
    freshProof: true,
    answer: async () => redirectTo('/acted'),
  },
];

async function house(t: TestContext) {
  let now = new Date('2026-11-23T09:00:00Z');
  let roles: readonly Role[] | undefined = ['analyst'];
  const service = await testService(t, routes, {
    clock: () => now,
    identify: async (): Promise<Actor | undefined> =>
      roles && { kind: 'person', personId: person, name: 'Ash Tester', roles },
  });
  const come = async (way = 'passkey'): Promise<TestBrowser> => {
    const browser = service.visitor();
    assert.equal((await browser.post('/in', { way })).status, 303);
    return browser;
  };
  return {
    service,
    come,
    give: (given: readonly Role[] | undefined) => void (roles = given),
    after: (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000)),
    isIn: async (browser: TestBrowser) => (await browser.get('/me')).status === 200,
  };
}

test('ASVS 7.3.1: a session ends after its time without a page, sooner for whoever can open a child’s record', async (t) => {
  const { come, after, isIn, give } = await house(t);
  const analyst = await come();
  after(59);
  assert.equal(await isIn(analyst), true);
  after(59);
  assert.equal(await isIn(analyst), true, 'a page looked at begins the hour anew');
  after(61);
  assert.equal(await isIn(analyst), false);
  give(['practitioner', 'analyst']);
  const practitioner = await come();
  after(19);
  assert.equal(await isIn(practitioner), true);
  after(21);
  assert.equal(await isIn(practitioner), false);
  assert.equal(idleMinutesFor(['parent']), 20);
  assert.equal(idleMinutesFor(['report-only']), 60);
});

test('ASVS 7.3.2: after twelve hours a session ends, whatever happens', async (t) => {
  const { come, after, isIn } = await house(t);
  const browser = await come();
  for (let halfHour = 1; halfHour < 24; halfHour += 1) {
    after(30);
    assert.equal(await isIn(browser), true, `after ${halfHour / 2} hours`);
  }
  after(30);
  assert.equal(await isIn(browser), false);
});

test('ASVS 7.2.4: signing in and proving anew change the secret, and the one before opens nothing', async (t) => {
  const { service, come, isIn } = await house(t);
  const browser = await come();
  const copy = service.visitor();
  const holds = browser.cookies.get('session') ?? '';
  copy.cookies.set('session', holds);
  assert.equal(await isIn(copy), true);
  await browser.post('/proved');
  assert.notEqual(browser.cookies.get('session'), holds);
  assert.equal(await isIn(browser), true);
  assert.equal(await isIn(copy), false);
  const again = browser.cookies.get('session') ?? '';
  await browser.post('/in');
  copy.cookies.set('session', again);
  assert.equal(await isIn(copy), false);
});

test('R7: a role that is given opens nothing to the secret that was known before it', async (t) => {
  const { service, come, give } = await house(t);
  const browser = await come();
  const copy = service.visitor();
  copy.cookies.set('session', browser.cookies.get('session') ?? '');
  give(['analyst', 'governance-lead']);
  const sent = await browser.post('/me');
  assert.equal(
    sent.headers.location,
    '/analyst',
    'a form that was open goes through, with the rights of before',
  );
  assert.match((await browser.get('/me')).text, /analyst governance-lead \|/);
  assert.equal((await copy.get('/me')).status, 303);
  give(['analyst']);
  assert.match((await browser.get('/me')).text, /<p>analyst \|/, 'a role taken away is gone at once');
});

test('R7: ASVS 7.4.2: sessions die with the account, on the next request', async (t) => {
  const { come, give, isIn, service } = await house(t);
  const browser = await come();
  give(undefined);
  assert.equal(await isIn(browser), false);
  give(['analyst']);
  assert.equal(await isIn(browser), false, 'and do not come back with it');
  const rows = await service.asService((ctx) =>
    ctx.db
      .withTables<{ 'platform.session': { id: string } }>()
      .selectFrom('platform.session')
      .selectAll()
      .execute(),
  );
  assert.equal(rows.length, 0);
});

test('ASVS 7.4.3 and 7.5.2: a person sees their sessions in plain words, and signs out everywhere else', async (t) => {
  const { service, isIn } = await house(t);
  const [desk, phone] = [service.visitor(), service.visitor()];
  await desk.post('/in');
  const sent = await service.server.inject({ method: 'GET', url: '/me' });
  assert.equal(sent.statusCode, 303);
  await phone.post('/in');
  assert.equal((await desk.get('/me')).text.match(/a browser that we do not know/g)?.length, 2);
  await desk.post('/endOthers');
  assert.equal(await isIn(desk), true);
  assert.equal(await isIn(phone), false);
  await desk.post('/end');
  assert.equal(await isIn(desk), false);
});

test('only the kind of browser is kept: never what it says of itself', () => {
  assert.equal(browserKind(firefox), 'Firefox on Windows');
  for (const [said, kind] of [
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15',
      'Safari on a Mac',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) CriOS/141.0 Mobile Safari/604.1',
      'Chrome on an iPhone',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/141.0 Safari/537.36 Edg/141.0', 'Edge on Windows'],
    [
      'Mozilla/5.0 (Linux; Android 16) SamsungBrowser/29.0 Chrome/130.0 Mobile Safari/537.36',
      'Samsung Internet on Android',
    ],
    ['<script>alert(1)</script>', 'a browser that we do not know'],
    [undefined, 'a browser that we do not know'],
  ] as const)
    assert.equal(browserKind(said), kind);
});

test('a sign-in with a browser that was never used before is told apart from one that was', async (t) => {
  const { service } = await house(t);
  const desk = service.visitor();
  assert.equal((await desk.post('/in')).headers.location, '/known', 'the very first is nobody else’s');
  await desk.post('/end');
  assert.equal((await desk.post('/in')).headers.location, '/known');
  assert.equal((await service.visitor().post('/in')).headers.location, '/new');
});

test('R13: a page that needs a fresh proof sends people to prove it first, and keeps what they wrote too slowly', async (t) => {
  const { come, after } = await house(t);
  const browser = await come('chosen');
  const asked = await browser.get('/careful?of=a%20b');
  assert.equal(asked.status, 303);
  assert.equal(asked.headers.location, '/prove?next=%2Fcareful%3Fof%3Da%2Bb');
  assert.equal((await browser.post('/careful')).status, 403, 'without any proof nothing is done');
  await browser.post('/proved');
  assert.equal((await browser.get('/careful')).status, 200);
  after(6);
  assert.equal((await browser.get('/careful')).status, 303);
  assert.equal((await browser.post('/careful', { why: 'short' })).headers.location, '/acted');
  after(15);
  const late = await browser.post('/careful', { why: 'What I wrote with care.' });
  assert.equal(late.status, 403);
  assert.match(late.text, /What I wrote with care\./);
  assert.match(late.text, /nothing has been done yet/);
});
