// A1, A2, A3, A5, A7: how each page is built, how it looks and is used, what it weighs and what a printer makes of it.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { focusedStop } from '../browser/focused-stop.ts';
import { faultsIn, faultsOn, views } from './asked/axe.ts';
import { lookOf, mirror, setTextWide } from './asked/look-of-a-page.ts';
import { everyState, openAllPages } from './open-all-pages.ts';
import { marksOf, type Marks } from './asked/marks-of-a-page.ts';
import type { OpenedPage } from './opened-page.ts';
import type { PageState } from './page-state.ts';
import { pageStates } from './pages.ts';
import { sheetsIn, weigh } from './asked/weight-and-sheets.ts';

const { states, opener, made, address } = await openAllPages();

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // how a page is written, not what it means
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'no-raw-characters': 'off',
    'long-title': 'off',
    // asked of the marks below, where what a page carries along hidden may be a list
    'form-dup-name': 'off',
    'no-redundant-role': 'off',
    // a table that scrolls stands in a region; <section> would be one only by accident of its name
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
});

for (const [at, state] of states.entries()) {
  test(`A1, A2, A3, A5: ${state.name}`, async (t) => {
    const opened = await opener.open(state);
    try {
      await build(t, state, opened);
      // in a daily run each page is seen in one of the views, in turn
      const turn = at % views.length;
      await t.test('axe finds nothing', async () => {
        assert.deepEqual(await faultsIn(opened.page, everyState ? views : views.slice(turn, turn + 1)), []);
      });
      await sight(t, opened.page);
      await keys(t, state, opened.page);
    } finally {
      await opened.close();
    }
  });
}

test('A1: a planted fault is found, so silence means something', async () => {
  const [state] = states;
  assert.ok(state);
  const { page, close } = await opener.open(state);
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('input')));
  const faults = await faultsOn(page);
  await close();
  assert.match(faults.join(), /label/);
});

const publicPages = pageStates(made).filter(({ reader, sends }) => reader === 'visitor' && !sends);
const mostBytes = 60 * 1024;

test('A7: every public page comes to 60 KB or less, styles and pictures and all', async () => {
  const tooHeavy: string[] = [];
  for (const { name, path } of publicPages) {
    const page = await weigh(new URL(path, address));
    const parts = [...page.body.matchAll(/(?:href|src)="(\/(?:assets\/[^"]+|brand\.css[^"]*))"/g)];
    let bytes = page.bytes;
    for (const part of new Set(parts.map(([, href = '']) => href)))
      bytes += (await weigh(new URL(part, address))).bytes;
    if (bytes > mostBytes) tooHeavy.push(`${name}: ${Math.ceil(bytes / 1024)} KB`);
  }
  assert.deepEqual(tooHeavy, []);
});

for (const slug of [
  'brackenshire',
  'gloucestershire',
  'worcestershire',
  'dorset',
  'norfolk',
  'stockton-on-tees',
]) {
  test(`A5: the plan on a page of ${slug} is one sheet of paper`, async () => {
    const state = {
      name: slug,
      reader: 'visitor',
      path: `/frameworks/${slug}/plan-on-a-page/sheet`,
    } as const;
    const { page, close } = await opener.open(state);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    await close();
    assert.equal(sheetsIn(pdf), 1);
  });
}

test('A5: a page that goes on for longer prints on more than one sheet, so the count can fail', async () => {
  const { page, close } = await opener.open({
    name: 'long',
    reader: 'visitor',
    path: '/frameworks/worcestershire',
  });
  const pdf = await page.pdf();
  await close();
  assert.ok(sheetsIn(pdf) > 1);
});

async function build(t: TestContext, state: PageState, opened: OpenedPage): Promise<void> {
  const { html, page, requests, complaints } = opened;
  await t.test('its HTML is valid', async () => {
    const report = await validator.validateString(html);
    const messages = report.results.flatMap((result) => result.messages);
    assert.deepEqual(
      messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`),
      [],
    );
  });
  await t.test('it asks nobody else for anything, and nothing stands against its own content policy', () => {
    const elsewhere = requests.filter((url) => !url.startsWith(`${address}/`) && !url.startsWith('data:'));
    assert.deepEqual(elsewhere, []);
    assert.deepEqual(complaints, []);
  });
  const marks = await marksOf(page);
  await t.test(
    'it has one first heading, headings in order, a language, a title, and no inline style or script',
    () => {
      assert.deepEqual(wrongMarks(marks, state), []);
    },
  );
}

function wrongMarks(marks: Marks, state: PageState): string[] {
  const firsts = marks.headings.filter(({ level }) => level === 1).length;
  const jumps = marks.headings.filter(
    ({ level }, index) => level > (marks.headings[index - 1]?.level ?? 0) + 1,
  );
  return [
    ...(firsts === 1 ? [] : [`${firsts} first headings`]),
    ...jumps.map(({ words, level }) => `“${words}” skips to level ${level}`),
    ...(/^(en-GB|cy)$/.test(marks.language) ? [] : [`language “${marks.language}”`]),
    ...(state.sends && (state.status ?? 422) === 422 && !marks.title.startsWith('Error: ')
      ? [`title “${marks.title}” does not say that there is an error`]
      : []),
    ...(marks.title.length > 3 ? [] : ['no title']),
    ...marks.inline.map((found) => `inline: ${found}`),
    ...marks.sameNames.map((name) => `two fields of one form are called “${name}”`),
    ...marks.deadEnds.map((href) => `a link to ${href}, which is not on the page`),
  ];
}

async function sight(t: TestContext, page: Page): Promise<void> {
  await t.test('at 320 px it is not pushed sideways and no word is cut or covered', async () => {
    await page.setViewportSize({ width: 320, height: 900 });
    assert.deepEqual(await lookOf(page), nothingLost);
  });
  await t.test('at 400% zoom of a small window it still holds everything', async () => {
    await page.setViewportSize({ width: 320, height: 256 });
    assert.deepEqual(await lookOf(page), nothingLost);
  });
  await t.test('from right to left nothing is cut or covered', async () => {
    await page.setViewportSize({ width: 768, height: 900 });
    await mirror(page);
    assert.deepEqual(await lookOf(page), nothingLost);
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'));
  });
  await t.test('with text set as wide as readers may set it, nothing is lost', async () => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await setTextWide(page);
      assert.deepEqual(await lookOf(page), nothingLost, `${width} px`);
    }
    await page.evaluate(() => (document.adoptedStyleSheets = []));
  });
}

const nothingLost = { sideways: 0, cut: [], overlapping: [] };

/** So many stops that a page's every kind of control is among them, and few enough that long pages end. */
const mostStops = 80;

async function keys(t: TestContext, state: PageState, page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  if (!state.sheet) {
    await t.test('the first stop of the keyboard skips to the content', async () => {
      await page.keyboard.press('Tab');
      const first = await focusedStop(page);
      assert.match(first?.label ?? '', /^Skip to|^Neidio/);
      assert.ok(first?.outlined && first.uncovered);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      assert.ok(
        await page.evaluate(() => !document.activeElement?.closest('header')),
        'the next stop lies behind the header',
      );
    });
  }
  await t.test('wherever the keyboard stops, one sees where that is', async () => {
    const unseen: string[] = [];
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 700 });
      for (let stops = 0; stops < mostStops; stops += 1) {
        await page.keyboard.press('Tab');
        const stop = await focusedStop(page);
        if (!stop) break;
        if (!stop.outlined) unseen.push(`${width} px: no sign of focus on ${stop.kind} “${stop.label}”`);
        if (!stop.uncovered)
          unseen.push(`${width} px: ${stop.kind} “${stop.label}” is hidden while it has the focus`);
      }
    }
    assert.deepEqual(unseen, []);
  });
}
