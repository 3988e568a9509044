import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { loadFrameworks } from '#modules/strategy/index.ts';
import { publishedFrameworks } from '#modules/strategy/testing.ts';
import type { TestBrowser, TestPage, TestService } from '#platform/http/testing.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { describeMeasure } from '../../actions/report/describe-measure.ts';
import { exceptions } from '../../queries/exceptions/exceptions.ts';
import { page, reportService, words } from '../report-card/testing.ts';
import { lateFiguresThatWait } from '../scorecard/waiting.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let visitor: TestBrowser;
let analyst: TestBrowser;

before(async () => {
  service = await reportService(ends);
  await service.asService((ctx) => loadFrameworks(ctx, publishedFrameworks('own')));
  visitor = service.visitor();
  analyst = await service.signedIn('analyst');
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

const ours = '/scorecards/X10000001';
const ofGroup = `${ours}?strategy=brackenshire&owner=beginning-group`;

function links(found: TestPage): readonly string[] {
  return [...found.document.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? '');
}

test('B02: a scorecard of a strategy and of one group in it has its own heading and an address to share', async () => {
  const whole = await page(`${ours}?strategy=brackenshire`, visitor);
  assert.match(words(whole, 'h1'), /Unfurl.*Scorecard, Brackenshire/);
  const group = await page(ofGroup, visitor);
  assert.match(words(group, 'h1'), /^Beginning Group \(before birth to 5\) Scorecard, Brackenshire/);
  assert.match(group.document.title, /^Beginning Group/);
  assert.match(words(group), /Ready for school/);
  assert.doesNotMatch(words(group), /A second plan|Repeat child protection plans/);
  assert.equal(
    group.document.querySelector('select[name=owner] option[selected]')?.textContent,
    'Beginning Group (before birth to 5)',
  );
  assert.ok(
    links(group).some((href) => href.includes('exceptions') && href.includes('owner=beginning-group')),
  );
  const file = await visitor.get(`${ours}.csv?strategy=brackenshire&owner=beginning-group`);
  assert.doesNotMatch(file.text, /PrevRegCPR/);
});

test('B02: of a board its groups are led to, and whoever owns nothing that is measured is told so', async () => {
  const board = await page(`${ours}?strategy=brackenshire&owner=partnership-board`, visitor);
  assert.ok(links(board).some((href) => href.includes('owner=growing-group')));
  const none = await page(`${ours}?strategy=brackenshire&owner=head-of-inclusion`, visitor);
  assert.match(
    words(none),
    /Nothing is measured yet of what they own.*says nothing of how well they are doing/,
  );
});

test('B02: an owner of another strategy falls away, and a strategy that is not there is not found', async () => {
  const other = await visitor.get(`${ours}?strategy=brackenshire&owner=nobody`);
  assert.deepEqual([other.status, other.headers['location']], [303, `${ours}?strategy=brackenshire`]);
  assert.equal((await visitor.get(`${ours}?strategy=nobody`)).status, 404);
  assert.equal((await visitor.get(`${ours}/exceptions?strategy=brackenshire&owner=nobody`)).status, 404);
  assert.equal((await visitor.get(`${ours}?framework=brackenshire`)).status, 200, 'the old name still works');
});

test('B20: an analyst keeps a scorecard, and everybody reads it as it stood', async () => {
  const form = `${ours}/kept/new`;
  assert.equal((await visitor.get(form)).status, 303, 'somebody who is not known signs in first');
  const asked = await page(form, analyst);
  assert.match(
    asked.document.querySelector('#name')?.getAttribute('value') ?? '',
    /^Quarter \d, \d{4}\/\d\d$/,
  );
  const wrong = await analyst.post(form, { name: '', note: 'For the board' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.document.title, /^Error: /);
  assert.equal(wrong.document.querySelector('#note')?.textContent, 'For the board');
  const sent = await analyst.post(form, { name: 'Quarter 1, 2026/27', note: 'For the board' });
  assert.equal(sent.status, 303);
  const at = String(sent.headers['location']);
  const kept = await page(at, visitor);
  assert.match(
    words(kept),
    /Quarter 1, 2026\/27 Brackenshire ?As it stood on .* kept by .*Nothing here changes any more/,
  );
  assert.match(words(kept, 'table'), /England/);
  assert.match(words(await page(`${at}/changes`, visitor)), /Nothing has changed/);
  assert.match(words(await page(`${ours}/kept`, visitor)), /Quarter 1, 2026\/27/);
  assert.equal((await visitor.get(at.replace('X10000001', 'X10000002'))).status, 404, 'of another area');
  assert.equal((await visitor.get(`${ours}/kept/none`)).status, 404);
});

test('B20: one that is closed to the public says why to everybody, and shows nothing more', async () => {
  const sent = await analyst.post(`${ours}/kept/new?strategy=brackenshire`, { name: 'Wrong', note: '' });
  const at = String(sent.headers['location']);
  assert.equal((await visitor.get(`${at}/supersede`)).status, 303);
  await page(`${at}/supersede`, analyst);
  const empty = await analyst.post(`${at}/supersede`, { reason: '', reading: 'keepers', inPlace: 'nothing' });
  assert.equal(empty.status, 422);
  const reason = 'It shows a school that can be known.';
  const said = await analyst.post(`${at}/supersede`, { reason, reading: 'keepers', inPlace: 'now' });
  assert.deepEqual([said.status, said.headers['location']], [303, at]);
  const toAll = await page(at, visitor);
  assert.match(words(toAll), /No longer to be relied on.*It shows a school that can be known/);
  assert.equal(toAll.document.querySelectorAll('table').length, 0);
  assert.equal((await visitor.get(`${at}/changes`)).status, 404);
  assert.ok((await page(at, analyst)).document.querySelectorAll('table').length > 0);
  const again = await analyst.post(`${at}/supersede`, { reason, reading: 'everybody', inPlace: 'nothing' });
  assert.match(words(again, '.govuk-error-summary'), /said so already/);
});

test('B06: what needs attention stands alone, with what luck would do, and boards can ask for it', async () => {
  const found = await page(`${ours}/exceptions`, visitor);
  assert.match(words(found), /luck alone would still make/);
  assert.match(
    words(found),
    /Surely worse than England.*Repeat child protection plans|Surely worse than England/,
  );
  const asked = await service.asService((ctx) => exceptions(ctx, { area: 'X10000001' }));
  assert.equal(asked?.area.name, 'Brackenshire');
  const first = asked.measures[0];
  assert.deepEqual(
    [first?.measure, first?.kind, first?.link],
    ['lait:PrevRegCPR', 'worse', '/measures/lait/PrevRegCPR?area=X10000001'],
  );
  assert.match(first?.reasons[0] ?? '', /^Worse than England: chance alone/);
  assert.equal(await service.asService((ctx) => exceptions(ctx, { area: 'X99999999' })), undefined);
});

test('B12 B13 B14: measures stand under the question that they ask, and what nobody has said is led to', async () => {
  const said = await service.asService((ctx) =>
    describeMeasure(ctx, {
      measure: 'lait:PrevRegCPR',
      words: {
        concerns: 'performance',
        asks: 'better-off',
        betterOff: ['circumstances'],
        levels: ['groups'],
        owner: 'Ash Tester',
        nextOn: dayOf(2026, 4, 1),
      },
      seen: 0,
    }),
  );
  assert.ok(said.done);
  const found = await page(`${ours}/three-questions`, analyst);
  const columns = [...found.document.querySelectorAll('.question')].map((one) => one.textContent ?? '');
  assert.equal(columns.length, 3);
  assert.match(
    columns[2] ?? '',
    /Is anyone better off\?.*31\.2%.*Circumstances: lives have changed · For: groups/s,
  );
  assert.match(words(found), /Nothing yet tells of: skills and knowledge, attitudes, behaviour/);
  assert.ok(links(found).includes('/measures/lait/FSP_NEW_GOODDEV/about?area=X10000001'));
  const toAll = await page(`${ours}/three-questions`, visitor);
  assert.ok(!links(toAll).some((href) => href.includes('/about')));
});

test('B20: a late figure is marked on the scorecard, needs attention, and waits for the owner of its measure', async () => {
  const late = /Late next expected on 1 April 2026/;
  assert.match(words(await page(`${ours}?open=all`, visitor)), late);
  assert.match(words(await page(`${ours}/exceptions`, visitor)), /expected on 1 April 2026 and is late/);
  const actor = (name: string): Actor => ({
    kind: 'person',
    personId: storedId('00000000-0000-7000-8000-0000000000c1'),
    name,
    roles: ['analyst'],
  });
  const waiting = (name: string) =>
    service.asService((ctx) => lateFiguresThatWait({ ...ctx, actor: actor(name) }));
  const [first, ...others] = await waiting('Ash Tester');
  assert.match(first?.words ?? '', /expected on 1 April 2026 and is late\. You own this measure/);
  assert.deepEqual([others, await waiting('Somebody Else')], [[], []]);
});
