// The checks themselves: each finds the fault that it is there to find.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { focusedStop } from '../browser/focused-stop.ts';
import { browserForThisFile } from '../browser/open-browser.ts';
import { lookOf, setTextWide } from './asked/look-of-a-page.ts';
import { marksOf } from './asked/marks-of-a-page.ts';

const browser = await browserForThisFile();

async function pageOf(body: string, width = 320): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 400 } });
  await page.setContent(
    `<!doctype html><html lang="en-GB"><title>Trial</title><body style="margin:8px">${body}`,
  );
  return page;
}

test('a plain page loses nothing', async () => {
  const page = await pageOf(
    '<h1>Words</h1><p>More of them, over several lines because the window is narrow.</p>',
  );
  assert.deepEqual(await lookOf(page), { sideways: 0, cut: [], overlapping: [] });
  await page.close();
});

test('a page that is pushed sideways is found, a table that scrolls in its own box is not', async () => {
  const wide = await pageOf('<p style="width:500px">Too wide</p>');
  assert.equal((await lookOf(wide)).sideways, 188);
  await wide.close();
  const scrolls = await pageOf(
    '<div style="overflow-x:auto"><p style="width:500px;text-align:right">At the far end</p></div>',
  );
  assert.deepEqual(await lookOf(scrolls), { sideways: 0, cut: [], overlapping: [] });
  await scrolls.close();
});

test('words that a box cuts off are found', async () => {
  const page = await pageOf(
    '<p style="overflow:hidden;white-space:nowrap;width:60px">Words that do not fit</p>',
  );
  assert.deepEqual((await lookOf(page)).cut, ['Words that do not fit']);
  await page.close();
});

test('words that are cut only when a reader spaces them out are found', async () => {
  const page = await pageOf(
    '<p style="overflow:hidden;white-space:nowrap;width:14ch;font:16px monospace">Fourteen chars</p>',
  );
  assert.deepEqual((await lookOf(page)).cut, []);
  await setTextWide(page);
  assert.deepEqual((await lookOf(page)).cut, ['Fourteen chars']);
  await page.close();
});

test('words on words are found', async () => {
  const page = await pageOf('<p>Below</p><p style="margin-top:-34px">Above</p>');
  assert.deepEqual((await lookOf(page)).overlapping, ['“Below” and “Above”']);
  await page.close();
});

test('a stop of the keyboard without a sign, or under something, is found', async () => {
  const page = await pageOf(
    '<a href="#" style="outline:none">No sign</a> <a href="#" style="outline:3px solid">Under</a>' +
      '<div style="position:fixed;inset:0;background:white"></div>',
  );
  await page.keyboard.press('Tab');
  const plain = await focusedStop(page);
  assert.deepEqual([plain?.label, plain?.outlined, plain?.uncovered], ['No sign', false, false]);
  await page.keyboard.press('Tab');
  const under = await focusedStop(page);
  assert.deepEqual([under?.label, under?.outlined, under?.uncovered], ['Under', true, false]);
  await page.close();
});

test('two fields of one form with one name are found, boxes of one question and hidden lists are not', async () => {
  const twice = (field: string): string => `<form>${field}${field}</form>`;
  const page = await pageOf(
    twice('<input name="words">') +
      twice('<input type="checkbox" name="box">') +
      twice('<input type="hidden" name="part">'),
  );
  assert.deepEqual((await marksOf(page)).sameNames, ['words']);
  await page.close();
});

test('inline styles, handlers and links to nowhere are found', async () => {
  const page = await pageOf(
    '<h1 onclick="void 0">One</h1><h3>Three</h3><a href="#gone">Gone</a><a href="#">Top</a>',
  );
  const marks = await marksOf(page);
  assert.deepEqual(marks.inline, ['BODY style', 'H1 onclick']);
  assert.deepEqual(marks.deadEnds, ['#gone']);
  assert.deepEqual(
    marks.headings.map(({ level }) => level),
    [1, 3],
  );
  await page.close();
});
