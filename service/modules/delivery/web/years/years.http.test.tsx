import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setUpPartnership } from '#modules/accounts/index.ts';
import { loadFrameworks } from '#modules/strategy/index.ts';
import { publishedFrameworks } from '#modules/strategy/testing.ts';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { addAction } from '../../actions/plan/write-action.ts';
import { addPlan } from '../../actions/plan/write-plan.ts';
import { addPriority } from '../../actions/plan/write-priority.ts';
import { actionWords } from '../../store/testing.ts';
import { fridayRoutes } from '../friday/friday-page.tsx';
import { yearsRoutes } from './years-routes.ts';

const endings: (() => unknown)[] = [];
const year = '/years/2025-26';
let service: TestService;
let manager: TestBrowser;
let young: TestBrowser;
let actionId = '';

before(async () => {
  const t = { after: (work: () => unknown) => void endings.unshift(work) };
  service = await testService(t, [...yearsRoutes, ...fridayRoutes], {
    clock: () => new Date('2026-09-03T09:00:00Z'),
  });
  await service.asService(async (ctx) => {
    const partnership = {
      slug: 'test',
      name: 'Test Partnership',
      shortName: 'Test',
      brandColour: '#265b3c',
      isInvented: true,
    };
    await setUpPartnership(ctx, { partnership, people: [] });
    await loadFrameworks(ctx, publishedFrameworks('own'));
    const plan = await addPlan(ctx, {
      key: '2025-26',
      title: 'Our plan for 2025/26',
      frameworkSlug: 'brackenshire',
      from: dayOf(2025, 4, 1),
      until: dayOf(2026, 3, 31),
      state: 'agreed',
      agreedOn: undefined,
    });
    const words = { elementKey: 'gentle-start', title: 'A <gentle> start', why: '' };
    const priority = await addPriority(ctx, { planKey: '2025-26', words });
    assert.ok(plan.done && priority.done);
    const at = { planId: plan.value.id, priorityId: priority.value.id, due: dayOf(2026, 3, 1) };
    const action = await addAction(ctx, actionWords(at));
    assert.ok(action.done);
    actionId = action.value.id;
  });
  manager = await service.signedIn('manager');
  young = await service.signedIn('young-inspector');
});

after(async () => {
  for (const end of endings) await end();
});

function words(found: TestPage, selector = 'main'): string {
  const html = found.document.querySelector(selector)?.innerHTML ?? '';
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

test('H05 a young person looks back; what was typed stays when something is missing; both sides stand alike', async () => {
  const half = await young.post(`${year}/look-backs`, { who: 'young-people', words: 'Tell us sooner.' });
  assert.equal(half.status, 422);
  assert.match(half.document.title, /^Error: /);
  assert.equal(half.document.querySelector('textarea[name=words]')?.textContent, 'Tell us sooner.');
  assert.match(words(half, '.govuk-error-summary'), /Enter for which organisation or group/);
  const said = await young.post(`${year}/look-backs`, {
    who: 'young-people',
    words: 'Tell us sooner.',
    saidFor: 'Young Brackens',
    judgement: 'must-get-better',
  });
  assert.equal(said.status, 303);
  const seen = await manager.get(year);
  const [first, second] = seen.document.querySelectorAll('.both-judgements h3');
  assert.deepEqual([first?.textContent, second?.textContent], ['Young people', 'Adults']);
  assert.match(words(seen), /Must get better Tell us sooner\. Young Brackens, written down by Ash Tester/);
  assert.match(words(seen), /A &lt;gentle&gt; start/);
  assert.equal((await young.post(`${year}/turn`, { subject: actionId, became: 'done' })).status, 404);
});

test('H05 a line is turned on the page; the year says what is left, and closes when nothing is', async () => {
  assert.match(words(await manager.get(year)), /One priority and one action are left/i);
  const refused = await manager.post(`${year}/close`);
  assert.equal(refused.status, 422);
  assert.match(words(refused), /The year cannot close yet: one priority and one action are left to turn/);
  const why = await manager.post(`${year}/turn`, { subject: actionId, became: 'stopped' });
  assert.match(words(why, '.govuk-error-summary'), /Enter why it stops/);
  assert.ok(why.document.getElementById(`reason-${actionId}`), 'the summary leads to its field');
  const carried = await manager.post(`${year}/turn`, {
    subject: actionId,
    became: 'carried',
    [`reason-${actionId}`]: 'We owe it.',
  });
  assert.equal(carried.status, 303);
  const again = await manager.post(`${year}/turn`, { subject: actionId, became: 'done' });
  assert.match(words(again), /Ash Tester said already that it is carried over/);
  assert.match(words(await manager.get(year)), /Carried over as A2 into “Our plan for 2026\/27”/);
  const mark = `#line-${actionId}`;
  const turned = (await manager.get(year)).document.querySelector(mark);
  const fields = [...(turned?.querySelectorAll<HTMLInputElement>('input[type=hidden]') ?? [])];
  const which = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  assert.match(turned?.querySelector('button')?.textContent ?? '', /^Turn it back: A1$/);
  assert.equal((await young.post(`${year}/turn-back`, which)).status, 404);
  assert.equal((await manager.post(`${year}/turn-back`, which)).status, 303);
  const open = await manager.get(year);
  assert.match(words(open, mark), /^Carried over, said Ash Tester; turned back by Ash Tester on 3 September/);
  assert.ok(open.document.getElementById(`reason-${actionId}`), 'it can be turned anew');
  const second = await manager.post(`${year}/turn-back`, which);
  assert.equal(second.status, 422);
  assert.equal(second.document.querySelector('.govuk-error-summary a')?.getAttribute('href'), mark);
  assert.match(words(second, mark), /Ash Tester turned this back already/);
  await manager.post(`${year}/carry-all`);
  assert.equal((await manager.post(`${year}/close`)).status, 303);
  assert.match(words(await manager.get(year)), /This year is closed/);
});

test('H05 a new priority of the next plan needs its why, and keeps what was typed', async () => {
  const half = await manager.post(`${year}/next/priorities`, { title: 'Safe and loved', element: '' });
  assert.equal(half.status, 422);
  assert.equal(half.document.querySelector<HTMLInputElement>('#title')?.value, 'Safe and loved');
  const element = 'safe-and-loved';
  const added = await manager.post(`${year}/next/priorities`, {
    title: 'Safe and loved',
    element,
    why: 'Too many moves.',
  });
  assert.equal(added.status, 303);
  assert.match(words(await manager.get(year)), /Safe and loved Too many moves\./);
  const nobody = await manager.post(`${year}/next/agree`, { decision: '7' });
  assert.match(words(nobody), /There is no decision D7/);
});

test('B16 the report is drafted, written, published and read by everybody; an earlier edition leads to the newest', async () => {
  const visitor = service.visitor();
  assert.equal((await visitor.get(`${year}/report`)).status, 404);
  await manager.post(`${year}/draft`);
  const part = await manager.get(`${year}/draft/in-short`);
  const version = part.document.querySelector<HTMLInputElement>('input[name=version]')?.value ?? '';
  const mine = { version, words: 'We said one thing.\n\n- and did it\n- <b>mostly</b>' };
  assert.equal((await manager.post(`${year}/draft/in-short`, mine)).status, 303);
  const meanwhile = await manager.post(`${year}/draft/in-short`, { version, words: 'Another thing.' });
  assert.equal(meanwhile.status, 422);
  assert.match(
    words(meanwhile, '.both-versions'),
    /What you wrote Another thing\. What stands now We said one/,
  );
  assert.equal((await manager.post(`${year}/publish`)).status, 303);
  const read = await visitor.get(`${year}/report`);
  assert.equal(read.document.querySelectorAll('h1').length, 1);
  assert.match(words(read), /About one minute to read aloud/);
  assert.match(words(read), /and did it &lt;b&gt;mostly&lt;\/b&gt;/);
  assert.match(words(read), /Young Brackens: Tell us sooner\./);
  assert.doesNotMatch(words(read), /Ash Tester/, 'no name of a person is for everybody');
  const same = await manager.post(`${year}/publish`, { reason: 'Again.' });
  assert.match(words(same), /Nothing has changed since the last edition/);
  const now = { version: '2', words: 'We said one thing, and did half of it.' };
  await manager.post(`${year}/draft/in-short`, now);
  assert.match(words(await manager.post(`${year}/publish`, { reason: '' })), /why a new edition is needed/);
  await manager.post(`${year}/publish`, { reason: 'We said too much.' });
  assert.match(words(await visitor.get(`${year}/report`)), /did half of it/);
  const earlier = await visitor.get(`${year}/report/1`);
  assert.match(words(earlier), /an earlier edition[^]*We said too much\.[^]*mostly/);
  assert.equal((await visitor.get(`${year}/report/3`)).status, 404);
});

test('H05 a director’s Friday says what is late, and does not claim that nobody asks', async () => {
  const seen = await (await service.signedIn('board-member')).get('/friday');
  assert.equal(seen.status, 200);
  assert.match(words(seen), /Children’s asks are not kept here yet/);
  assert.match(words(seen), /No figures of our own area/);
  assert.equal((await service.visitor().get('/friday')).status, 303);
  assert.equal((await young.get('/friday')).status, 404);
});
