import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { TestBrowser } from '#platform/http/testing.ts';
import { testProvider, type TestProvider } from '#platform/identity/testing/test-provider.ts';
import { house, origin } from './testing/house.ts';

const backTo = `${origin}/sign-in/back/`;

async function own(t: TestContext) {
  const there = await testProvider(t, { backTo, keys: ['council', 'trust'] });
  const providers = [there.provider('council', { signOutThere: 'yes' }), there.provider('trust')];
  return { there, ...(await house(t, providers)) };
}

/** Goes there and comes back, in this browser; answers with the address that it comes back to. */
async function went(browser: TestBrowser, there: TestProvider, path: string): Promise<string> {
  const out = await browser.get(path);
  assert.equal(out.status, 303, out.text);
  const came = await there.visit(String(out.headers.location));
  return `${came.pathname}${came.search}`;
}

test('R71: single sign-on is tied at the invitation, and lets its person in from then on', async (t) => {
  const { there, invited, service } = await own(t);
  there.account = { sub: 'bo-there', email: 'ash@test.example' };
  const browser = await invited('bo');
  assert.match((await browser.get('/enrol')).text, /With The council/);
  const tied = await browser.get(await went(browser, there, '/sign-in/with/council'));
  assert.equal(tied.headers.location, '/work');
  const again = service.visitor();
  const came = await again.get(await went(again, there, '/sign-in/with/council?next=%2Faccount'));
  assert.equal(came.headers.location, '/account');
  assert.match(
    (await again.get('/account')).text,
    /Bo Tester/,
    'by identity, and not by an address that is Ash’s',
  );
});

test('ASVS 10.5.2: an identity that nobody here has is met with how to be invited, whatever its e-mail address', async (t) => {
  const { there, service } = await own(t);
  there.account = { sub: 'stranger', email: 'ash@test.example' };
  const browser = service.visitor();
  const met = await browser.get(await went(browser, there, '/sign-in/with/council'));
  assert.equal(met.status, 403);
  assert.match(met.text, /We do not know you here yet/);
  assert.equal((await browser.get('/account')).status, 303);
});

test('an answer comes in once, in the browser that left, and at the address of its own provider', async (t) => {
  const { there, invited, service } = await own(t);
  there.account = { sub: 'ash-there' };
  const enrolling = await invited('ash');
  await enrolling.get(await went(enrolling, there, '/sign-in/with/council'));
  const browser = service.visitor();
  const back = await went(browser, there, '/sign-in/with/council');
  const thief = service.visitor();
  assert.equal((await thief.get(back)).status, 403, 'another browser never left');
  thief.cookies.set('way', browser.cookies.get('way') ?? '');
  assert.equal((await thief.get(back)).status, 403, 'a copied journey is of another browser');
  assert.equal((await browser.get(back.replace('/council', '/trust'))).status, 403);
  const anew = await went(browser, there, '/sign-in/with/council');
  const copy = new Map(browser.cookies);
  assert.equal((await browser.get(anew)).status, 303);
  for (const [name, value] of copy) thief.cookies.set(name, value);
  assert.equal((await thief.get(anew)).status, 403, 'a replay is refused');
  assert.equal((await thief.get('/account')).status, 303);
});

test('one identity is of one person: what is somebody’s already is tied to nobody else', async (t) => {
  const { there, invited } = await own(t);
  there.account = { sub: 'shared' };
  const first = await invited('ash');
  assert.equal((await first.get(await went(first, there, '/sign-in/with/council'))).status, 303);
  const second = await invited('bo');
  const met = await second.get(await went(second, there, '/sign-in/with/council'));
  assert.equal(met.status, 403);
  assert.match(met.text, /belongs to somebody else here/);
});

test('R13: proving anew by single sign-on takes the same person', async (t) => {
  const { there, invited, after } = await own(t);
  there.account = { sub: 'ash-there' };
  const browser = await invited('ash');
  await browser.get(await went(browser, there, '/sign-in/with/council'));
  after(6);
  assert.match(String((await browser.get('/account/recovery-codes')).headers.location), /^\/prove/);
  assert.match((await browser.get('/prove')).text, /Sign in once more with The council/);
  there.account = { sub: 'somebody-else' };
  const wrong = await browser.get(await went(browser, there, '/sign-in/with/council'));
  assert.equal(wrong.status, 403);
  assert.equal((await browser.get('/account/recovery-codes')).status, 303);
  there.account = { sub: 'ash-there' };
  const right = await browser.get(
    await went(browser, there, '/sign-in/with/council?next=%2Faccount%2Frecovery-codes'),
  );
  assert.equal(right.headers.location, '/account/recovery-codes');
  assert.equal((await browser.get('/account/recovery-codes')).status, 200);
});

test('ASVS 7.4.4: whoever came by single sign-on is offered to sign out there too', async (t) => {
  const { there, invited } = await own(t);
  there.account = { sub: 'ash-there' };
  const browser = await invited('ash');
  await browser.get(await went(browser, there, '/sign-in/with/council'));
  assert.equal((await browser.post('/sign-out')).headers.location, '/signed-out');
  const out = await browser.get('/signed-out');
  assert.match(out.text, /Sign out of The council too/);
  const link = out.document.querySelector<HTMLAnchorElement>('main a.govuk-button')?.href ?? '';
  assert.ok(link.startsWith(`${there.issuer}/session/end?`));
  assert.equal((await browser.get('/account')).status, 303);
});

test('a provider that is away, or does not exist, is said so in words', async (t) => {
  const { there, service } = await own(t);
  await there.close();
  const browser = service.visitor();
  const away = await browser.get('/sign-in/with/council');
  assert.equal(away.status, 403);
  assert.match(away.text, /does not answer just now/);
  assert.equal((await browser.get('/sign-in/with/nobody')).status, 404);
  assert.match((await browser.get('/sign-in/back/council?code=x&state=y')).text, /did not send you there/);
});
