import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** What stands in the newest letter so called. Letters arrive a moment after they were asked for. */
export async function letter(page: Page, called: RegExp): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    await page.goto('/post');
    const found = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: called }) });
    if ((await found.count()) > 0) return found.first().innerHTML();
    await sleep(200);
  }
  assert.fail(`no letter called ${String(called)} came`);
}

/** The address of the link in the newest such letter, once it is another than the one that came before. */
export async function linkIn(page: Page, called: RegExp, before = ''): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const href = /href="(\/link\/[^"]+)"/.exec(await letter(page, called))?.[1];
    assert.ok(href, 'the letter holds a link');
    if (href !== before) return href;
    await sleep(200);
  }
  assert.fail('no new link came');
}

/** The six digits in the newest letter with a code, once it is another than the one that came before. */
export async function codeIn(page: Page, before = ''): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const code = /\b(\d{3} \d{3})\b/.exec(await letter(page, /^Your code$/))?.[1];
    assert.ok(code, 'the letter holds a code');
    if (code !== before) return code;
    await sleep(200);
  }
  assert.fail('no new code came');
}
