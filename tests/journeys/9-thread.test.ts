// Journey 9: anyone clicks an element of the strategy and walks the thread, down to a number and back up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { keyboardOf } from '../browser/keyboard.ts';
import { browserForThisFile, keepPicture, newContext } from '../browser/open-browser.ts';
import { serviceForThisFile } from '../browser/started-service.ts';

const service = await serviceForThisFile();
const browser = await browserForThisFile();

for (const scripts of ['on', 'off'] as const) {
  test(`A10: a visitor walks from a promise down to a measure and back up, by keyboard alone, scripts ${scripts}`, async (t) => {
    const context = await newContext(browser, service.address, { scripts });
    t.after(() => context.close());
    const page = await context.newPage();
    const keyboard = keyboardOf(page);
    const picture = (name: string) => keepPicture(page, `9-thread-scripts-${scripts}-${name}`);

    await page.goto('/');
    await picture('1-front-page');
    await keyboard.follow('A gentle start');
    const outcome = await heading(page);
    assert.equal(outcome, 'A gentle start');

    await keyboard.follow('Talk, sing and play before school');
    assert.equal(await heading(page), 'Talk, sing and play before school');
    assert.deepEqual((await above(page)).slice(-1), [outcome]);
    await picture('2-priority');

    const [measure] = await page.locator('main a[href^="/measures/"]').allInnerTexts();
    assert.ok(measure, 'a measure is tied to the priority');
    await keyboard.follow(measure);
    assert.match(await page.locator('main').innerText(), /The promises this measure answers/);
    await picture('3-measure');

    await keyboard.follow('Talk, sing and play before school');
    await keyboard.follow(outcome);
    assert.equal(await heading(page), outcome);
    const [vision] = await above(page);
    assert.ok(vision, 'the outcome says what it serves');
    await keyboard.follow(vision);
    assert.equal(await heading(page), vision);
    assert.deepEqual(await above(page), []);
    assert.ok((await page.locator('main').innerText()).includes(outcome), 'and the way down begins again');
    await picture('4-vision');
  });
}

test('A10: a thread that leads nowhere says so, and says what would mend it', async (t) => {
  const context = await newContext(browser, service.address);
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto('/frameworks/brackenshire/loose-ends');
  await keyboardOf(page).follow(/^See it on the thread: /);
  assert.equal(await page.locator('h1').count(), 1);
  assert.match(page.url(), /\/frameworks\/brackenshire\/elements\//);
});

function heading(page: Page): Promise<string> {
  return page.locator('h1').innerText();
}

/** What stands on the thread above this place, from the vision downwards. */
async function above(page: Page): Promise<string[]> {
  const before = page.locator('main ol.thread > li:not(.thread-here):has(~ li.thread-here) > a');
  return before.allInnerTexts();
}
