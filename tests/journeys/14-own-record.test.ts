// Somebody of 14 sees what is held about them and who looked, says beside it what is not right, asks for all of it, asks
// for something to be put right, complains, and reads our answers: by keyboard alone, without scripts.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { keyboardOf, type Keyboard } from '../browser/keyboard.ts';
import { browserForThisFile, keepPicture, newContext } from '../browser/open-browser.ts';
import { governanceLead, leadWorker, signIn, supervisor, youngPerson } from '../browser/sign-in.ts';
import { serviceForThisFile } from '../browser/started-service.ts';

const service = await serviceForThisFile();
const browser = await browserForThisFile();

const coach = 'Coach Bryn';
const account = 'I did miss one Thursday. Nan was ill and I went to her.';
const letter = 'Dear Izzy, this is all of it. Rosie can sit with you when you read it.';
const putRight = 'We wrote the Thursday in. Thank you for telling us.';
const sorry = 'You are right. You were not asked first. We are sorry, and we ask you from now on.';

test('R19 R21 R22 R23 R24 R25: a 14-year-old sees what is held, says what is not right, asks, complains, and is answered', async (t) => {
  const izzy = await visitor(t, youngPerson);
  await seesAndContests(izzy);
  const toSee = await asksForAll(izzy, await birthday(await visitor(t, leadWorker)));
  const complaint = await complains(izzy);

  const desk = await visitor(t, governanceLead);
  await answersComplaint(desk, complaint);
  await answersCorrection(desk, izzy);
  await gathers(desk, toSee);
  await decidesAll(desk);
  await signsFirst(desk, toSee);
  const second = await visitor(t, supervisor);
  await signsSecond(second, toSee);
  await desk.page.goto('/work');
  await desk.keyboard.follow(new RegExp(toSee));
  await desk.keyboard.write('A few words of yours to them', letter);
  await desk.keyboard.press('Let it go to them');
  assert.match(await main(desk.page), /They open it in their own account/);

  await readsTheAnswers(izzy);
});

async function seesAndContests({ page, keyboard }: Visitor): Promise<void> {
  await keyboard.follow('What is held about you');
  const seen = await main(page);
  assert.match(seen, /This is yours[^]*Rosie Mbeki-Lane[^]*Ask them first[^]*has not missed a Thursday/);
  await keepPicture(page, '14-own-record-1-held');
  await keyboard.follow('See who looked at this, and why');
  assert.match(await main(page), /Rosie Mbeki-Lane/);
  await page.goBack();
  // asking for something to be put right leads to saying it beside the words at once
  await keyboard.follow('ask for it');
  await keyboard.follow('Ask, as a young person');
  await keyboard.choose('Something is wrong. Please change it');
  await keyboard.write('What is your name?', youngPerson);
  await keyboard.tick('Yes. Show me the answer in my own account');
  await keyboard.write('What do you want us to know?', 'It says I never missed netball.');
  await keyboard.press('Send it');
  await keyboard.follow('open what is held about you');
  await keyboard.follow(/^Say what is not right Plays goal defence/);
  await keyboard.press('Put it beside');
  assert.match(await page.title(), /^Error: /);
  await keyboard.write('How do you see it?', account);
  await keyboard.press('Put it beside');
  const beside = await main(page);
  assert.ok(beside.includes(account), 'it stands beside the words from that moment');
  await keepPicture(page, '14-own-record-2-contested');
}

/** Sends a request to see everything, and answers with its reference. */
async function asksForAll({ page, keyboard }: Visitor, born: readonly string[]): Promise<string> {
  await page.goto('/rights');
  await keyboard.follow('Ask, as a young person');
  await keyboard.press('Send it');
  assert.match(await page.title(), /^Error: /);
  await keyboard.choose('To see what you wrote about me');
  await keyboard.write('What is your name?', youngPerson);
  for (const [at, part] of ['Day', 'Month', 'Year'].entries()) await keyboard.write(part, born[at] ?? '');
  await keyboard.press('Send it');
  assert.match(await main(page), /Tell us one way to reach you/, 'nobody is tied to an account unasked');
  assert.equal(await page.getByLabel('What is your name?').inputValue(), youngPerson);
  await keyboard.tick('Yes. Show me the answer in my own account');
  await keyboard.write('What would help you?', 'Somebody with me when I read it.');
  await keyboard.press('Send it');
  const asked = await main(page);
  assert.match(asked, /A person is working on your answer/);
  await keepPicture(page, '14-own-record-3-asked');
  return referenceIn(asked, 'RR');
}

async function complains({ page, keyboard }: Visitor): Promise<string> {
  await keyboard.follow('Tell us what you are unhappy with');
  await keyboard.follow('Tell us, as a young person');
  await keyboard.press('Send it');
  assert.match(await page.title(), /^Error: /, 'only what happened must be told, and that it must');
  await keyboard.write('What happened?', 'Somebody told my form teacher about Nan. Nobody asked me first.');
  await keyboard.write('What should happen now?', 'Ask me first.');
  await keyboard.tick('Yes. Show me the answer in my own account');
  await keyboard.press('Send it');
  return referenceIn(await main(page), 'CO');
}

async function answersComplaint({ page, keyboard }: Visitor, reference: string): Promise<void> {
  await page.goto('/work');
  await keyboard.follow(new RegExp(reference));
  assert.match(await main(page), /They read the answer in their own account/);
  await keyboard.write('How did they hear that it came?', 'Rosie told her on Thursday.');
  await keyboard.press('They know that it came');
  await keyboard.choose('They are right, and it is put right');
  await keyboard.press('Answer');
  assert.match(await page.title(), /^Error: /);
  await keyboard.write('What do you tell them?', sorry);
  await keyboard.press('Answer');
  assert.match(await main(page), /Our answer/);
}

/** What was asked to be put right: the first card of hers on the desk that asks it. */
async function answersCorrection({ page, keyboard }: Visitor, izzy: Visitor): Promise<void> {
  await izzy.page.goto('/rights/mine');
  const card = izzy.page.getByRole('listitem').filter({ hasText: 'You asked for something to be put right' });
  await page.goto('/work');
  await keyboard.follow(new RegExp(referenceIn(await card.innerText(), 'RR')));
  await keyboard.press('It is them');
  await keyboard.choose('Put right');
  await keyboard.write('What do you tell them?', putRight);
  await keyboard.press('Answer');
}

async function gathers({ page, keyboard }: Visitor, reference: string): Promise<void> {
  await page.goto('/work');
  await keyboard.follow(new RegExp(reference));
  await keyboard.press('It is them');
  for (const record of ['It is about this child’s record', 'It is about this account']) {
    await keyboard.press('Look');
    await keyboard.press(record);
  }
  await keyboard.press('Gather everything');
  assert.match(await main(page), /Gathered: \d+ things/);
  await keepPicture(page, '14-own-record-4-gathered');
}

/** Takes out what is about others, leaves in who acted in their work, each wherever it stands. */
async function decidesAll({ page, keyboard }: Visitor): Promise<void> {
  await keyboard.press('Leave in all who acted in their work');
  for (let decided = 0; decided < 60; decided += 1) {
    if (/Everything is decided/.test(await main(page))) return;
    await keyboard.follow('Go to what is still to be decided');
    const undecided = page.locator('.rights-spans > li').filter({ hasText: 'Wherever' });
    const open = undecided.filter({ has: page.locator('option[value=""]:checked') }).first();
    const words = await open.locator('strong').innerText();
    const who = await open.locator('.quiet').first().innerText();
    const becomes = becomesOf(words, who);
    if (decided === 0) await keepPicture(page, '14-own-record-5-decide');
    await keyboard.pick(`What becomes of “${words}”`, becomes);
    await keyboard.press(`Wherever these words stand: ${words}`);
  }
  assert.fail('it is never all decided');
}

function becomesOf(words: string, who: string): string {
  if (words === coach) return 'Take out: about somebody else, who has not agreed';
  return /at work/.test(who) ? 'Leave in: acted in their work' : 'Leave in: the reader said it or knows it';
}

async function signsFirst({ page, keyboard }: Visitor, reference: string): Promise<void> {
  await page.goto('/work');
  await keyboard.follow(new RegExp(reference));
  await keyboard.choose('No');
  await keyboard.write('Why do you think so?', 'She said most of it herself. Rosie thinks so too.');
  await keyboard.press('Save');
  await keyboard.press('I decided, and sign');
  assert.match(await main(page), /You signed\. It waits for somebody else/);
}

async function signsSecond({ page, keyboard }: Visitor, reference: string): Promise<void> {
  await page.goto('/work');
  await keyboard.follow(`Answer ${reference} waits for a second person`);
  await keyboard.follow('Read it as it would leave');
  const leaving = await main(page);
  assert.ok(leaving.includes(account));
  assert.ok(!leaving.includes(coach), 'who did not agree is not in it');
  await page.goBack();
  await keyboard.press('I looked, and sign');
}

async function readsTheAnswers({ page, keyboard }: Visitor): Promise<void> {
  await page.goto('/my-record');
  await keyboard.follow('our answers to you');
  const answers = await main(page);
  for (const words of ['We have answered all of it', putRight, sorry])
    assert.ok(answers.includes(words), words);
  await keepPicture(page, '14-own-record-6-answers');
  await keyboard.follow('Open your answer');
  assert.match(
    await main(page),
    /It is still you|Show that it is you/,
    'once more it is asked that it is her',
  );
  await keyboard.press('It is still me');
  assert.match(await main(page), /You need not read it now/);
  await keepPicture(page, '14-own-record-7-before');
  await keyboard.press('Read it here');
  const held = await main(page);
  for (const words of [letter, account, 'has not missed a Thursday', 'Somebody with me when I read it'])
    assert.ok(held.includes(words), words);
  assert.match(held, /taken out: this is about somebody else/);
  assert.ok(!(await page.content()).includes(coach), 'what was taken out is nowhere in it');
  await keepPicture(page, '14-own-record-8-read');
}

/** "8", "9", "2012": as the lead worker sees it. */
async function birthday({ page }: Visitor): Promise<readonly string[]> {
  await page.goto('/children');
  const born = /Izzy[^]*?born on (\d+) (\w+) (\d{4})/.exec(await main(page));
  assert.ok(born, 'the lead worker knows the day');
  const [, day = '', month = '', year = ''] = born;
  return [day, String(new Date(`${month} 1, 2000`).getMonth() + 1), year];
}

function referenceIn(words: string, prefix: 'RR' | 'CO'): string {
  const found = new RegExp(`${prefix}-\\w{6}`).exec(words)?.[0];
  assert.ok(found, `a reference stands in: ${words.slice(0, 300)}`);
  return found;
}

type Visitor = { page: Page; keyboard: Keyboard };

async function visitor(t: TestContext, person: string): Promise<Visitor> {
  const context = await newContext(browser, service.address, { scripts: 'off' });
  t.after(() => context.close());
  const page = await context.newPage();
  await signIn(page, person);
  return { page, keyboard: keyboardOf(page) };
}

function main(page: Page): Promise<string> {
  return page.locator('main').innerText();
}
