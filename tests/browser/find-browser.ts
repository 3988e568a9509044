import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Said where no browser is found. */
export const howToGetABrowser =
  'Install Chromium (on Debian: apt-get install chromium) or name one in GOLDENTHREAD_BROWSER, and run the tests again.';

/** A Chromium or Chrome on this machine; undefined where there is none. */
export function findBrowser(): string | undefined {
  const named = process.env['GOLDENTHREAD_BROWSER'];
  return [...(named ? [named] : []), ...places].find((place) => existsSync(place));
}
