// A charity without an account gives a quarter's figures from a link in a letter, and an analyst takes them in.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { keyboardOf, type Keyboard } from '../browser/keyboard.ts';
import { browserForThisFile, keepPicture, newContext } from '../browser/open-browser.ts';
import { codeIn, linkIn } from '../browser/letters.ts';
import { analyst, signIn } from '../browser/sign-in.ts';
import { serviceForThisFile } from '../browser/started-service.ts';

const service = await serviceForThisFile({ environment: { GOLDENTHREAD_LOG: 'debug' } });
const browser = await browserForThisFile();

test('B03 B20: figures are given from a link in a letter and taken in, by keyboard alone, scripts off', async (t) => {
  const office = await visitor(t);
  const charity = await visitor(t);
  await signIn(office.page, analyst);
  await office.page.goto('/work');
  await office.keyboard.follow('See the post that went out of this demonstration');
  await keepPicture(office.page, 'figures-by-link-1-post');
  const address = await linkIn(office.page, /Families still walked beside/);

  await charity.page.goto(address);
  assert.match(
    await main(charity.page),
    /This link is for Lantern Families, at s…@lantern-families\.example/,
  );
  assert.doesNotMatch(await main(charity.page), /14 of 22/, 'no figure is seen before the code');
  await keepPicture(charity.page, 'figures-by-link-2-door');
  await charity.keyboard.press('Send me the code');
  await charity.keyboard.write('The six digits in the letter', 'no code');
  await charity.keyboard.press('Go on');
  assert.match(await charity.page.title(), /^Error: /);
  const code = await codeIn(office.page);
  await charity.keyboard.write('The six digits in the letter', code);
  await keepPicture(charity.page, 'figures-by-link-3-code');
  await charity.keyboard.press('Go on');

  assert.match(await main(charity.page), /What you gave before[\s\S]*14 of 22/);
  await charity.keyboard.write('How many: Alderwick', '40');
  await charity.keyboard.write('Of how many: Alderwick', '21');
  await charity.keyboard.write('How many: Dunmarsh', 'a few');
  await charity.keyboard.write('Anything we should know?', 'Our walker in Dunmarsh was ill.');
  await charity.keyboard.press('Send these figures');
  assert.match(await main(charity.page), /Alderwick: 40 of 21 cannot be/);
  assert.match(await main(charity.page), /Dunmarsh: “a few” is not a whole number/);
  assert.equal(
    await charity.page.getByLabel('How many: Alderwick', { exact: true }).inputValue(),
    '40',
    'it is kept',
  );
  await keepPicture(charity.page, 'figures-by-link-4-to-put-right');
  await charity.keyboard.write('How many: Alderwick', '17');
  await charity.keyboard.write('How many: Dunmarsh', '');
  await charity.keyboard.press('Send these figures');
  assert.match(await main(charity.page), /Thank you[\s\S]*17 of 21[\s\S]*What happens next/);
  await keepPicture(charity.page, 'figures-by-link-5-thank-you');

  await office.page.goto('/work');
  await office.keyboard.follow('Lantern Families gave figures');
  assert.match(await main(office.page), /Given by link by Lantern Families on[\s\S]*17 of 21[\s\S]*was ill/);
  await keepPicture(office.page, 'figures-by-link-6-given');
  await office.keyboard.press('Take them in');
  assert.match(await main(office.page), /17 of 21/);

  const stranger = await visitor(t);
  await stranger.page.goto(address);
  assert.match(await main(stranger.page), /This has been answered/);
  assert.doesNotMatch(await main(stranger.page), /17 of 21/, 'a stranger sees nothing of what was said');
  const token = address.slice(address.lastIndexOf('/') + 1);
  assert.match(service.said(), /link\/:token/, 'the log was kept');
  assert.ok(!service.said().includes(token) && !service.said().includes(code), 'neither stands in the log');
  assert.ok(!service.said().includes('lantern-families.example'), 'nor does an address');
});

type Visitor = { page: Page; keyboard: Keyboard };

async function visitor(t: TestContext): Promise<Visitor> {
  const context = await newContext(browser, service.address, { scripts: 'off' });
  t.after(() => context.close());
  const page = await context.newPage();
  return { page, keyboard: keyboardOf(page) };
}

function main(page: Page): Promise<string> {
  return page.locator('main').innerText();
}
