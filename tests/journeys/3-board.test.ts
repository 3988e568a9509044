// A partner without an account gives the figure of a quarter. A board meets: its pack is made from live data, what it decides is an action with an owner, who says "done" from a link
// in a letter without an account; the next pack opens with what came of it.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { dayInEngland } from '#platform/kernel/day.ts';
import { keyboardOf, type Keyboard } from '../browser/keyboard.ts';
import { browserForThisFile, keepPicture, newContext } from '../browser/open-browser.ts';
import { codeIn, linkIn } from '../browser/letters.ts';
import { analyst, secretary, signIn } from '../browser/sign-in.ts';
import { serviceForThisFile } from '../browser/started-service.ts';

const service = await serviceForThisFile();
const browser = await browserForThisFile();

for (const scripts of ['off', 'on'] as const)
  test(`H02 H03 B03: a partner gives a figure and a board writes back, by keyboard alone, scripts ${scripts}`, async (t) => {
    const office = await visitor(t, scripts);
    const owner = await visitor(t, scripts);
    await figureOfQuarter({ figures: await visitor(t, scripts), partner: owner }, scripts);
    const decision = `Open the barn on Sundays, scripts ${scripts}`;
    await signIn(office.page, secretary);
    const meeting = await callMeeting(office, scripts);
    await makePack(office, meeting);
    await decide(office, { meeting, decision });
    await sendLetter(office, decision);
    await answerLetter({ office, owner, decision });
    await office.page.goto(`${meeting}/minutes`);
    await office.keyboard.press('The meeting is over');
    await nextPackOpensWith(office, decision);
  });

/** Letters leave a moment after they were asked for, and that of the journey before may still be the newest. */
const last = { link: '', code: '' };

/** The letter of the quarter went out as the demonstration began; the second time somebody asks for the same anew. */
async function figureOfQuarter(
  { figures, partner }: { figures: Visitor; partner: Visitor },
  scripts: 'on' | 'off',
): Promise<void> {
  const count = scripts === 'off' ? '17' : '18';
  await signIn(figures.page, analyst);
  if (scripts === 'on') {
    await figures.page.goto('/work');
    await figures.keyboard.follow('Lantern Families gave figures');
    await figures.keyboard.write('What should Lantern Families look at?', 'Is Alderwick all there?');
    await figures.keyboard.press('Send the letter');
  }
  last.link = await linkIn(figures.page, /Families still walked beside/, last.link);
  await partner.page.goto(last.link);
  await throughTheDoor(partner, figures.page);
  await partner.keyboard.write('How many: Alderwick', count);
  await partner.keyboard.write('Of how many: Alderwick', '21');
  await partner.keyboard.press('Send these figures');
  assert.match(await main(partner.page), new RegExp(`Thank you[^]*${count} of 21`));
  await keepPicture(partner.page, `3-board-${scripts}-0-figure-by-link`);
  await figures.page.goto('/work');
  await figures.keyboard.follow('Lantern Families gave figures');
  assert.match(
    await main(figures.page),
    new RegExp(`Given by link by Lantern Families on[^]*${count} of 21`),
  );
  if (scripts === 'off') return;
  await figures.keyboard.press('Take them in');
  assert.match(await main(figures.page), /18 of 21/);
}

/** Whoever opens a link shows with a code that the letter was theirs. */
async function throughTheDoor({ page, keyboard }: Visitor, post: Page): Promise<void> {
  await keyboard.press('Send me the code');
  last.code = await codeIn(post, last.code);
  await keyboard.write('The six digits in the letter', last.code);
  await keyboard.press('Go on');
  assert.doesNotMatch(await page.title(), /^Error: /);
}

/** A meeting of today, so that it can be held; its agenda comes from what is late and due. */
async function callMeeting({ page, keyboard }: Visitor, scripts: string): Promise<string> {
  const [year = '', month = '', day = ''] = dayInEngland(new Date()).split('-');
  await page.goto('/boards/partnership-board/meetings/new');
  await keyboard.write('What it is called', `Extraordinary, scripts ${scripts}`);
  await keyboard.write('Day', String(Number(day)));
  await keyboard.write('Month', String(Number(month)));
  await keyboard.write('Year', year);
  await keyboard.write('Begins at', '25:00');
  await keyboard.write('Where', 'The Corn Hall');
  await keyboard.press('Add it');
  assert.match(await page.title(), /^Error: /, 'an hour that is none is said, and nothing is lost');
  assert.equal(await page.getByLabel('Where').inputValue(), 'The Corn Hall');
  await keyboard.write('Begins at', scripts === 'off' ? '00:10' : '00:20');
  await keyboard.press('Add it');
  const meeting = new URL(page.url()).pathname;
  assert.match(meeting, /^\/meetings\/[^/]+$/);
  await page.goto(`${meeting}/agenda`);
  await keyboard.press('Put all of these on the agenda');
  assert.match(await main(page), /Late: |What came of/);
  await keepPicture(page, `3-board-${scripts}-1-agenda`);
  return meeting;
}

async function makePack({ page, keyboard }: Visitor, meeting: string): Promise<void> {
  await page.goto(`${meeting}/pack`);
  await keyboard.press('Make the pack');
  assert.match(await page.locator('body').innerText(), /Since last time/);
  await keepPicture(page, '3-board-2-pack');
}

async function decide(
  { page, keyboard }: Visitor,
  told: { meeting: string; decision: string },
): Promise<void> {
  await page.goto(`${told.meeting}/minutes`);
  await keyboard.press('Save and write a decision');
  await keyboard.press('Write it down');
  assert.match(await page.title(), /^Error: /, 'a decision without words is none');
  await keyboard.write('The decision in one line', told.decision);
  await keyboard.write('What was decided?', 'The Saturday Barn opens on Sundays as well, from spring.');
  await keyboard.write('Why?', 'Young people asked for it twice.');
  await keyboard.write('Who answers for it?', 'The barn keeper');
  await keyboard.unfold('If it becomes an action');
  await keyboard.write('To which address do we write?', 'keeper@saturday-barn.example');
  await keyboard.press('Write it down');
}

async function sendLetter({ page, keyboard }: Visitor, decision: string): Promise<void> {
  await page.goto('/decisions');
  await keyboard.follow(decision);
  assert.match(await main(page), /Young people asked for it twice/);
  await keyboard.follow(decision);
  assert.match(page.url(), /\/actions\/\d+$/);
  assert.match(await main(page), new RegExp(decision), 'the action names the decision behind it');
  await keyboard.press('Send a letter');
  await keepPicture(page, '3-board-3-action');
}

async function answerLetter(told: { office: Visitor; owner: Visitor; decision: string }): Promise<void> {
  const { office, owner, decision } = told;
  await owner.page.goto(await linkIn(office.page, new RegExp(decision)));
  await throughTheDoor(owner, office.page);
  await owner.keyboard.choose(/^Done/);
  await owner.keyboard.press('Send');
  assert.match(await main(owner.page), /Thank you/);
  await keepPicture(owner.page, '3-board-4-done-by-link');
}

async function nextPackOpensWith({ page, keyboard }: Visitor, decision: string): Promise<void> {
  await page.goto('/meetings/board-2027-01/pack');
  await keyboard.write('Why is it needed?', 'The board has met since.');
  await keyboard.press(/^Make edition/);
  const told = await page.locator('body').innerText();
  const [, since = ''] = told.split('Since last time');
  assert.match(since, new RegExp(`${decision}[\\s\\S]*done`, 'i'));
  await keepPicture(page, '3-board-5-next-pack');
}

type Visitor = { page: Page; keyboard: Keyboard };

async function visitor(t: TestContext, scripts: 'on' | 'off'): Promise<Visitor> {
  const context = await newContext(browser, service.address, { scripts });
  t.after(() => context.close());
  const page = await context.newPage();
  return { page, keyboard: keyboardOf(page) };
}

function main(page: Page): Promise<string> {
  return page.locator('main').innerText();
}
