import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { replayedPublishers, type Replayed } from '../../actions/fetching/testing/replayed-publishers.ts';
import { loadCatalogue } from '../../index.ts';
import { importRoutes } from '../bringing-in/import-routes.ts';
import { fetchingRoutes } from './fetching-routes.ts';
import { fetchesThatFailed } from './waiting.ts';

type Ground = { service: TestService; analyst: TestBrowser; replayed: Replayed };

async function ground(t: TestContext): Promise<Ground> {
  const waitingFolder = await mkdtemp(join(tmpdir(), 'goldenthread-fetching-'));
  t.after(() => rm(waitingFolder, { recursive: true, force: true }));
  const replayed = await replayedPublishers(t, { waitingFolder });
  const service = await testService(t, [...importRoutes, ...fetchingRoutes(replayed.publishers)]);
  await service.transactions.inLibrary(loadCatalogue);
  return { service, replayed, analyst: await service.signedIn('analyst') };
}

function main({ document }: TestPage): string {
  return (document.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
}

const answers = {
  kind: 'fingertips-indicator',
  identifier: '90284',
  title: 'Admissions after injuries',
  areaType: '502',
  rhythm: 'weekly',
  comesIn: 'waits',
};

/** Sets one, and answers with the address of its page. */
async function setOne({ analyst }: Ground, given: Partial<typeof answers> = {}): Promise<string> {
  const sent = await analyst.post('/imports/from-publishers/new', { ...answers, ...given });
  assert.equal(sent.status, 303, main(sent));
  return String(sent.headers.location);
}

test('B04 an analyst names what is to be fetched, has it fetched now, and is led to the preview', async (t) => {
  const here = await ground(t);
  const empty = await here.analyst.get('/imports/from-publishers');
  assert.match(main(empty), /Nothing is fetched by itself yet/);
  const one = await setOne(here);
  const before = await here.analyst.get(one);
  assert.match(main(before), /has not been fetched yet/);
  assert.equal((await here.analyst.post(`${one}/fetch`)).status, 303);
  const after = await here.analyst.get(one);
  assert.equal(after.document.querySelectorAll('h1').length, 1);
  assert.match(main(after), /One file waits for a yes, with 4 figures\./);
  const link = after.document.querySelector('main a.file-name')?.getAttribute('href') ?? '';
  const preview = await here.analyst.get(link);
  assert.equal(preview.status, 200);
  assert.match(main(preview), /nothing is changed yet/);
  const list = await here.analyst.get('/imports/from-publishers');
  assert.match(main(list), /Admissions after injuries.*New figures.*Every week/);
  await here.analyst.post(`${one}/fetch`);
  assert.match(main(await here.analyst.get(one)), /Nothing new: what is published is here/);
});

test('what could not be fetched is said on its page, in the list and among the work, until it works', async (t) => {
  const here = await ground(t);
  here.replayed.stands.fingertips.type = 'text/html';
  const one = await setOne(here);
  await here.analyst.post(`${one}/fetch`);
  const failed = await here.analyst.get(one);
  assert.match(failed.document.title, /^Did not work: Admissions after injuries/);
  assert.match(main(failed), /Its interface may have changed/);
  assert.match(main(await here.analyst.get('/imports/from-publishers')), /Did not work/);
  const work = () => here.service.asService(fetchesThatFailed);
  assert.deepEqual(
    (await work()).map(({ title, link }) => [title, link]),
    [['Fetching “Admissions after injuries” did not work', one]],
  );
  here.replayed.stands.fingertips.type = 'text/csv';
  await here.analyst.post(`${one}/fetch`);
  assert.deepEqual(await work(), []);
});

test('what is paused rests and says so, goes on again, and can be taken off the list', async (t) => {
  const here = await ground(t);
  const one = await setOne(here);
  await here.analyst.post(`${one}/pause`, { pause: 'yes' });
  const paused = await here.analyst.get(one);
  assert.match(main(paused), /It rests until somebody lets it be fetched/);
  await here.analyst.post(`${one}/pause`, { pause: 'no' });
  assert.match(main(await here.analyst.get(one)), /How often ?Every week/);
  const removed = await here.analyst.post(`${one}/remove`);
  assert.equal(removed.headers.location, '/imports/from-publishers');
  assert.equal((await here.analyst.get(one)).status, 404);
});

test('a form that does not fit keeps its answers and names each field to mend', async (t) => {
  const here = await ground(t);
  const nothing = await here.analyst.post('/imports/from-publishers/new', {});
  assert.equal(nothing.status, 422);
  const links = [...nothing.document.querySelectorAll('.govuk-error-summary a')].map((link) =>
    link.getAttribute('href'),
  );
  assert.deepEqual(links, ['#kind', '#identifier', '#title', '#rhythm', '#comesIn']);
  for (const link of links) assert.ok(nothing.document.querySelector(link ?? ''), `${link} is on the page`);
  const wrong = await here.analyst.post('/imports/from-publishers/new', {
    ...answers,
    identifier: 'https://elsewhere.example/90284',
  });
  assert.equal(wrong.status, 422);
  assert.match(main(wrong), /That is not what it is asked for by/);
  assert.equal(
    wrong.document.querySelector('#identifier')?.getAttribute('value'),
    'https://elsewhere.example/90284',
  );
  await setOne(here);
  const twice = await here.analyst.post('/imports/from-publishers/new', answers);
  assert.match(main(twice), /set to be fetched already, as “Admissions after injuries”/);
});

test('while it is fetched the page says how far it has come and looks again by itself', async (t) => {
  const here = await ground(t);
  const rest = Promise.withResolvers<void>();
  here.replayed.stands.instead = (_question, answer) => {
    const { body } = here.replayed.stands.fingertips;
    answer.writeHead(200, { 'content-type': 'text/csv', 'content-length': Buffer.byteLength(body) });
    answer.write(body.slice(0, 100));
    void rest.promise.then(() => answer.end(body.slice(100)));
    return true;
  };
  const one = await setOne(here);
  await here.analyst.post(`${one}/fetch`);
  const during = await here.analyst.get(one);
  assert.equal(during.document.querySelector('[data-look-again]')?.getAttribute('data-look-again'), 'yes');
  assert.match(main(during), /Asking what there is|Fetching fingertips-indicator-90284/);
  assert.equal(
    [...during.document.querySelectorAll('main button')].length,
    0,
    'nothing to press while it is at work',
  );
  rest.resolve();
  for (let look = 0; look < 40; look += 1) {
    const page = await here.analyst.get(one);
    if (/waits for a yes/.test(main(page))) return;
  }
  assert.fail('it never came to its end');
});
