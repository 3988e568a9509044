import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TestBrowser, TestService } from '#platform/http/testing.ts';
import { at, here, hidden, page, reportService, words } from './testing.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let visitor: TestBrowser;
let atWork: TestBrowser;

before(async () => {
  service = await reportService(ends);
  visitor = service.visitor();
  atWork = await service.signedIn('analyst');
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

const overruling = `${at}/overrule?area=X10000001&about=england`;
const reason = 'Two of the plans were counted twice when the case system changed.';

test('a verdict is overruled on a page of its own, which says what becomes of it and asks for the reason', async () => {
  const way = (await page(here, atWork)).document.querySelector(`a[href="${overruling}"]`);
  assert.ok(way, 'an analyst is led there');
  assert.equal(
    (await page(here, visitor)).document.querySelector('a[href*="overrule"]'),
    null,
    'and nobody else',
  );
  const form = await page(overruling, atWork);
  assert.match(words(form), /31\.2% in 2024\/25/);
  assert.match(words(form), /Worked out: ▼ Worse/);
  assert.deepEqual(
    [...form.document.querySelectorAll('input[name=said]')].map((one) => one.getAttribute('value')),
    ['better', 'similar', 'not-compared'],
  );
  const seen = hidden(form, 'seen');
  const nothing = await atWork.post(overruling, { seen });
  assert.equal(nothing.status, 422);
  assert.match(nothing.document.title, /^Error: /);
  assert.deepEqual(
    [...nothing.document.querySelectorAll('.govuk-error-summary a')].map((one) => one.getAttribute('href')),
    ['#said', '#reason'],
  );
  const short = await atWork.post(overruling, { seen, said: 'similar', reason: 'Because.' });
  assert.match(words(short, '.govuk-error-summary'), /Say why in at least 20 letters/);
  assert.equal(short.document.querySelector('textarea')?.textContent, 'Because.', 'answers are kept');
  assert.ok(short.document.querySelector('input[value=similar][checked]'));
});

test('what was said is shown to everybody wherever the verdict is, beside what was worked out; then it is taken back', async () => {
  const seen = hidden(await page(overruling, atWork), 'seen');
  const sent = await atWork.post(overruling, { seen, said: 'similar', reason });
  assert.deepEqual([sent.status, sent.headers['location']], [303, here]);
  const sentence =
    /● Similar ?Said to be similar by Ash Tester, [^:]+: “Two of the plans[^”]+” Worked out: worse\./;
  const shown = await page(here, visitor);
  assert.match(words(shown, '.measure-facts'), sentence);
  assert.match(
    words(shown, '.lead'),
    /31\.2%.*Worse than England \(24\.5%\), as worked out\. Said to be similar by Ash Tester\./,
  );
  const scorecard = await page('/scorecards/X10000001?topic=safe', visitor);
  assert.match(words(scorecard, '.scorecard'), sentence);
  const file = await visitor.get('/scorecards/X10000001.csv?topic=safe');
  assert.match(file.text, /Said to be similar by Ash Tester.*Worked out: worse\./);
  const again = await page(here, atWork);
  const back = again.document.querySelector('form[action*="/overrulings/"]')?.getAttribute('action') ?? '';
  const manager = await service.signedIn('manager');
  assert.equal((await manager.post(back)).status, 404, 'a manager may not');
  assert.match(words(await page(here, visitor)), sentence, 'and took nothing back');
  assert.equal((await atWork.post(back)).headers['location'], here);
  assert.doesNotMatch(words(await page(here, visitor)), /Said to be/);
  assert.equal((await atWork.post(back)).status, 404);
});

test('a verdict that came out otherwise meanwhile is shown again, and nothing is said of it unread', async () => {
  const sent = await atWork.post(overruling, { seen: 'what stood before', said: 'similar', reason });
  assert.equal(sent.status, 422);
  assert.match(words(sent, '.govuk-error-summary'), /Another figure came in while you were writing/);
  assert.match(words(sent), /Worked out: ▼ Worse/);
  assert.notEqual(hidden(sent, 'seen'), 'what stood before');
  assert.doesNotMatch(words(await page(here, visitor)), /Said to be/);
});

test('there is nothing to overrule where there is no number, no area, or only England', async () => {
  for (const path of [
    '/measures/lait/CIN/overrule?area=X10000001&about=england',
    `${at}/overrule?area=E92000001&about=england`,
    `${at}/overrule?about=england`,
    '/measures/lait/Nonsense/overrule?area=X10000001&about=england',
  ])
    assert.equal((await atWork.get(path)).status, 404, path);
});

test('the page of a measure tells its recent trend, or why there is none', async () => {
  assert.match(
    words(await page(here, visitor), '.measure-facts'),
    /Recent trend ?Cannot be calculated: fewer than five periods have a value/,
  );
});
