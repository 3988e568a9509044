// Somebody is not safe. A teaching assistant, a parent and a child each find the number at once, tell in writing, and hear
// by a receipt that it was received, read and acted on. Whoever tells reads nothing back, and nobody else reads it at all.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { keyboardOf, type Keyboard } from '../browser/keyboard.ts';
import { browserForThisFile, keepPicture, newContext } from '../browser/open-browser.ts';
import { manager, reader, signIn, teachingAssistant } from '../browser/sign-in.ts';
import { serviceForThisFile } from '../browser/started-service.ts';

const service = await serviceForThisFile();
const browser = await browserForThisFile();

for (const scripts of ['off', 'on'] as const)
  test(`G32 R11 R64: told, received, read, acted on and heard of, by keyboard alone, scripts ${scripts}`, async (t) => {
    const canary = `canary-${scripts}-${process.pid}`;
    const child = await visitor(t, scripts);
    const parent = await visitor(t, scripts);
    const assistant = await visitor(t, scripts);
    const receipts = [
      await childTells(child, canary),
      await parentTells(parent, canary),
      await assistantTells(assistant, canary),
    ];
    const desk = await visitor(t, scripts);
    await signIn(desk.page, reader);
    for (const receipt of receipts) await readAndAct(desk, { canary, receipt });
    for (const [at, { page, keyboard }] of [child, parent, assistant].entries()) {
      const told = await cameOf({ page, keyboard }, receipts[at] ?? '');
      assert.match(told, /We got it[^]*Somebody read it[^]*Somebody did something about it/);
      assert.match(told, /You did the right thing/);
      assert.ok(!told.includes(canary));
    }
    await keepPicture(child.page, `5-danger-${scripts}-4-what-came-of-it`);
    await nobodyElseReads(await visitor(t, scripts), canary);
  });

test('R64: the way off the page leaves at once, and with scripts the page does not stand in the way back', async (t) => {
  const { page, keyboard } = await visitor(t, 'on');
  await page.route('https://www.bbc.co.uk/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' }),
  );
  await page.goto('/frameworks');
  await page.goto('/danger');
  await keyboard.follow('Leave this page now');
  assert.equal(await page.title(), 'Weather');
  await page.goBack();
  assert.match(page.url(), /\/frameworks$/);
});

async function childTells({ page, keyboard }: Visitor, canary: string): Promise<string> {
  await page.goto('/');
  await keyboard.follow('Is somebody not safe?');
  const numbers = await main(page);
  assert.ok(numbers.indexOf('999') < numbers.indexOf('Tell us in writing'), 'the number comes first');
  assert.match(numbers, /0800 1111/);
  await keepPicture(page, '5-danger-1-numbers');
  await keyboard.follow('I am a child or a teenager');
  await keyboard.press('Send');
  assert.match(await page.title(), /^Error: /, 'only what happened must be told, and that it must');
  await keyboard.write('What happened?', `${canary} My friend does not want to go home.`);
  await keyboard.press('Send');
  assert.match(await page.title(), /^We have it/);
  return receiptOn(page, canary);
}

async function parentTells({ page, keyboard }: Visitor, canary: string): Promise<string> {
  await page.goto('/danger');
  await keyboard.follow('I want to tell you something');
  await keyboard.write('What did you see, hear or feel?', `${canary} Shouting every night next door.`);
  await keyboard.write('Who is it about, as far as you know?', `${canary} The little boy at number 4`);
  await keyboard.choose('Yes');
  await keyboard.press('Send');
  const first = page.locator('main h1');
  assert.match(await first.innerText(), /hurt/, 'danger now puts the number first, in the heading');
  assert.match(await main(page), /Ring 999[^]*Please ring now/);
  await keepPicture(page, '5-danger-2-danger-now');
  return receiptOn(page, canary);
}

async function assistantTells({ page, keyboard }: Visitor, canary: string): Promise<string> {
  await signIn(page, teachingAssistant);
  await page.goto('/danger');
  await keyboard.follow('I work with children');
  assert.match(await main(page), /You are signed in as Billie Marsh/);
  await keyboard.write('What happened?', `${canary} She said to me that he locks her in.`);
  await keyboard.press('Send');
  const receipt = await receiptOn(page, canary);
  for (const path of ['/concerns', '/work', '/families'])
    assert.equal((await page.goto(path))?.status(), 404, `${path} is not there for somebody who only tells`);
  return receipt;
}

async function receiptOn(page: Page, canary: string): Promise<string> {
  assert.ok(!(await page.content()).includes(canary), 'nothing of it comes back');
  const receipt = await page.locator('.receipt-words').innerText();
  assert.equal(receipt.split(' ').length, 5);
  return receipt;
}

/** Opens what waits longest of those that hold the canary, and writes down what was done. */
async function readAndAct(
  { page, keyboard }: Visitor,
  { canary, receipt }: { canary: string; receipt: string },
): Promise<void> {
  for (let opened = 0; opened < 10; opened += 1) {
    await page.goto('/concerns');
    assert.ok(!(await page.content()).includes(canary), 'the list holds no word');
    await keyboard.press(/^Read it now/);
    if ((await main(page)).includes(canary)) break;
  }
  const read = await main(page);
  assert.ok(read.includes(canary));
  assert.ok(!read.includes(receipt), 'a reader does not see the receipt');
  await keyboard.choose('Passed to children’s social care');
  await keyboard.write('What was done, and why', 'Referred today, after ringing the school.');
  await keyboard.choose(/^Thank you\. You did the right thing/);
  await keepPicture(page, '5-danger-3-reader');
  await keyboard.press('Write it down');
  assert.match(await main(page), /Said to the sender by Nadia Thorburn/);
}

async function cameOf({ page, keyboard }: Visitor, receipt: string): Promise<string> {
  await page.goto('/danger');
  await keyboard.follow('See if it was read, and what came of it');
  await keyboard.write('Your five words', receipt.toUpperCase());
  await keyboard.press('See it');
  assert.ok(!page.url().includes(receipt.split(' ')[0] ?? ' '), 'the words are in no address');
  return main(page);
}

async function nobodyElseReads({ page }: Visitor, canary: string): Promise<void> {
  await signIn(page, manager);
  for (const path of ['/work', '/concerns', '/concerns/front-door', '/post']) {
    await page.goto(path);
    assert.ok(!(await page.content()).includes(canary), path);
  }
  assert.match(await main(page), /front door/, 'a letter says that something waits, and not what');
}

type Visitor = { page: Page; keyboard: Keyboard };

async function visitor(t: TestContext, scripts: 'on' | 'off'): Promise<Visitor> {
  const context = await newContext(browser, service.address, { scripts });
  t.after(() => context.close());
  const page = await context.newPage();
  return { page, keyboard: keyboardOf(page) };
}

async function main(page: Page): Promise<string> {
  // numbers hold together by spaces that do not break
  return (await page.locator('main').innerText()).replaceAll('\u00A0', ' ');
}
