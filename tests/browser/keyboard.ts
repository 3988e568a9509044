import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { focusedStop, type Stop } from './focused-stop.ts';

/** A person who uses the keyboard alone. Every stop of the focus on the way is checked: seen, and not hidden. */
export type Keyboard = {
  /** tabs until the thing with this visible label has the focus */
  reach(label: string | RegExp, kind?: Stop['kind']): Promise<Stop>;
  /** follows a link */
  follow(label: string | RegExp): Promise<void>;
  /** presses a button; the page that answers is waited for */
  press(label: string | RegExp): Promise<void>;
  /** opens or closes a part of the page without leaving it */
  unfold(label: string | RegExp): Promise<void>;
  /** writes into a field, over what stands there */
  write(label: string | RegExp, text: string): Promise<void>;
  /** ticks or unticks a box */
  tick(label: string | RegExp): Promise<void>;
  /** chooses one of several radio buttons, by arrows */
  choose(label: string | RegExp): Promise<void>;
  /** picks an entry of a list that unfolds, by typing what it begins with */
  pick(label: string | RegExp, entry: string): Promise<void>;
  /** gives a file, or several, to a file field */
  give(label: string | RegExp, files: string | readonly string[]): Promise<void>;
};

const mostStops = 600;

export function keyboardOf(page: Page): Keyboard {
  // somebody listens from the start, because a file dialogue that nobody listens for is the system's own
  page.on('filechooser', () => {});
  const keyboard: Keyboard = {
    reach: (label, kind) => reach(page, label, kind),
    async follow(label) {
      await reach(page, label, 'link');
      await answered(page, 'Enter');
    },
    async press(label) {
      await reach(page, label, 'button');
      await answered(page, 'Enter');
    },
    async unfold(label) {
      await reach(page, label, 'summary');
      await page.keyboard.press('Enter');
    },
    async write(label, text) {
      await reach(page, label, 'field');
      await page.keyboard.press('ControlOrMeta+a');
      if (text === '') await page.keyboard.press('Delete');
      else await page.keyboard.insertText(text);
    },
    async tick(label) {
      await reach(page, label, 'box');
      await page.keyboard.press('Space');
    },
    choose: (label) => choose(page, label),
    pick: (label, entry) => pick(page, label, entry),
    give: (label, files) => give(page, label, typeof files === 'string' ? [files] : files),
  };
  return keyboard;
}

async function reach(page: Page, label: string | RegExp, kind?: Stop['kind']): Promise<Stop> {
  const seen: string[] = [];
  for (let stops = 0; stops < mostStops; stops += 1) {
    const stop = await focusedStop(page);
    if (stop) {
      assertSeen(stop);
      if (isCalled(stop, label) && (kind === undefined || stop.kind === kind)) return stop;
      seen.push(`${stop.kind} “${stop.label}”`);
      if (stops > 20 && seen.length > 2 && cameRound(seen)) break;
    }
    await page.keyboard.press('Tab');
  }
  assert.fail(
    `The keyboard does not reach ${kind ?? 'anything'} called ${label} on ${page.url()}. It came past ${seen.join(', ')}`,
  );
}

/** Whether the focus has been everywhere: the first two stops have come again, one after the other. */
function cameRound(seen: readonly string[]): boolean {
  const [first, second] = seen;
  return seen.slice(2).some((stop, at, rest) => stop === first && rest[at + 1] === second);
}

function assertSeen(stop: Stop): void {
  assert.ok(stop.outlined, `the focus is visible on ${stop.kind} “${stop.label}”`);
  assert.ok(stop.uncovered, `nothing hides ${stop.kind} “${stop.label}” while it has the focus`);
}

function isCalled(stop: Stop, label: string | RegExp): boolean {
  return typeof label === 'string' ? stop.label === label : label.test(stop.label);
}

async function answered(page: Page, key: string): Promise<void> {
  const answer = page.waitForNavigation({ waitUntil: 'load' });
  await page.keyboard.press(key);
  await answer;
}

async function choose(page: Page, label: string | RegExp): Promise<void> {
  const first = await reach(page, /./, 'radio');
  for (let stop: Stop | undefined = first, presses = 0; presses < 100; presses += 1) {
    if (stop && isCalled(stop, label)) {
      if (!stop.on) await page.keyboard.press('Space');
      return;
    }
    await page.keyboard.press('ArrowDown');
    const next = await focusedStop(page);
    if (next) assertSeen(next);
    if (presses > 0 && next?.label === first.label) {
      await page.keyboard.press('Tab');
      return choose(page, label);
    }
    stop = next;
  }
  assert.fail(`No radio button is called ${label}`);
}

async function pick(page: Page, label: string | RegExp, entry: string): Promise<void> {
  await reach(page, label, 'list');
  await page.keyboard.type(entry);
  const stop = await focusedStop(page);
  assert.equal(stop?.value, entry, `the list ${label} has the entry`);
}

async function give(page: Page, label: string | RegExp, files: readonly string[]): Promise<void> {
  await reach(page, label, 'file');
  const asked = page.waitForEvent('filechooser');
  await page.keyboard.press('Space');
  await (await asked).setFiles([...files]);
}
