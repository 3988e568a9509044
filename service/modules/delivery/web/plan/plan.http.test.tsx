import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setUpOrganisations } from '#modules/accounts/index.ts';
import { loadFrameworks } from '#modules/strategy/index.ts';
import { publishedFrameworks } from '#modules/strategy/testing.ts';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { addAction } from '../../actions/plan/write-action.ts';
import { waitFor } from '../../actions/plan/around-action.ts';
import { sayProgress } from '../../actions/plan/say-progress.ts';
import { addPlan } from '../../actions/plan/write-plan.ts';
import { addPriority } from '../../actions/plan/write-priority.ts';
import { emptyAction, type ActionWords } from '../../domain/new-action.ts';
import { planRoutes } from './plan-routes.ts';

const endings: (() => unknown)[] = [];
let service: TestService;
let manager: TestBrowser;
let visitor: TestBrowser;

const clock = () => new Date('2026-09-03T09:00:00Z');
const owner = (organisationKey: string, name = '') => ({
  personId: undefined,
  name,
  email: '',
  organisationKey,
});

before(async () => {
  const t = { after: (work: () => unknown) => void endings.unshift(work) };
  service = await testService(t, planRoutes, { clock });
  manager = await service.signedIn('manager');
  visitor = service.visitor();
});

after(async () => {
  for (const end of endings) await end();
});

/** A plan with one priority and three actions: A1 late and held up by nothing, A2 that waits for it, A3 that came loose. */
async function setUp(): Promise<void> {
  await service.asService(async (ctx) => {
    await loadFrameworks(ctx, publishedFrameworks('own'));
    const body = { kind: 'charity', from: undefined };
    await setUpOrganisations(ctx, [
      { ...body, key: 'well', name: 'The Well', until: undefined },
      { ...body, key: 'ark', name: 'The Ark', until: dayOf(2026, 8, 1) },
    ]);
    const words = {
      key: '2026-27',
      title: 'What we do in 2026/27',
      frameworkSlug: 'brackenshire',
      from: dayOf(2026, 4, 1),
      until: dayOf(2027, 3, 31),
      state: 'agreed' as const,
      agreedOn: dayOf(2026, 4, 2),
    };
    const plan = await addPlan(ctx, words);
    assert.ok(plan.done);
    assert.ok((await addPlan(ctx, { ...words, key: 'next', title: 'Next year', state: 'draft' })).done);
    const priority = await addPriority(ctx, {
      planKey: '2026-27',
      words: { elementKey: 'gentle-start', title: 'A gentle start first', why: 'Words at two.' },
    });
    assert.ok(priority.done);
    const at = { planId: plan.value.id, priorityId: priority.value.id };
    const add = async (given: Partial<ActionWords>) => {
      const added = await addAction(ctx, { ...emptyAction, ...at, ...given });
      assert.ok(added.done);
    };
    const element = { frameworkSlug: 'brackenshire', elementKey: 'gentle-start' };
    await add({
      title: 'Train nursery staff',
      element,
      owner: owner('well', 'Bo Secret'),
      due: dayOf(2026, 8, 1),
      oneOffPounds: 500,
    });
    await add({
      title: 'Bring a songbook',
      element,
      owner: owner('well'),
      due: dayOf(2027, 1, 1),
      yearlyPounds: 1_200,
      povertyNote: 'It is theirs to keep.',
    });
    await add({
      title: 'A lift to the hall',
      element: { ...element, elementKey: 'old-hall' },
      owner: { ...owner('ark', 'Kim Gone'), personId: storedId('01900000-0000-7000-8000-0000000000ff') },
    });
    assert.ok((await waitFor(ctx, { number: 2, waitsFor: 1 })).done);
    const said = await sayProgress(ctx, {
      number: 1,
      state: 'late',
      words: 'Secretly ill.',
      due: undefined,
      seen: 1,
    });
    assert.ok(said.done);
  });
}

function words(found: TestPage, selector = 'main'): string {
  // a space where a reader sees a new line
  const html = found.document.querySelector(selector)?.innerHTML ?? '';
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' .', '.')
    .replaceAll(' ,', ',')
    .trim();
}

const seenIn = (found: TestPage) =>
  found.document.querySelector('input[name=seen]')?.getAttribute('value') ?? '';

test('H05 H13 C10: the plan from its first day: empty and friendly; then what is late and what it holds up, sums, and no names', async () => {
  assert.match(words(await visitor.get('/plan')), /Nothing is planned here yet/);
  assert.match((await manager.get('/plan')).text, /href="\/plans\/new"/);
  await setUp();
  const moved = await visitor.get('/plan');
  assert.deepEqual([moved.status, moved.headers['location']], [303, '/plans/2026-27']);
  const plan = await visitor.get('/plans/2026-27');
  assert.match(
    words(plan),
    /One action is late A1 Train nursery staff late The Well by 1 August 2026 It holds up: A2/,
  );
  assert.match(
    words(plan),
    /Once £500 Each year that it goes on £1,200 2 actions are costed\. One is not.*A3/,
  );
  assert.match(words(plan), /A gentle start/);
  assert.doesNotMatch(plan.text, /Bo Secret|Kim Gone|Secretly ill/);
  for (const path of ['/actions/1', '/plans/2026-27/together'])
    assert.doesNotMatch((await visitor.get(path)).text, /Bo Secret|Secretly ill/, path);
  assert.equal((await visitor.get('/plans/next')).status, 404, 'a draft is for those who sit on a board');
  assert.equal((await manager.get('/plans/next')).status, 200);
  assert.match((await manager.get('/plans/2026-27')).text, /Bo Secret/);
  assert.match(
    words(await visitor.get('/plans/2026-27/together')),
    /Families with little money.*It is theirs to keep/,
  );
  assert.equal((await visitor.get('/plans/none')).status, 404);
  assert.equal((await visitor.get('/actions/99')).status, 404);
  assert.equal((await visitor.get('/actions/x')).status, 404);
});

test('H05 what is chosen stands in the address; whose it is can be chosen only by those who see names', async () => {
  const late = await visitor.get('/plans/2026-27?state=late');
  assert.match(words(late), /One action of 3 A1 Train nursery staff/);
  assert.equal(late.document.querySelector('#owner, select[name=owner]'), null);
  assert.match(words(await visitor.get('/plans/2026-27?owner=1')), /Bring a songbook/);
  const theirs = await manager.get('/plans/2026-27?owner=1');
  assert.match(words(theirs), /One action of 3/);
  const chosen = [...theirs.document.querySelectorAll('select[name=owner] option')];
  assert.deepEqual(
    chosen.map((one) => [one.getAttribute('value'), one.textContent, one.hasAttribute('selected')]),
    [
      ['', 'Everybody', false],
      ['1', 'Bo Secret', true],
      ['3', 'Kim Gone', false],
    ],
    'a name stands on the page, and in no address',
  );
  assert.match(words(await visitor.get('/plans/2026-27?state=done')), /Nothing here fits/);
});

test('an action tied to a withdrawn element, of an owner who left and an organisation that closed: said, with what to do', async () => {
  const page = await manager.get('/actions/3');
  assert.match(words(page), /has been taken out/);
  assert.match(words(page), /Whoever answered for it has left/);
  assert.match(words(page), /The Ark is no more \(Charity\. Closed on 1 August 2026\)/);
  assert.match(words(await manager.get('/plans/2026-27')), /What came loose A3 A lift to the hall/);
  const form = await manager.get('/actions/3/edit');
  assert.match(words(form, 'select[name=element]'), /What was taken out of the strategy/);
  const mended = await manager.post('/actions/3/edit', {
    seen: seenIn(form),
    title: 'A lift to the hall',
    element: 'gentle-start',
    organisation: 'well',
  });
  assert.equal(mended.status, 303);
  assert.doesNotMatch(words(await manager.get('/actions/3')), /came loose/);
});

test('H05 an action shows why, what it waits for and what it holds up; a wait in a circle is refused with the way round', async () => {
  const page = await visitor.get('/actions/2');
  assert.match(words(page, 'ol.thread'), /A gentle start.*Action ?Bring a songbook/);
  assert.match(words(page), /It waits for A1 Train nursery staff/);
  assert.match(words(await visitor.get('/actions/1')), /It is late, and holds up A2/);
  const circle = await manager.post('/actions/1/around', { what: 'add-wait', waitsFor: '2' });
  assert.equal(circle.status, 422);
  assert.match(words(circle, '.govuk-error-summary'), /A1 waits for A2 waits for A1/);
  const noDay = await manager.post('/actions/1/around', { what: 'add-milestone', title: 'Half' });
  assert.equal(noDay.status, 422);
  const step = {
    what: 'add-milestone',
    title: 'Half',
    'due-day': '1',
    'due-month': '10',
    'due-year': '2026',
  };
  assert.equal((await manager.post('/actions/1/around', step)).status, 303);
  const around = await manager.get('/actions/1/around');
  const milestone = around.document.querySelector('input[name=milestone]')?.getAttribute('value') ?? '';
  await manager.post('/actions/1/around', { what: 'reached', milestone });
  assert.match(words(await visitor.get('/actions/1')), /reached 3 September 2026 Half/);
  assert.equal(
    (await manager.post('/actions/1/around', { what: 'add-partner', organisation: 'ark' })).status,
    422,
    'one that has closed helps nobody',
  );
  assert.equal((await visitor.get('/actions/1/around')).status, 303, 'a visitor is asked to sign in');
});

test('H05 what may be the same work is shown side by side before it is added, and never held back', async () => {
  const answers = { title: 'Train all nursery staff well', what: 'Two mornings', priority: '', element: '' };
  const shown = await manager.post('/actions/new?plan=2026-27', answers);
  assert.equal(shown.status, 200);
  assert.match(words(shown), /Is this somebody’s work already\?.*A1 Train nursery staff/);
  assert.equal(shown.document.querySelector('#what')?.textContent, 'Two mornings');
  const added = await manager.post('/actions/new?plan=2026-27', { ...answers, alike: 'seen' });
  assert.equal(added.headers['location'], '/actions/4');
  assert.match(words(await manager.get('/plans/2026-27')), /Perhaps the same work twice/);
  const wrong = await manager.post('/actions/new', {
    title: '',
    oneOff: 'lots',
    theirPlanLink: 'javascript:alert(1)',
    what: 'Kept',
  });
  assert.equal(wrong.status, 422);
  assert.match(words(wrong, '.govuk-error-summary'), /whole pounds.*begins with https/);
  assert.equal(wrong.document.querySelector('#what')?.textContent, 'Kept');
});

test('H05 how it goes is said; without a reason it is refused and the words are kept; two who say it at once see both', async () => {
  const form = await manager.get('/actions/2/say');
  const seen = seenIn(form);
  const bare = await manager.post('/actions/2/say', { state: 'paused', words: '', seen });
  assert.equal(bare.status, 422);
  assert.match(bare.document.title, /^Error: /);
  assert.match(words(bare, '.govuk-error-summary'), /Say why it is paused/);
  assert.equal(
    (await manager.post('/actions/2/say', { state: 'under-way', words: 'Begun.', seen })).status,
    303,
  );
  const second = await manager.post('/actions/2/say', { state: 'paused', words: 'My words', seen });
  assert.equal(second.status, 422);
  assert.match(words(second), /What stands there now under way.*“Begun\.”.*Yours/);
  assert.equal(second.document.querySelector('#words')?.textContent, 'My words');
  const mine = await manager.post('/actions/2/say', {
    state: 'paused',
    words: 'My words',
    seen: seenIn(second),
  });
  assert.equal(mine.status, 303);
});

test('H05 a plan is begun and changed, its priorities added and moved without scripts', async () => {
  const day = (name: string, year: string) => ({
    [`${name}-day`]: '1',
    [`${name}-month`]: '4',
    [`${name}-year`]: year,
  });
  const plan = { title: 'The year after', key: '2027-28', framework: 'brackenshire', state: 'agreed' };
  const wrong = await manager.post('/plans/new', {
    ...plan,
    ...day('from', '2027'),
    key: '2026-27',
    ...day('until', '2028'),
  });
  assert.equal(wrong.status, 422);
  assert.match(words(wrong, '.govuk-error-summary'), /There is a plan with this short name already/);
  const begun = await manager.post('/plans/new', {
    ...plan,
    ...day('from', '2027'),
    ...day('until', '2028'),
  });
  assert.equal(begun.headers['location'], '/plans/2027-28');
  for (const title of ['First', 'Second'])
    assert.equal(
      (await manager.post('/plans/2027-28/priorities/new', { title, element: 'gentle-start', why: '' }))
        .status,
      303,
    );
  const page = await manager.get('/plans/2027-28');
  const move =
    [...page.document.querySelectorAll('form[action$="/move"]')].at(-1)?.getAttribute('action') ?? '';
  assert.equal((await manager.post(move, { way: 'up' })).status, 303);
  assert.match(words(await manager.get('/plans/2027-28')), /1\. Second.*2\. First/);
  const form = await manager.get('/plans/2027-28/edit');
  const changed = { ...plan, ...day('from', '2027'), ...day('until', '2028'), title: 'Another name' };
  assert.equal((await manager.post('/plans/2027-28/edit', { ...changed, seen: seenIn(form) })).status, 303);
  const meanwhile = await manager.post('/plans/2027-28/edit', { ...changed, seen: '1' });
  assert.match(words(meanwhile), /Somebody else saved this.*Another name/);
});

test('C11 what meets in the same families is written down, needs an answer where it harms, and stands on the page', async () => {
  const answers = {
    families: 'Families on low pay',
    concerns: 'low-income',
    direction: 'harms',
    actions: ['1', '2'],
    whatHappens: 'Both at once.',
    whatWeDo: '',
  };
  const wrong = await manager.post('/plans/2026-27/together/new', answers);
  assert.equal(wrong.status, 422);
  assert.match(words(wrong, '.govuk-error-summary'), /It harms somebody/);
  assert.equal(wrong.document.querySelector('#whatHappens')?.textContent, 'Both at once.');
  const saved = await manager.post('/plans/2026-27/together/new', { ...answers, whatWeDo: 'We ring them.' });
  assert.equal(saved.status, 303);
  const page = await visitor.get('/plans/2026-27/together');
  assert.match(
    words(page),
    /Families on low pay Together they harm.*The Well: A1 Train nursery staff.*We ring them/,
  );
  const link = (await manager.get('/plans/2026-27/together')).document.querySelector(
    'a[href*="/together/0"]',
  );
  const form = await manager.get(link?.getAttribute('href') ?? '');
  assert.equal(form.status, 200);
  assert.equal(form.document.querySelectorAll('input[name=actions][checked]').length, 2);
});
