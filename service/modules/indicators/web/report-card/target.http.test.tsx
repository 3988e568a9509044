import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { loadFrameworks } from '#modules/strategy/index.ts';
import { publishedFrameworks } from '#modules/strategy/testing.ts';
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

const target = `${at}/target?area=X10000001`;
const typed = {
  value: '22.5%',
  'byOn-day': '31',
  'byOn-month': '3',
  'byOn-year': '2030',
  agreedBy: 'the Children’s Board, September 2026',
  words: 'Fewer children come back to a plan',
};

test('a form for a target keeps what was typed, and each complaint stands at its own field', async () => {
  const form = await page(target, manager);
  assert.match(words(form), /Targets are not shown to the public/);
  const seen = hidden(form, 'seen');
  assert.equal(seen, '0');
  const empty = await manager.post(target, { seen });
  assert.equal(empty.status, 422);
  assert.deepEqual(
    [...empty.document.querySelectorAll('.govuk-error-summary a')].map((one) => one.getAttribute('href')),
    ['#value', '#agreedBy', '#byOn'],
  );
  const wrong = await manager.post(target, { ...typed, seen, value: 'a fifth', 'byOn-month': '13' });
  assert.match(
    words(wrong, '.govuk-error-summary'),
    /Enter a number, such as 22\.5.*Enter a day that exists/,
  );
  assert.equal(wrong.document.querySelector('#value')?.getAttribute('value'), 'a fifth');
  const beyond = await manager.post(target, { ...typed, seen, value: '120' });
  assert.match(words(beyond, '.govuk-error-summary'), /This measure lies between 0\.0% and 100\.0%/);
});

test('B22 a target is shown to those who set it, and to everybody only once our strategy says that targets are shown', async () => {
  const seen = hidden(await page(target, manager), 'seen');
  const sent = await manager.post(target, { ...typed, seen });
  assert.deepEqual([sent.status, sent.headers['location']], [303, here]);
  const toManager = words(await page(here, manager));
  assert.match(toManager, /What we aim at ?22\.5% or less by 31 March 2030, agreed by the Children’s Board/);
  assert.match(toManager, /A forecast needs 5 figures that can be joined, and there are 2\./);
  assert.match(toManager, /The public does not see this/);
  assert.match(words(await page(here, manager), 'figure'), /Target 22\.5%/);
  assert.doesNotMatch(words(await page(here, visitor)), /aim at|Target/);
  const file = `${at}.csv?area=X10000001&table=years`;
  assert.doesNotMatch((await visitor.get(file)).text, /Target/);
  const own = publishedFrameworks('own');
  const frameworks = own.frameworks.map((one) => ({ ...one, targetsShown: true }));
  await service.asService((ctx) => loadFrameworks(ctx, { ...own, frameworks }));
  const toAll = words(await page(here, visitor));
  assert.match(toAll, /What we aim at ?22\.5% or less by 31 March 2030/);
  assert.match((await visitor.get(file)).text, /Target \(%\)/);
  assert.match(words(await page('/outcomes', visitor)), /Target: 22\.5% or less by 31 March 2030/);
});

test('two people who change a target: the second sees both versions, and takes nothing away unread', async () => {
  const seen = hidden(await page(target, manager), 'seen');
  assert.equal((await manager.post(target, { ...typed, seen, value: '21' })).status, 303);
  const second = await manager.post(target, { ...typed, seen, value: '19' });
  assert.equal(second.status, 422);
  assert.match(words(second, '.both-versions'), /What stands now.*21\.0.*What you wrote.*19/);
  const late = await manager.post(target, { seen, act: 'take-away' });
  assert.equal(late.status, 422);
  assert.match(words(late, '.govuk-error-summary'), /changed this while you were writing/);
  const decided = await manager.post(target, { ...typed, seen: hidden(second, 'seen'), value: '19' });
  assert.equal(decided.status, 303);
  const gone = await manager.post(target, {
    seen: hidden(await page(target, manager), 'seen'),
    act: 'take-away',
  });
  assert.equal(gone.status, 303);
  assert.match(words(await page(here, manager)), /No target has been set/);
});
