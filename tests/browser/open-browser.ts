import { mkdirSync } from 'node:fs';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser, howToGetABrowser } from './find-browser.ts';

/** How a page is looked at. */
export type View = {
  width?: number;
  height?: number;
  colours?: 'light' | 'dark' | 'forced';
  scripts?: 'on' | 'off';
  /** 4 shows what a person sees who has zoomed to 400% */
  zoom?: number;
};

const flags = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens the browser that is on this machine. */
function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error(`There is no browser here. ${howToGetABrowser}`);
  return chromium.launch({ executablePath, args: flags });
}

/** One browser for all tests of a file, closed after the last of them. */
export async function browserForThisFile(): Promise<Browser> {
  const browser = await openBrowser();
  after(() => browser.close());
  return browser;
}

/** A visitor's own browser window: its own cookies, and a way of looking. */
export function newContext(browser: Browser, address: string, view: View = {}): Promise<BrowserContext> {
  const zoom = view.zoom ?? 1;
  return browser.newContext({
    baseURL: address,
    viewport: {
      width: Math.round((view.width ?? 1280) / zoom),
      height: Math.round((view.height ?? 900) / zoom),
    },
    deviceScaleFactor: zoom,
    colorScheme: view.colours === 'dark' ? 'dark' : 'light',
    forcedColors: view.colours === 'forced' ? 'active' : 'none',
    reducedMotion: 'reduce',
    javaScriptEnabled: view.scripts !== 'off',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
}

const pictures = fileURLToPath(new URL('../../.cache/pictures/', import.meta.url));

/** Keeps a picture of the whole page for people to look at: `.cache/pictures/NAME.png`. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}${name}.png`, fullPage: true });
}
