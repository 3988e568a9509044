// A5, A7: what a page weighs at first view, and what comes out of a printer.
import assert from 'node:assert/strict';
import { get } from 'node:http';
import { test } from 'node:test';
import { openAllPages } from './open-all-pages.ts';
import { pageStates } from './pages.ts';

const { opener, made, address } = await openAllPages();
const publicPages = pageStates(made).filter(({ reader, sends }) => reader === 'visitor' && !sends);
const mostBytes = 60 * 1024;

test('A7: every public page comes to 60 KB or less, styles and pictures and all', async () => {
  const tooHeavy: string[] = [];
  for (const { name, path } of publicPages) {
    const page = await weigh(path);
    const parts = [...page.body.matchAll(/(?:href|src)="(\/(?:assets\/[^"]+|brand\.css[^"]*))"/g)];
    let bytes = page.bytes;
    for (const part of new Set(parts.map(([, href = '']) => href))) bytes += (await weigh(part)).bytes;
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

function sheetsIn(pdf: Buffer): number {
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page(?![a-z])/g)].length;
}

/** What comes over the line for one address, compressed as a browser asks for it; and its text where it is a page. */
async function weigh(path: string): Promise<{ bytes: number; body: string }> {
  const url = new URL(path, address);
  const bytes = await new Promise<number>((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let count = JSON.stringify(response.rawHeaders).length;
      response.on('data', (chunk: Buffer) => (count += chunk.length));
      response.on('end', () => resolve(count));
      response.on('error', reject);
    }).on('error', reject);
  });
  return { bytes, body: await (await fetch(url)).text() };
}
