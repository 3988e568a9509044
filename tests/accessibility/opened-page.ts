import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { newContext, type View } from '../browser/open-browser.ts';
import type { Prepared } from './prepared-states.ts';
import type { PageState } from './page-state.ts';
import type { Reader } from './reader.ts';

/** A page in its state, in the browser, with what it asked for and what its content policy had to stop. */
export type OpenedPage = {
  page: Page;
  html: string;
  /** every address that it loaded from */
  requests: readonly string[];
  /** what the browser wrote to its console: scripts that failed, styles that were refused */
  complaints: readonly string[];
  close: () => Promise<void>;
};

/** Opens pages as whoever reads them; a reader's cookies come from signing in once. */
export class PageOpener {
  readonly #browser: Browser;
  readonly #made: Prepared;
  readonly #address: string;
  readonly #contexts = new Map<string, Promise<BrowserContext>>();

  constructor(given: { browser: Browser; made: Prepared; address: string }) {
    this.#browser = given.browser;
    this.#made = given.made;
    this.#address = given.address;
  }

  async open(state: PageState, view: View = {}): Promise<OpenedPage> {
    const context = await this.#contextOf(state.reader, view);
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => {
      const isStatus = /the server responded with a status of 4\d\d/.test(message.text());
      if (!isStatus && ['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    const html = await reach(page, state);
    return { page, html, requests, complaints, close: () => page.close() };
  }

  async #contextOf(reader: Reader, view: View): Promise<BrowserContext> {
    const key = `${reader} ${JSON.stringify(view)}`;
    const context = this.#contexts.get(key) ?? this.#newContext(reader, view);
    this.#contexts.set(key, context);
    return context;
  }

  async #newContext(reader: Reader, view: View): Promise<BrowserContext> {
    const context = await newContext(this.#browser, this.#address, view);
    const { cookies } = this.#made.visitors[reader];
    for (const pair of cookies.split('; ').filter(Boolean)) {
      const at = pair.indexOf('=');
      await context.addCookies([{ name: pair.slice(0, at), value: pair.slice(at + 1), url: this.#address }]);
    }
    return context;
  }
}

async function reach(page: Page, state: PageState): Promise<string> {
  const opened = await openProved(page, state.path);
  if (!state.sends) {
    assert.equal(opened.status(), state.status ?? 200, `${state.name} at ${state.path}`);
    return opened.text();
  }
  await page.evaluate(fillIn, state.sends.answers);
  const button = page
    .locator('main form[method="post"] button')
    .filter({ hasText: state.sends.button })
    .first();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().isNavigationRequest()),
    button.click(),
  ]);
  await page.waitForLoadState('load');
  assert.equal(answer.status(), state.status ?? 422, `${state.name}: the form is shown again`);
  return answer.text();
}

/** What asks to show that it is you is opened by somebody who then does. */
async function openProved(page: Page, path: string): Promise<Response> {
  let opened = await page.goto(path, { waitUntil: 'load' });
  if (new URL(page.url()).pathname === '/prove' && !path.startsWith('/prove')) {
    await page.getByRole('button', { name: 'It is still me' }).click();
    await page.waitForLoadState('load');
    opened = await page.goto(path, { waitUntil: 'load' });
  }
  assert.ok(opened);
  return opened;
}

/** Runs inside the page: hidden fields too, so that a page can be made to be out of date. */
function fillIn(answers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(answers)) {
    const field = document.querySelector(`main form[method="post"] [name="${name}"]`);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
  }
}
