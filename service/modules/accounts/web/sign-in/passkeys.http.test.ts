import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestBrowser, TestPage } from '#platform/http/testing.ts';
import { SoftwareKey } from '#platform/identity/testing/software-key.ts';
import { house, origin, type House } from './testing/house.ts';

function optionsOn(page: TestPage): string {
  const form = page.document.querySelector<HTMLFormElement>('form[data-passkey]');
  return form?.dataset['options'] ?? assert.fail(`no passkey is asked for (${page.status})`);
}

async function enrolled(
  { invited }: House,
  who: string,
): Promise<{ key: SoftwareKey; browser: TestBrowser }> {
  const key = new SoftwareKey();
  const browser = await invited(who);
  const answer = key.make(optionsOn(await browser.get('/enrol/passkey')), origin);
  const done = await browser.post('/enrol/passkey', { answer, name: 'My phone' });
  assert.equal(done.status, 303, done.text);
  return { key, browser };
}

async function shown(browser: TestBrowser, key: SoftwareKey, twist = {}): Promise<string> {
  return key.show(optionsOn(await browser.get('/sign-in/passkey')), origin, twist);
}

test('R71: whoever was invited gives themselves a passkey, is in at once, and comes in with it again', async (t) => {
  const own = await house(t);
  const { key, browser } = await enrolled(own, 'bo');
  assert.match((await browser.get('/account')).text, /Bo Tester/);
  const again = own.service.visitor();
  const came = await again.post('/sign-in/passkey', { answer: await shown(again, key), next: '/account' });
  assert.equal(came.headers.location, '/account');
  assert.match((await again.get('/account')).text, /Passkey “My phone”/);
  const enrolAgain = await browser.get('/enrol/passkey');
  assert.equal(enrolAgain.status, 404, 'an invitation gives one way in');
});

test('ASVS 6.5.1: a passkey’s answer opens once: of 1,000 replays none comes in', async (t) => {
  const own = await house(t);
  const { key } = await enrolled(own, 'ash');
  const browser = own.service.visitor();
  const answer = await shown(browser, key);
  const secret = browser.cookies.get('session') ?? '';
  const copy = own.service.visitor();
  assert.equal((await browser.post('/sign-in/passkey', { answer })).status, 303);
  const full = process.env['GOLDENTHREAD_FULL'] === '1' ? 1000 : 100;
  let accepted = 0;
  for (let round = 0; round < full; round += 1) {
    copy.cookies.set('session', secret);
    if ((await copy.post('/sign-in/passkey', { answer })).status === 303) accepted += 1;
  }
  t.diagnostic(`replays tried ${full}, accepted ${accepted}`);
  assert.equal(accepted, 0);
});

test('a passkey shown to another site, in another browser, too late or for somebody else opens nothing', async (t) => {
  const own = await house(t);
  const { key } = await enrolled(own, 'ash');
  const { key: others } = await enrolled(own, 'bo');
  const browser = own.service.visitor();
  const refused = async (answer: string, from = browser) => {
    const page = await from.post('/sign-in/passkey', { answer });
    assert.equal(page.status, 422);
    assert.equal((await from.get('/account')).status, 303);
  };
  await refused(await shown(browser, key, { origin: 'https://thread.example.org.evil.example' }));
  await refused(await shown(browser, key, { host: 'evil.example' }));
  await refused(await shown(browser, key, { checked: false }));
  const handle = Buffer.from(own.idOf('bo').replaceAll('-', ''), 'hex').toString('base64url');
  await refused(await shown(browser, key, { handle }));
  await refused(await shown(own.service.visitor(), key), browser);
  await refused(await shown(browser, new SoftwareKey()));
  await refused('');
  const late = await shown(browser, others);
  own.after(6);
  await refused(late);
  const good = await shown(browser, key);
  assert.equal((await browser.post('/sign-in/passkey', { answer: good })).status, 303);
});

test('R13: to prove it anew takes one’s own passkey, not anybody’s', async (t) => {
  const own = await house(t);
  const { browser } = await enrolled(own, 'ash');
  const { key: others } = await enrolled(own, 'bo');
  own.after(6);
  const asked = await browser.get('/account/passkeys/new');
  assert.match(String(asked.headers.location), /^\/prove/);
  const options = optionsOn(await browser.get('/prove'));
  const wrong = await browser.post('/prove', { kind: 'passkey', answer: others.show(options, origin) });
  assert.equal(wrong.status, 422);
  assert.equal(
    (await browser.post('/prove', { kind: 'invented' })).status,
    422,
    'in earnest nobody is taken at their word',
  );
  assert.equal((await browser.get('/account/passkeys/new')).status, 303);
});

test('ASVS 6.4.4 and 7.5.1: ways in are changed only after a fresh proof, and the last one stays', async (t) => {
  const own = await house(t);
  const { key, browser } = await enrolled(own, 'ash');
  const remove = async () => {
    const link = (await browser.get('/account')).document.querySelector<HTMLAnchorElement>(
      'a[href$="/remove"]',
    );
    return link?.getAttribute('href');
  };
  assert.equal(await remove(), undefined, 'the only way in cannot be removed');
  const second = new SoftwareKey();
  const answer = second.make(optionsOn(await browser.get('/account/passkeys/new')), origin);
  assert.equal((await browser.post('/account/passkeys/new', { answer, name: '' })).status, 303);
  const path = (await remove()) ?? assert.fail('two ways, so one can go');
  own.after(6);
  assert.match(String((await browser.get(path)).headers.location), /^\/prove/);
  const prove = key.show(optionsOn(await browser.get('/prove')), origin);
  assert.equal(
    (await browser.post('/prove', { kind: 'passkey', answer: prove, next: path })).headers.location,
    path,
  );
  assert.equal((await browser.post(path)).status, 303);
  assert.equal(await remove(), undefined);
  const letters = await own.letters();
  assert.deepEqual(
    letters.map(({ subject }) => subject).filter((subject) => subject.startsWith('A way')),
    ['A way to sign in was added', 'A way to sign in was added', 'A way to sign in was removed'],
  );
});

test('ASVS 6.3.7: whoever signs in with a browser that was never used before is told by letter', async (t) => {
  const own = await house(t);
  const { key } = await enrolled(own, 'cy');
  const elsewhere = own.service.visitor();
  const came = await elsewhere.post('/sign-in/passkey', { answer: await shown(elsewhere, key) });
  assert.equal(came.headers.location, '/account', 'a young person comes to their own page');
  const subjects = (await own.letters()).map(({ subject }) => subject);
  assert.ok(subjects.includes('Somebody signed in as you from a new browser'));
});
