import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ownPartnership, type TestBrowser, type TestService } from '#platform/http/testing.ts';
import { countEveryMonth } from '../../actions/limits/testing.ts';
import { analyst } from '../../testing.ts';
import { hidden, page, reportService, words } from '../report-card/testing.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let visitor: TestBrowser;
let atWork: TestBrowser;
let here = '';
let deciding = '';

before(async () => {
  service = await reportService(ends);
  const who = { actor: analyst, partnershipId: ownPartnership };
  const measure = await countEveryMonth((access, work) =>
    service.transactions.inTransaction(who, access, work),
  );
  const at = `/measures/${measure.replace(':', '/')}`;
  here = `${at}?area=X10000001`;
  deciding = `${at}/limits?area=X10000001`;
  visitor = service.visitor();
  atWork = await service.signedIn('analyst');
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

const reason = 'From August 2025 two workers answer at the front door.';
const sentence =
  /Limits are worked anew from Aug 2025 on: “From August 2025 two workers answer at the front door\.” Decided by Ash Tester, [^:]+ 20\d\d\./;

test('an analyst is led from the chart to a page that says what a decision does, and nobody else is', async () => {
  const way = (await page(here, atWork)).document.querySelector('a[href*="/limits?"]');
  assert.equal(way?.getAttribute('href'), deciding);
  assert.equal((await page(here, visitor)).document.querySelector('a[href*="/limits?"]'), null);
  const form = await page(deciding, atWork);
  assert.match(words(form), /No figure changes/);
  assert.equal(form.document.querySelectorAll('select[name=start] option').length, 21);
  const nothing = await atWork.post(deciding, { seen: hidden(form, 'seen') });
  assert.equal(nothing.status, 422);
  assert.match(nothing.document.title, /^Error: /);
  assert.deepEqual(
    [...nothing.document.querySelectorAll('.govuk-error-summary a')].map((one) => one.getAttribute('href')),
    ['#deed', '#start', '#reason'],
  );
});

test('B06 a period that leaves too few figures on a side is refused in words, and answers are kept', async () => {
  const sent = await atWork.post(deciding, { seen: '0', deed: 'anew', start: '2025-03-01', reason });
  assert.equal(sent.status, 422);
  assert.match(
    words(sent, '.govuk-error-summary'),
    /Only 2 figures lie before this period, as far as the limits reach there: limits of their own need at least 7/,
  );
  assert.equal(sent.document.querySelector('textarea')?.textContent, reason);
  assert.ok(sent.document.querySelector('input[value=anew][checked]'));
  const late = await atWork.post(deciding, { seen: '0', deed: 'held', start: '2025-06-01', reason });
  assert.match(words(late, '.govuk-error-summary'), /held on 6 figures; with fewer than 12 they are chance/);
});

test('B02 what was decided stands beside the chart for everybody: in its notes, its table, its file and its picture', async () => {
  const sent = await atWork.post(deciding, { seen: '0', deed: 'anew', start: '2025-08-01', reason });
  assert.deepEqual([sent.status, sent.headers['location']], [303, here]);
  const shown = await page(here, visitor);
  assert.match(words(shown, '#chart-years .chart-notes'), sentence);
  assert.match(words(shown, '#chart-years table'), sentence);
  assert.match(words(shown, '#chart-years .chart-drawing--wide'), /limits anew/);
  assert.match(words(shown), /Everything decided about these limits \(1\)/);
  const file = await visitor.get(here.replace('?', '.csv?'));
  const row = file.text.split(/\r?\n/).find((line) => line.startsWith('Aug 2025'));
  assert.match((row ?? '').replaceAll('""', '"'), sentence);
  const picture = await visitor.get(`/pictures${here.replace('?', '.svg?')}`);
  assert.match(
    picture.text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' '),
    /Limits are worked anew from Aug 2025 on/,
  );
});

test('two at once: who comes second is told whose decision stands, and sees it', async () => {
  const sent = await atWork.post(deciding, { seen: '0', deed: 'held', start: '2026-01-01', reason });
  assert.equal(sent.status, 422);
  assert.match(
    words(sent, '.govuk-error-summary'),
    /Ash Tester decided about these limits while you were writing\. Nothing is lost/,
  );
  assert.match(words(sent), sentence);
  assert.equal(hidden(sent, 'seen'), '1', 'sent again, it would count');
});

test('it is taken back with a reason, by an analyst alone, and both stay to be read', async () => {
  const link = (await page(here, atWork)).document.querySelector('a[href*="/take-back"]');
  const back = link?.getAttribute('href') ?? '';
  const form = await page(back, atWork);
  assert.match(words(form), sentence);
  const seen = hidden(form, 'seen');
  const manager = await service.signedIn('manager');
  assert.equal((await manager.post(back, { seen, reason })).status, 404, 'a manager may not');
  const short = await atWork.post(back, { seen, reason: 'No.' });
  assert.match(words(short, '.govuk-error-summary'), /Say why in at least 20 letters/);
  const why = 'One of the two workers left again after a fortnight.';
  const sent = await atWork.post(back, { seen, reason: why });
  assert.deepEqual([sent.status, sent.headers['location']], [303, here]);
  const shown = await page(here, visitor);
  assert.doesNotMatch(words(shown, '#chart-years'), /limits anew/);
  assert.match(words(shown), /Taken back by Ash Tester, [^:]+: “One of the two workers left again/);
  const again = await atWork.post(back, { seen, reason: why });
  assert.equal(again.status, 422);
  assert.match(words(again, '.govuk-error-summary'), /Somebody did so while you were writing/);
});

test('there is nothing to decide where a line has no limits, or nobody knows the area', async () => {
  for (const path of [
    '/measures/lait/PrevRegCPR/limits?area=X10000001',
    deciding.replace('X10000001', 'E92000001'),
    deciding.replace('X10000001', 'X9'),
    deciding.split('?')[0] ?? '',
    `${deciding.split('?')[0]}/00000000-0000-7000-8000-00000000ffff/take-back?area=X10000001`,
  ])
    assert.equal((await atWork.get(path)).status, 404, path);
});
