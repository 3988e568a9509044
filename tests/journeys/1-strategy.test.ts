// Journey 1: a manager brings a strategy in, sees its loose ends, mends one, publishes; the public page shows it.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { everyWay } from '../browser/every-way.ts';
import { keyboardOf, type Keyboard } from '../browser/keyboard.ts';
import { browserForThisFile, keepPicture, newContext, type View } from '../browser/open-browser.ts';
import { manager, signIn } from '../browser/sign-in.ts';
import { serviceForThisFile } from '../browser/started-service.ts';

const service = await serviceForThisFile();
const browser = await browserForThisFile();

/** The same strategy under two names, so that one journey does not meet what the other left. */
const places = [
  { scripts: 'on', town: 'Oxbow', river: 'Millrace' },
  { scripts: 'off', town: 'Withy', river: 'Weir' },
] as const;

for (const { scripts, town, river } of places) {
  // with scripts from a file and without from pasted text, where not every way is walked
  if (everyWay || scripts === 'on')
    test(`A01 A14: a strategy from a file becomes public, by keyboard alone, scripts ${scripts}`, async (t) => {
      const { page, keyboard, visitor, close } = await people({ scripts });
      t.after(close);
      const folder = mkdtempSync(join(tmpdir(), 'goldenthread-journey-'));
      t.after(() => rmSync(folder, { recursive: true }));
      const { whole, half } = filesOf(town, folder);
      const picture = (name: string) => keepPicture(page, `1-strategy-file-scripts-${scripts}-${name}`);

      await signIn(page, manager);
      await keyboard.follow('Our promise');
      await keyboard.follow('Other places’ strategies');
      await keyboard.follow('Bring in a file');

      await keyboard.give('A strategy as YAML, JSON or StratML', half);
      await keyboard.press('Read it');
      assert.match(await page.title(), /^Error: /);
      assert.match(await main(page), /Line \d+/);
      await picture('1-half-a-file');

      await keyboard.give('A strategy as YAML, JSON or StratML', whole);
      await keyboard.press('Read it');
      assert.match(
        await main(page),
        /It holds: Vision \(1\), Outcomes \(2\), Priority \(1\), Action \(1\)\. Nothing is kept yet/,
      );
      await picture('2-preview');
      await keyboard.press('Bring it in');

      assert.match(await main(page), /Nobody owns “Children are well”/);
      await picture('3-loose-ends');
      assert.equal(await statusOf(visitor, page.url()), 404);

      await keyboard.follow(/^Mend it: Nobody owns “Children are well”/);
      await keyboard.tick(`${town} Children's Board`);
      await keyboard.press('Save');
      await keyboard.follow('Loose ends');
      assert.doesNotMatch(await main(page), /Nobody owns/);

      await publish(page, keyboard);
      await picture('4-published');
      await readAsVisitor(visitor, { name: `Growing up in ${town}`, element: 'Children are well' });
      assert.match(await main(visitor), new RegExp(`Owned by\\s*${town} Children's Board`));
      await keepPicture(visitor, `1-strategy-file-scripts-${scripts}-5-public`);
    });

  if (everyWay || scripts === 'off')
    test(`A01 A14: a strategy from pasted text becomes public, by keyboard alone, scripts ${scripts}`, async (t) => {
      const { page, keyboard, visitor, close } = await people({ scripts });
      t.after(close);
      const text = readFileSync(new URL('files/pasted-plan.txt', import.meta.url), 'utf8').replaceAll(
        'Millrace',
        river,
      );
      const picture = (name: string) => keepPicture(page, `1-strategy-pasted-scripts-${scripts}-${name}`);

      await signIn(page, manager);
      await page.goto('/frameworks');
      await keyboard.follow('Paste text and mark its tiers');
      await keyboard.write('What is it called?', `Growing up in ${river}`);
      await keyboard.write('Its text', text);
      await keyboard.choose('Outcomes, priorities and actions');
      await keyboard.press('Go on to its lines');

      await markLines(keyboard);
      await picture('1-lines-marked');
      await keyboard.press('Show what it makes');
      assert.match(await main(page), /Vision \(1\), Outcomes \(2\), Priorities \(2\), Actions \(2\)/);
      await picture('2-preview');
      await keyboard.press('Bring it in');

      assert.match(await main(page), /Nobody owns “Outcome 2: Every child plays”/);
      await keyboard.follow(/^Mend it: Nobody owns “Outcome 2: Every child plays”/);
      await keyboard.write(/^(Who owns it\?|An owner who is not in this list)$/, 'Play board');
      await keyboard.press('Save');
      await keyboard.follow('Loose ends');
      assert.doesNotMatch(await main(page), /Nobody owns “Outcome 2: Every child plays”/);
      await picture('3-loose-ends');

      await publish(page, keyboard);
      await readAsVisitor(visitor, {
        name: `Growing up in ${river}`,
        element: 'Outcome 1: Every child is heard',
      });
      assert.match(await main(visitor), /Children say what matters and hear what came of it\./);
      await keepPicture(visitor, `1-strategy-pasted-scripts-${scripts}-4-public`);
    });
}

/** A manager at the keyboard, and somebody else's browser that has never signed in. */
async function people(view: View) {
  const { address } = service;
  const at = await newContext(browser, address, view);
  const outside = await newContext(browser, address, view);
  const page = await at.newPage();
  return {
    page,
    keyboard: keyboardOf(page),
    visitor: await outside.newPage(),
    close: async () => {
      await at.close();
      await outside.close();
    },
  };
}

function filesOf(town: string, folder: string) {
  const text = readFileSync(new URL('files/oxbow-plan.yaml', import.meta.url), 'utf8');
  const own = text.replaceAll('Oxbow', town).replaceAll('oxbow', town.toLowerCase());
  const whole = join(folder, 'whole.yaml');
  const half = join(folder, 'half.yaml');
  writeFileSync(whole, own);
  writeFileSync(half, own.slice(0, own.indexOf('label: Children are known')));
  return { whole, half };
}

/** What each line is, said by hand for every line, whatever was guessed. */
async function markLines(keyboard: Keyboard): Promise<void> {
  const marks: readonly (readonly [number, string])[] = [
    [1, 'Leave it out'],
    [3, 'Leave it out'],
    [4, 'Vision'],
    [6, 'Outcome'],
    [7, 'More words of the line above'],
    [8, 'The line above goes on'],
    [9, 'Priority'],
    [10, 'Action'],
    [11, 'Action'],
    [13, 'Outcome'],
    [14, 'Priority'],
    [16, 'Leave it out'],
  ];
  for (const [line, what] of marks) await keyboard.pick(`What line ${line} is`, what);
}

async function publish(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.follow('See what would change, and publish');
  await keyboard.choose('As our strategy');
  await keyboard.press('Publish this strategy');
  assert.match(await main(page), /Published\. This is what everyone sees now\./);
}

/** From the list of strategies to one of its elements. */
async function readAsVisitor(
  visitor: Page,
  { name, element }: { name: string; element: string },
): Promise<void> {
  const keyboard = keyboardOf(visitor);
  await visitor.goto('/frameworks');
  await keyboard.follow(name);
  await keyboard.follow(element);
  assert.equal(await visitor.locator('h1').innerText(), element);
}

async function statusOf(page: Page, address: string): Promise<number> {
  const answer = await page.goto(address);
  return answer?.status() ?? 0;
}

function main(page: Page): Promise<string> {
  return page.locator('main').innerText();
}
