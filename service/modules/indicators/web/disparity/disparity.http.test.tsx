import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  ownPartnership,
  testService,
  type TestBrowser,
  type TestPage,
  type TestService,
} from '#platform/http/testing.ts';
import { loadCatalogue } from '../../actions/load-catalogue.ts';
import type { Act } from '../../actions/bring-in/handed-file.ts';
import { bringSteps } from '../../queries/disparity/testing.ts';
import { setUpCounties } from '../../queries/testing.ts';
import { analyst } from '../../testing.ts';
import { gapRoutes } from '../gap/gap-routes.ts';
import { disparityRoutes } from './disparity-routes.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let visitor: TestBrowser;
let parts: { act: Act; asService: Act; keepIn: string };
const care = '/disparity/contact-to-care?area=X10000001';

before(async () => {
  service = await testService({ after: (end: () => unknown) => void ends.push(end) }, [
    ...gapRoutes,
    ...disparityRoutes,
  ]);
  const { transactions } = service;
  await transactions.inLibrary(loadCatalogue);
  visitor = service.visitor();
  const keepIn = await mkdtemp(join(tmpdir(), 'golden-thread-test-'));
  ends.push(() => rm(keepIn, { recursive: true, force: true }));
  parts = {
    keepIn,
    act: (access, work) =>
      transactions.inTransaction({ actor: analyst, partnershipId: ownPartnership }, access, work),
    asService: (_access, work) => service.asService(work),
  };
  await setUpCounties(parts);
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

async function open(path: string, by: TestBrowser = visitor): Promise<TestPage> {
  const found = await by.get(path);
  assert.equal(found.status, 200, path);
  assert.equal(found.document.querySelectorAll('h1').length, 1);
  return found;
}

function words(found: TestPage, selector = 'main'): string {
  return (found.document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

test('C13 before the first table each ladder says what is not known and where it could come from', async () => {
  assert.match(words(await open('/disparity')), /no table at hand tells these steps by group/);
  const found = words(await open(care));
  assert.match(found, /Not known, and why/);
  assert.match(found, /publishes referrals for each council, and not by any group/);
  assert.equal((await visitor.get('/disparity/no-such-ladder')).status, 404);
  assert.equal((await visitor.get('/disparity/contact-to-care?area=E99999999')).status, 404);
  assert.equal((await visitor.get('/disparity/contact-to-care.csv')).status, 404);
});

test('C13 the page says at which step groups part, in plain words, and what it cannot show', async () => {
  await bringSteps(parts);
  const found = await open(care);
  assert.match(
    words(found, '.lead'),
    /^Brackenshire, 2025 \(invented\)\. Children of mixed heritage were 1\.4 times as likely to be referred to social care as all other children; of those referred, about as likely to be assessed; of those assessed, about as likely to be found in need\.$/,
  );
  const all = words(found);
  assert.match(all, /It cannot show a cause\. Needs may differ/);
  assert.match(all, /Holm’s correction/);
  assert.match(all, /Questions to ask next/);
  assert.match(all, /Referred, 2022 to 2025: closer to 1/);
  assert.equal(/worst|blame|rank/i.test(all), false, 'nobody is ranked');
});

test('C13 one picture with a table and a file of the same numbers, and a word beside every mark', async () => {
  const found = await open(care);
  const drawings = found.document.querySelectorAll('figure svg[role="img"]');
  assert.equal(drawings.length, 2, 'one for a phone, one for a desk');
  assert.match(drawings[1]?.textContent ?? '', /more likely/);
  assert.match(drawings[1]?.textContent ?? '', /not shown/);
  const rows = [...found.document.querySelectorAll('figure tbody tr')].map((row) => row.textContent);
  assert.ok(rows.length > 10);
  const href = found.document.querySelector('figure a[href*=".csv"]')?.getAttribute('href') ?? '';
  const file = await visitor.get(href);
  assert.equal(file.status, 200);
  assert.equal(file.text.trim().split('\n').length, rows.length + 1);
});

test('R36 neither page nor file holds a count of ours as it was counted, nor a small one', async () => {
  const found = await open(care);
  const file = await visitor.get('/disparity/contact-to-care.csv?area=X10000001');
  for (const text of [found.text, file.text])
    for (const counted of ['3181', '3,181', '156', '2892', '2,892', '143'])
      assert.equal(new RegExp(`\\b${counted}\\b`).test(text), false, counted);
  assert.match(file.text, /fewer than ten children/);
});

test('C13 out of all children, and beside a chosen group, as the form asks', async () => {
  const all = await open(`${care}&base=population&beside=white`);
  assert.match(words(all, 'figure figcaption'), /as White children, out of all children/);
  assert.match(
    words(all, '.lead'),
    /as likely to be referred to social care as White children; out of all children/,
  );
  const unknown = await open(`${care}&by=nothing&year=1066&base=nothing&beside=nobody&group=nobody`);
  assert.match(words(unknown, '.lead'), /Brackenshire, 2025/);
});

test('C13 the same group stands beside our neighbours together; England is not known where nobody counted it', async () => {
  const table = [...(await open(care)).document.querySelectorAll('table')].find(({ caption }) =>
    caption?.textContent?.includes('the same year and the same steps'),
  );
  const referred = [...(table?.tBodies[0]?.rows[0]?.cells ?? [])].map(({ textContent }) => textContent);
  assert.equal(referred[0], 'Referred');
  assert.equal(referred[2], 'not known');
  assert.match(referred[3] ?? '', /of 2 areas$/);
});

test('C07 C13 a manager adds why it might be, with evidence, under a name; a visitor reads it', async () => {
  const manager = await service.signedIn('manager');
  const page = await open(care, manager);
  const link = [...page.document.querySelectorAll('a')].find(
    ({ textContent }) => textContent === 'Add why this might be',
  );
  const href = link?.getAttribute('href') ?? '';
  assert.match(href, /measure=ladder%3Acontact-to-care/);
  const form = await open(href, manager);
  assert.match(words(form), /From referral to care, Brackenshire: children of mixed heritage/);
  const added = await manager.post(href, { words: 'One school refers far more than others.' });
  assert.equal(added.status, 303);
  assert.match(String(added.headers.location), /^\/disparity\/contact-to-care\?/);
  assert.match(
    words(await open(`${care}&group=mixed`)),
    /One school refers far more than others\.\s*○ Not looked into yet/,
  );
  assert.equal((await visitor.get(href)).status, 303, 'a visitor is asked to sign in');
  const none = await manager.get(
    '/gaps/causes/new?measure=ladder%3Acontact-to-care&area=X10000001&group=girls',
  );
  assert.equal(none.status, 404, 'no group of that name stands there');
});

test('C09 gaps in outcomes and steps of decisions lead to each other', async () => {
  const gaps = await open('/gaps?area=X10000001');
  assert.ok(
    [...gaps.document.querySelectorAll('a')].some(
      (a) => a.getAttribute('href') === '/disparity?area=X10000001',
    ),
  );
  const ladder = await open(care);
  assert.ok(
    [...ladder.document.querySelectorAll('a')].some((a) => a.getAttribute('href') === '/gaps?area=X10000001'),
  );
});

test('C13 the published table of suspensions gives its steps for England and the county', async () => {
  const found = await open('/disparity/in-school?area=X10000001&by=free-school-meals');
  assert.match(
    words(found, '.lead'),
    /Children with free school meals were \d\.\d times as likely to be suspended as all other children/,
  );
  assert.match(words(found), /Persistent absence is published for each council by social care group/);
});
