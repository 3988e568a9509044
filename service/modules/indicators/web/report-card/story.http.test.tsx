import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TestBrowser, TestService } from '#platform/http/testing.ts';
import { at, here, hidden, page, reportService, words } from './testing.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let visitor: TestBrowser;
let manager: TestBrowser;

before(async () => {
  service = await reportService(ends);
  visitor = service.visitor();
  manager = await service.signedIn('manager');
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

const behind = `${at}/story/behind-the-line?area=X10000001`;
const about = `${at}/about?area=X10000001`;

test('the story behind the line, what works and the partners’ part stand on the measure’s page, empty ones with what will be there', async () => {
  const empty = await page(here, visitor);
  assert.match(words(empty), /Turning the curve ?The story behind the line ?Nobody has told the story yet/);
  assert.equal(
    empty.document.querySelector('a[href*="/story/"]'),
    null,
    'a visitor reads and does not write',
  );
  const ways = [...(await page(here, manager)).document.querySelectorAll('a[href*="/story/"]')];
  assert.deepEqual(
    ways.map((way) => way.getAttribute('href')),
    ['behind-the-line', 'what-works', 'partners'].map((part) => `${at}/story/${part}?area=X10000001`),
  );
  const form = await page(behind, manager);
  assert.match(words(form), /name no child and no family/);
  const told = 'Two schools closed.\n\n<b>A third</b> may follow.';
  const sent = await manager.post(behind, { words: told, seen: hidden(form, 'seen') });
  assert.deepEqual([sent.status, sent.headers['location']], [303, here]);
  const shown = await page(here, visitor);
  const paragraphs = [...shown.document.querySelectorAll('.story-part .own-words')];
  assert.deepEqual(
    paragraphs.map(({ textContent }) => textContent),
    ['Two schools closed.', '<b>A third</b> may follow.'],
  );
  assert.match(words(shown, '.story'), /Ash Tester, \d/);
  assert.equal((await manager.get(`${at}/story/gossip?area=X10000001`)).status, 404);
  assert.equal((await manager.get(`${at}/story/partners?area=E92000001`)).status, 404);
});

test('a text that somebody changed meanwhile is shown beside what was written, and saving again is a decision', async () => {
  const seen = hidden(await page(behind, manager), 'seen');
  assert.equal((await manager.post(behind, { words: 'Theirs', seen })).status, 303);
  const second = await manager.post(behind, { words: 'Mine', seen });
  assert.equal(second.status, 422);
  assert.match(words(second, '.both-versions'), /What stands now.*Theirs.*What you wrote.*Mine/);
  assert.equal(second.document.querySelector('textarea')?.textContent, 'Mine');
  assert.equal((await manager.post(behind, { words: 'Both', seen: hidden(second, 'seen') })).status, 303);
});

test('B12 B13 B14 a form says what a measure is, refuses what does not go together, and the page shows it', async () => {
  const form = await page(about, manager);
  const seen = hidden(form, 'seen');
  const wrong = await manager.post(about, {
    seen,
    concerns: 'population',
    asks: 'how-much',
    betterOff: ['skills'],
    levels: 'groups',
  });
  assert.equal(wrong.status, 422);
  assert.deepEqual(
    [...wrong.document.querySelectorAll('.govuk-error-summary a')].map((one) => one.getAttribute('href')),
    ['#asks', '#betterOff'],
  );
  assert.ok(wrong.document.querySelector('#asks') && wrong.document.querySelector('#betterOff'));
  const sent = await manager.post(about, {
    seen,
    concerns: 'population',
    asks: 'better-off',
    betterOff: ['circumstances', 'behaviour'],
    levels: ['whole-population', 'groups'],
    owner: 'Safeguarding partners',
    'nextOn-day': '1',
    'nextOn-month': '2',
    'nextOn-year': '2020',
  });
  assert.equal(sent.status, 303);
  const shown = words(await page(here, visitor));
  for (const said of [
    /Of whom it speaks ?The whole population/,
    /What it asks ?Is anyone better off\?/,
    /In what way better off ?Behaviour; Circumstances: lives have changed/,
    /For whom it shows a difference ?Groups, The whole population/,
    /Owner ?Safeguarding partners/,
    /expected on 1 February 2020 and is late/,
  ])
    assert.match(shown, said);
  const late = await manager.post(about, { seen, owner: 'Somebody else' });
  assert.match(words(late, '.both-versions'), /Safeguarding partners.*Somebody else/);
});
