// Journey 2: an analyst brings a published file in, sees one area beside England and the areas most like it, with
// intervals, trend and reasons; opens the card of a gap; overrules a verdict with a reason; takes it all away as CSV.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { everyWay } from '../browser/every-way.ts';
import { keyboardOf, type Keyboard } from '../browser/keyboard.ts';
import { browserForThisFile, keepPicture, newContext } from '../browser/open-browser.ts';
import { analyst, signIn } from '../browser/sign-in.ts';
import { serviceForThisFile } from '../browser/started-service.ts';

const service = await serviceForThisFile();
const browser = await browserForThisFile();

/** A new year in the bulk file of the Local Authority Interactive Tool, with three rows that cannot be read. */
const nextYear = fileURLToPath(new URL('files/bds_long_2026.csv', import.meta.url));

for (const scripts of everyWay ? (['on', 'off'] as const) : (['off'] as const)) {
  test(`B04 B05: a published file becomes a scorecard with reasons, by keyboard alone, scripts ${scripts}`, async (t) => {
    const context = await newContext(browser, service.address, { scripts });
    t.after(() => context.close());
    const page = await context.newPage();
    const keyboard = keyboardOf(page);
    const picture = (name: string) => keepPicture(page, `2-figures-scripts-${scripts}-${name}`);
    await signIn(page, analyst);
    await page.goto('/imports');
    await keyboard.follow('Bring figures in');
    await keyboard.give('Files from a publisher', nextYear);
    await keyboard.press('Read them');

    assert.match(await main(page), /nothing is changed yet/);
    assert.match(await main(page), /5 rows: 3 of them refused/);
    assert.match(await main(page), /“lots” is neither a number nor a symbol/);
    assert.match(await main(page), /“soon” is not a period of time/);
    await picture('1-preview');
    await keyboard.press('Bring it in');
    await untilBroughtIn(page);
    await picture('2-brought-in');

    await scorecardOf(page, keyboard, 'Brackenshire');
    const ready = page.getByRole('row', { name: /Ready for school at 5/ }).first();
    assert.match(await ready.innerText(), /72\.4%\s*2025\/26\s+70\.0%/);
    assert.match(await ready.innerText(), /Not compared: no interval or counts/);
    const repeat = page.getByRole('row', { name: /Repeat child protection plans/ });
    assert.match(await repeat.innerText(), /Similar[\s\S]*of 10/);
    await picture('3-scorecard');

    await readTheDownload(page, keyboard);
    await keyboard.follow('Repeat child protection plans');
    assert.match(await main(page), /Similar\s+22\.0% to 31\.6%: Wilson 95%, from counts/);
    assert.match(await main(page), /Average of 9 of 10 statistical neighbours of 2025/);
    await picture('4-measure');
    await overruleAndTakeBack(page, keyboard, picture);
    await openTheGap(page, keyboard, picture);

    await page.goto('/imports');
    await keyboard.follow('bds_long_2026.csv');
    await keyboard.press('Withdraw its figures');
    await scorecardOf(page, keyboard, 'Brackenshire');
    assert.match(
      await page
        .getByRole('row', { name: /Ready for school at 5/ })
        .first()
        .innerText(),
      /69\.7%\s*2024\/25/,
    );
  });
}

const published = resolve(
  fileURLToPath(new URL('../../', import.meta.url)),
  process.env['GOLDENTHREAD_DATA'] ?? '../shared/data',
  'published',
);

test('B04: the published files themselves become the scorecard of a real area', async (t) => {
  const files = [
    'lait/bds_long_0.parquet',
    'lait/lait_data_dictionary.csv',
    'fingertips/fingertips_90284_injury_admissions_la.csv',
    'dfe-ees/d3_cpps_subsequent_plan_2013_to_2025.csv',
  ];
  const paths = files.map((file) => join(published, file));
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length > 0)
    return t.skip(`not here: ${missing.join(', ')}. Name their folder in GOLDENTHREAD_DATA.`);
  const context = await newContext(browser, service.address);
  t.after(() => context.close());
  const page = await context.newPage();
  const keyboard = keyboardOf(page);

  await signIn(page, analyst);
  await page.goto('/imports/new');
  await keyboard.give('Files from a publisher', paths);
  await keyboard.press('Read them');
  await untilRead(page);
  await keepPicture(page, '2-figures-published-1-read');
  await keyboard.press(/^Bring in all/);
  await untilBroughtIn(page);

  await scorecardOf(page, keyboard, 'Gloucestershire');
  const rows = page.locator('main table tbody tr').filter({ has: page.locator('a') });
  const withNumbers = (await rows.allInnerTexts()).filter((row) => !row.includes('Nothing yet'));
  assert.ok(withNumbers.length >= 40, `${withNumbers.length} of the standard measures have a figure`);
  assert.match(await main(page), /statistical neighbours, May 2025: Warwickshire/);
  const rowOf = (words: RegExp) => page.getByRole('row', { name: words }).first().innerText();
  assert.match(await rowOf(/justice for the first time/), /cannot be right/);
  assert.match(await rowOf(/Repeat child protection plans/), /Better|Worse|Similar/);
  await keepPicture(page, '2-figures-published-2-scorecard');
  await readTheDownload(page, keyboard);
});

async function scorecardOf(page: Page, keyboard: Keyboard, area: string): Promise<void> {
  await page.goto('/scorecards');
  await keyboard.follow(area);
  assert.equal(await page.locator('h1').innerText(), area);
  await keyboard.follow(/^open all \d+$/);
}

type KeepPicture = (name: string) => Promise<unknown>;

/** The analyst's word stands beside what was worked out, with its reason, here and in the file; then it is taken back. */
async function overruleAndTakeBack(page: Page, keyboard: Keyboard, picture: KeepPicture): Promise<void> {
  const reason = 'Two plans were counted twice when the case system changed.';
  assert.match(await main(page), /Recent trend\s+→ No significant change/);
  await keyboard.follow(/^Overrule this verdict: compared with England/);
  await keyboard.press('Overrule this verdict');
  assert.match(await page.title(), /^Error: /);
  await keyboard.choose(/Better/);
  await keyboard.write('Why?', reason);
  await picture('5-overrule');
  await keyboard.press('Overrule this verdict');
  assert.match(await main(page), /Better[\s\S]*Owen Tregarth[\s\S]*Two plans were counted twice/);
  await picture('6-overruled');

  await scorecardOf(page, keyboard, 'Brackenshire');
  const asked = page.waitForEvent('download');
  await keyboard.reach('Download this table (CSV)', 'link');
  await page.keyboard.press('Enter');
  const text = readFileSync(await (await asked).path(), 'utf8');
  assert.ok(text.includes(reason), 'the file gives the reason too');
  await keyboard.follow('Repeat child protection plans');
  await keyboard.press(/^Take it back/);
  assert.doesNotMatch(await main(page), /Two plans were counted twice/);
}

/** From a number to the children behind it: both levels, how sure, whether it is closing and because of whom. */
async function openTheGap(page: Page, keyboard: Keyboard, picture: KeepPicture): Promise<void> {
  await scorecardOf(page, keyboard, 'Brackenshire');
  await keyboard.follow('Gaps');
  assert.match(await main(page), /Surely large/);
  await picture('7-gaps');
  await keyboard.follow(/^Free school meals: Ready for school at 5/);
  const card = await main(page);
  assert.match(card, /Children without free school meals in England/);
  assert.match(card, /Newcombe 95%, from counts/);
  assert.match(card, /The gap (widened|narrowed|stayed)/);
  assert.match(card, /Not known, and why/);
  await picture('8-gap-card');
  const asked = page.waitForEvent('download');
  await keyboard.reach(/^All numbers of this card/, 'link');
  await page.keyboard.press('Enter');
  const rows: string[][] = parse(readFileSync(await (await asked).path()), { relax_column_count: true });
  assert.ok(rows.length > 3, 'the card leaves as a file');
}

const patienceMs = 120_000;

/** Big files are read behind the page, which says so; a person opens it again. */
async function untilRead(page: Page): Promise<void> {
  await until(page, async () => (await main(page)).match(/Waits for your yes/g)?.length === 4);
}

async function untilBroughtIn(page: Page): Promise<void> {
  await until(page, async () => {
    const words = await main(page);
    return !/on the way in|is being brought in|waits? for your yes/i.test(words) && /brought in/i.test(words);
  });
}

async function until(page: Page, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await holds())) {
    assert.ok(Date.now() < end, `${page.url()} still says: ${(await main(page)).slice(0, 600)}`);
    await page.waitForTimeout(500);
    await page.reload();
  }
}

/** The CSV holds the figures of the page: one row a measure, with its limits, England, neighbours, reasons and source. */
async function readTheDownload(page: Page, keyboard: Keyboard): Promise<void> {
  const shown = await page.getByRole('row', { name: /Repeat child protection plans/ }).innerText();
  const asked = page.waitForEvent('download');
  await keyboard.reach('Download this table (CSV)', 'link');
  await page.keyboard.press('Enter');
  const path = await (await asked).path();
  const rows: Record<string, string>[] = parse(readFileSync(path), { bom: true, columns: true });
  const links = page.locator('.scorecard th[scope=row] a');
  assert.equal(rows.length, await links.count(), 'the file holds what the page shows');
  const repeat = rows.find(({ Measure }) => Measure === 'Repeat child protection plans');
  assert.ok(repeat);
  assert.ok(shown.includes(`${repeat['Value']}%`), `the page shows ${repeat['Value']}: ${shown}`);
  assert.ok(shown.includes(`${repeat['England']}%`));
  assert.match(repeat['What the neighbours are'] ?? '', /statistical neighbours of 2025/);
  assert.match(repeat['Publisher'] ?? '', /Department for Education/);
  const silent = rows.filter((row) => row['Value'] === '' || row['Compared with England'] === '');
  assert.deepEqual(silent, [], 'every row has a figure or says why it has none');
}

function main(page: Page): Promise<string> {
  return page.locator('main').innerText();
}
