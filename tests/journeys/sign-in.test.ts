// Somebody gives themselves a passkey and an app, goes out, and comes in again by each; a lost phone shuts nobody out.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { keyboardOf } from '../browser/keyboard.ts';
import { letter } from '../browser/letters.ts';
import { browserForThisFile, keepPicture, newContext } from '../browser/open-browser.ts';
import { analyst, manager, signIn } from '../browser/sign-in.ts';
import { codeOfApp, giveDevice, signInLink } from '../browser/signing-in.ts';
import { serviceForThisFile } from '../browser/started-service.ts';

const service = await serviceForThisFile({ environment: { GOLDENTHREAD_LOG: 'debug' } });
const browser = await browserForThisFile();

test('R71 ASVS 6.3.3: a passkey is added on the own account, and signs its person in, by keyboard alone', async (t) => {
  const { page, keyboard } = await visitor(t);
  await giveDevice(page);
  await signIn(page, analyst);
  await keyboard.follow(analyst);
  assert.match(await main(page), /There are no passwords here/);
  await keepPicture(page, 'sign-in-1-account');
  await keyboard.follow('Add a passkey');
  assert.equal(await page.title().then((title) => title.split(' – ')[0]), 'Show that it is you');
  await keepPicture(page, 'sign-in-2-prove');
  await keyboard.press('It is still me');
  await keyboard.write('What you call it', 'My desk');
  await keepPicture(page, 'sign-in-3-passkey');
  await pressed(page, () => keyboard.press('Make the passkey'), '**/account');
  assert.match(await main(page), /Passkey “My desk”/);
  assert.match(await main(page), /It is your only way in/);
  await keyboard.press('Sign out here');
  await page.goto('/sign-in');
  await keyboard.follow('With a passkey');
  await keepPicture(page, 'sign-in-4-use-passkey');
  await pressed(page, () => keyboard.press('Use my passkey'), '**/work');
  assert.match(await main(page), new RegExp(analyst));
  await keyboard.follow(analyst);
  assert.match(await main(page), /Last used/);
  assert.match(await letter(page, /^A way to sign in was added/), new RegExp(analyst));
});

test('R71 ASVS 6.5.1: a letter and a code sign in, each once; a code for a bad day stands in for a lost phone; scripts off', async (t) => {
  const { page, keyboard } = await visitor(t, 'off');
  await signIn(page, manager);
  await page.goto('/account/app');
  await keyboard.press('It is still me');
  await keepPicture(page, 'sign-in-5-app');
  const typed = (await page.locator('.secret-typed').textContent()) ?? '';
  const first = await codeOfApp(typed);
  await keyboard.write('The six figures that it shows', '000000');
  await keyboard.press('Add the app');
  assert.match(await page.title(), /^Error: /);
  assert.equal(
    await page.locator('.secret-typed').textContent(),
    typed,
    'the picture stays the same after a slip',
  );
  await keyboard.write('The six figures that it shows', first);
  await keyboard.press('Add the app');
  await keyboard.press('Make my ten codes');
  const codes = await page.locator('.recovery-codes code').allTextContents();
  assert.equal(codes.length, 10);
  await keepPicture(page, 'sign-in-6-codes');
  const letters = await office(t);

  const guest = await visitor(t, 'off');
  await guest.page.goto('/sign-in');
  await guest.keyboard.follow('With a letter and a code');
  await guest.keyboard.write('Your e-mail address', 'nobody@nowhere.example');
  await guest.keyboard.press('Send me the link');
  const toNobody = await main(guest.page);
  await guest.page.goto('/sign-in/letter?next=%2Ffriday');
  await guest.keyboard.write('Your e-mail address', await addressOf(letters, manager));
  await guest.keyboard.press('Send me the link');
  assert.equal(await main(guest.page), toNobody, 'nothing tells who is here');
  await keepPicture(guest.page, 'sign-in-7-sent');
  await guest.page.goto(await signInLink(letters));
  assert.equal(new URL(guest.page.url()).pathname, '/sign-in/code', 'the token leaves the address');
  await guest.keyboard.write('The six figures that it shows', first);
  await guest.keyboard.press('Sign in');
  assert.match(await main(guest.page), /it was used before/);
  await keepPicture(guest.page, 'sign-in-8-code');
  await guest.keyboard.unfold('I do not have my phone');
  await guest.keyboard.write('A code for a bad day', (codes[3] ?? '').toUpperCase());
  await guest.keyboard.press('Sign in with this code');
  assert.equal(new URL(guest.page.url()).pathname, '/friday', 'and they are where they wanted to be');
  await guest.page.goto('/account');
  assert.match(await main(guest.page), /9 are left/);
  await guest.keyboard.press('Sign out everywhere else');
  await keepPicture(guest.page, 'sign-in-9-account');
  await page.goto('/account');
  assert.equal(new URL(page.url()).pathname, '/sign-in', 'the other browser is out at once');
  await letters.goto('/post');
  assert.match(await letters.content(), /One of your codes for a bad day was used/);
});

async function visitor(t: TestContext, scripts: 'on' | 'off' = 'on') {
  const context = await newContext(browser, service.address, { scripts });
  t.after(() => context.close());
  const page = await context.newPage();
  return { page, keyboard: keyboardOf(page) };
}

/** Somebody else, who looks into the post. */
async function office(t: TestContext): Promise<Page> {
  const { page } = await visitor(t);
  await signIn(page, analyst);
  return page;
}

async function addressOf(page: Page, name: string): Promise<string> {
  await page.goto('/post');
  const card = page
    .getByRole('listitem')
    .filter({ hasText: `Hello ${name},` })
    .first();
  const address = /To (\S+@\S+?),/.exec((await card.textContent()) ?? '')?.[1];
  assert.ok(address, `a letter went to ${name}`);
  return address;
}

/** A press that a script answers: the page that comes in the end is waited for. */
async function pressed(page: Page, press: () => Promise<void>, address: string): Promise<void> {
  await Promise.all([page.waitForURL(address), press()]);
}

async function main(page: Page): Promise<string> {
  return ((await page.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ');
}
