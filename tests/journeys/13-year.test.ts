// Journey 13: the year turns. Look back, new priorities, the yearly report, the new delivery plan.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { keyboardOf } from '../browser/keyboard.ts';
import { browserForThisFile, keepPicture, newContext } from '../browser/open-browser.ts';
import { manager, signIn } from '../browser/sign-in.ts';
import { serviceForThisFile } from '../browser/started-service.ts';

const service = await serviceForThisFile();
const browser = await browserForThisFile();

const today = new Date();
/** Plans begin on 1 April. */
const begins = today.getUTCMonth() >= 3 ? today.getUTCFullYear() : today.getUTCFullYear() - 1;
const keyOf = (year: number) => `${year}-${String(year + 1).slice(2)}`;
const nameOf = (year: number) => `${year}/${String(year + 1).slice(2)}`;

const promise = 'Our promise: Every child in Brackenshire is loved, heard and free to unfurl';

/** The second turns what the first left, so that the year is closed at the end. */
const turns = [
  {
    scripts: 'on',
    number: 5,
    priority: 'Somewhere to be on a Sunday',
    says: 'The bus came, and we were asked.',
  },
  { scripts: 'off', number: 6, priority: 'Nobody waits alone', says: 'Tell us why when something is late.' },
] as const;

for (const { scripts, number, priority, says } of turns) {
  test(`H05 B16: the year turns, by keyboard alone, scripts ${scripts}`, async (t) => {
    const page = await opened(t, scripts);
    const keyboard = keyboardOf(page);
    const picture = (name: string) => keepPicture(page, `13-year-scripts-${scripts}-${name}`);
    await signIn(page, manager);
    await page.goto('/years');
    await keyboard.follow(`What we do in ${nameOf(begins)}`);

    await keyboard.unfold('Say something of the year');
    await keyboard.choose('Young people');
    await keyboard.write('In their own words', says);
    await keyboard.press('Say it');
    assert.match(await page.title(), /^Error: /);
    assert.equal(await page.getByLabel('In their own words').inputValue(), says, 'what was typed is kept');
    await keyboard.write('For which organisation or group?', 'Young Brackens');
    await keyboard.choose('Went well');
    await keyboard.press('Say it');
    assert.match(await main(page), new RegExp(`Young people[^]*${says}[^]*Young Brackens, written down by`));
    await picture('1-look-back');

    await keyboard.unfold(`What becomes of A${number}?`);
    await keyboard.press(`Stop: A${number}`);
    assert.match(await main(page), /Enter why it stops/);
    await keyboard.write('A word to go with it', 'The hall is sold.');
    await keyboard.press(`Stop: A${number}`);
    assert.match(await main(page), /Stopped, said Priya Ramanathan on [^.]*\. The hall is sold\./);
    await keyboard.press('Close this year');
    assert.match(await main(page), /The year cannot close yet/);
    if (scripts === 'on') {
      await keyboard.unfold('What becomes of “Help at the first wobble”?');
      await keyboard.press('Carry over: Help at the first wobble');
      assert.match(await main(page), /Carried over into “Our plan for/);
      await keyboard.press('Turn it back: Help at the first wobble');
      assert.match(
        await main(page),
        /Carried over, said Priya Ramanathan; turned back by Priya Ramanathan on /,
        'what was pressed by mistake is taken back',
      );
    } else {
      await keyboard.press('Carry over all that are open');
      assert.match(await main(page), /Something was said of every line/);
    }
    await picture('2-turned');

    await keyboard.unfold('Add a priority');
    await keyboard.write('What matters most next year?', priority);
    await keyboard.pick('Which part of the strategy is it?', promise);
    await keyboard.write('Why now?', 'Young people said so first.');
    await keyboard.press('Add it to the next plan');
    assert.match(await main(page), new RegExp(`${priority}[^]*Young people said so first`));
    await picture('3-new-priorities');

    await keyboard.follow(/^(Begin|Work on) the report$/);
    await keyboard.press(/^Draft /);
    await keyboard.follow('Put it in your own words: The year in short');
    await keyboard.write('What should stand', `In short: ${says}`);
    await keyboard.press('Keep these words');
    await picture('4-report-written');
    if (scripts === 'off') await keyboard.write('Why is a new edition needed?', 'Young people said more.');
    await keyboard.press(/^Publish /);
    assert.match(await main(page), new RegExp(`How ${nameOf(begins)} went[^]*In short: ${says}`));
    await picture('5-report');

    await readByAnybody(t, scripts, says);
    await page.goto(`/plans/${keyOf(begins + 1)}`);
    assert.match(await main(page), new RegExp(priority), 'the new delivery plan holds it');
    await picture('6-new-plan');
  });
}

test('H05: a board agrees the new plan; when every line is turned the year closes, and stays to be read', async (t) => {
  const page = await opened(t, 'off');
  await signIn(page, manager);
  const keyboard = keyboardOf(page);
  await page.goto(`/years/${keyOf(begins)}`);
  await keyboard.unfold('A board has agreed it');
  const decision = page.getByLabel('By which decision?').locator('option').nth(1);
  await keyboard.pick('By which decision?', (await decision.textContent()) ?? '');
  await keyboard.press('It is agreed');
  const stranger = await opened(t, 'off');
  const plan = await stranger.goto(`/plans/${keyOf(begins + 1)}`);
  assert.equal(plan?.status(), 200, 'the new delivery plan is for everybody once it is agreed');
  for (const { priority } of turns) assert.match(await main(stranger), new RegExp(priority));
  await keyboard.press('Close this year');
  assert.match(await main(page), /This year is closed/);
  assert.equal(await page.getByRole('button', { name: 'Say it' }).count(), 0);
});

async function readByAnybody(t: TestContext, scripts: 'on' | 'off', says: string): Promise<void> {
  const page = await opened(t, scripts);
  await page.goto(`/years/${keyOf(begins)}/report`);
  const read = await main(page);
  assert.match(read, /minutes? to read aloud/);
  assert.ok(read.includes(`In short: ${says}`));
  assert.match(read, /Young people said that this went well/);
  assert.doesNotMatch(read, /Priya Ramanathan/, 'no name of a person is for everybody');
}

async function opened(t: TestContext, scripts: 'on' | 'off'): Promise<Page> {
  const context = await newContext(browser, service.address, { scripts });
  t.after(() => context.close());
  return context.newPage();
}

function main(page: Page): Promise<string> {
  return page.locator('main').innerText();
}
