import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setUpOrganisations, setUpPartnership } from '#modules/accounts/index.ts';
import { loadFrameworks } from '#modules/strategy/index.ts';
import { publishedFrameworks } from '#modules/strategy/testing.ts';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { addBoard, addMeeting } from '../../store/testing.ts';
import { addPlan } from '../../actions/plan/write-plan.ts';
import { actionSubjects, decisionSubjects } from '../../queries/delivery-subjects.ts';
import { planPageRoutes } from '../plan/plan-page.tsx';
import { agendaAndDecisionRoutes } from './decisions-routes.ts';

const ends: (() => unknown)[] = [];
let asked = 0;
let service: TestService;
let manager: TestBrowser;
let second: TestBrowser;
let reader: TestBrowser;
let visitor: TestBrowser;

before(async () => {
  service = await testService(
    { after: (end: () => unknown) => void ends.push(end) },
    [...agendaAndDecisionRoutes([actionSubjects, decisionSubjects]), ...planPageRoutes],
    { clock: () => new Date(Date.parse('2026-09-14T13:30:00Z') + (asked += 1)) },
  );
  await service.asService(async (ctx) => {
    await setUpPartnership(ctx, {
      partnership: {
        slug: 'test',
        name: 'Test Partnership',
        shortName: 'Test',
        brandColour: '#265b3c',
        isInvented: true,
      },
      people: [],
    });
    await setUpOrganisations(ctx, [{ key: 'early-help', name: 'Early Help', kind: 'council' }]);
    await loadFrameworks(ctx, { frameworks: publishedFrameworks('own').frameworks, crosswalks: [] });
    const board = await addBoard(ctx);
    await addMeeting(ctx, board, { key: 'september', on: dayOf(2026, 9, 14), minutes: 60 });
  });
  manager = await service.signedIn('manager');
  second = await service.signedIn('board-member');
  reader = await service.signedIn('analyst');
  visitor = service.visitor();
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

function words(found: TestPage, selector = 'main'): string {
  return (found.document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** Every field has a label, every heading follows the one before, and there is one first heading. */
function assertReadable({ document }: TestPage) {
  assert.equal(document.querySelectorAll('h1').length, 1);
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, 'an id stands twice');
  for (const field of document.querySelectorAll('main input:not([type=hidden]), main textarea, main select'))
    assert.ok(document.querySelector(`label[for="${field.id}"]`), `no label for ${field.id}`);
  let last = 1;
  for (const heading of document.querySelectorAll('main h1, main h2, main h3')) {
    const level = Number(heading.tagName.slice(1));
    assert.ok(level <= last + 1, `${heading.textContent ?? ''} skips a level`);
    last = level;
  }
}

const agenda = '/meetings/september/agenda';
const minutes = '/meetings/september/minutes';
const item = { title: 'The bus to school', asks: 'to-decide', minutes: '25', leadName: 'Asha Field' };
const asItem = (given: Record<string, string>) => ({
  words: '',
  publish: 'publish',
  ground: '',
  ...item,
  ...given,
});

test('H03 an item is added by hand and moved, without scripts; wrong answers keep what was typed', async () => {
  const empty = await manager.get(agenda);
  assert.match(words(empty), /Nothing is on the agenda yet/);
  const wrong = await manager.post(`${agenda}/items/new`, asItem({ minutes: 'ten' }));
  assert.equal(wrong.status, 422);
  assert.match(wrong.document.title, /^Error: /);
  assert.equal(wrong.document.querySelector<HTMLInputElement>('#title')?.value, item.title);
  assert.equal(words(wrong, '.govuk-error-summary a'), 'Enter a whole number');
  assert.equal((await manager.post(`${agenda}/items/new`, asItem({}))).status, 303);
  const secret = { title: 'A contract', publish: 'exempt', ground: 'Paragraph 3', minutes: '50' };
  assert.equal((await manager.post(`${agenda}/items/new`, asItem(secret))).status, 303);
  const full = await manager.get(agenda);
  assertReadable(full);
  assert.match(words(full), /75 minutes are planned in a meeting of 60 minutes: 15 minutes too long/);
  const up = [...full.document.querySelectorAll('button')].find(({ value }) => value === 'up');
  const action = up?.closest('form')?.getAttribute('action');
  assert.ok(action);
  assert.equal((await manager.post(action, { way: 'up' })).status, 303);
  const titles = [...(await manager.get(agenda)).document.querySelectorAll('.agenda h3')];
  assert.deepEqual(
    titles.map(({ textContent }) => textContent),
    ['A contract', 'The bus to school'],
  );
});

test('R65 a visitor reads the agenda without what is exempt and without names of people', async () => {
  const seen = await visitor.get(agenda);
  assert.equal(seen.status, 200);
  assert.match(words(seen), /Not published.*Paragraph 3.*The bus to school/);
  assert.doesNotMatch(seen.text, /A contract|Asha Field|\/minutes/);
  assert.doesNotMatch((await visitor.get(minutes)).text, /A contract|Asha Field|The bus/);
  assert.equal((await reader.get(minutes)).status, 200);
});

/** The note form of the last item of the page, as a browser would post it. */
function noteOf({ document }: TestPage): { action: string; fields: Record<string, string> } {
  const section = [...document.querySelectorAll('.minutes-item')].find((one) =>
    one.querySelector('h2')?.textContent?.includes('bus'),
  );
  const form = section?.querySelector<HTMLFormElement>('form.note');
  assert.ok(form);
  const fields = [...form.querySelectorAll<HTMLInputElement>('input[type=hidden], textarea')]
    .filter(({ name }) => name !== 'csrf')
    .map(({ name, value }) => [name, value] as const);
  return { action: form.getAttribute('action') ?? '', fields: Object.fromEntries(fields) };
}

test('H02 two take minutes without scripts: both see both, and each only mends their own', async () => {
  const mine = noteOf(await manager.get(minutes));
  const theirs = noteOf(await second.get(minutes));
  const kept = await manager.post(mine.action, { ...mine.fields, words: 'Seven came late.' });
  assert.equal(kept.status, 303);
  assert.equal((await second.post(theirs.action, { ...theirs.fields, words: 'Nobody rang.' })).status, 303);
  const page = await manager.get(minutes);
  assertReadable(page);
  assert.match(words(page, '.note-of-other'), /Nobody rang\./);
  assert.equal(noteOf(page).fields['words'], 'Seven came late.');
  const stale = await manager.post(mine.action, { ...mine.fields, words: 'Eight came late.' });
  assert.equal(stale.status, 303);
  assert.match(words(await manager.get(minutes)), /You wrote this note in two places.*Seven came late\./);
});

test('H02 a note that a script sends twice is kept once, and is answered with its version', async () => {
  const sent = {
    client: 'offline-1',
    item: '',
    seen: '0',
    words: 'Written on a train.',
    by: 'script',
  };
  const twice = [
    await manager.post(`${minutes}/notes`, sent),
    await manager.post(`${minutes}/notes`, { ...sent, next: '' }),
  ];
  assert.deepEqual(
    twice.map(({ text }) => JSON.parse(text)),
    [
      { saved: true, version: 1, besides: false },
      { saved: true, version: 1, besides: false },
    ],
  );
  const page = await second.get(minutes);
  assert.equal(page.text.split('Written on a train.').length, 2);
  const over = await second.post(`${minutes}/notes`, { ...sent, words: 'Mine.' });
  assert.match(over.text, /"saved":false.*belongs to/);
  assert.equal((await reader.post(`${minutes}/notes`, sent)).status, 404);
});

const decision = {
  title: 'A second bus at eight',
  words: 'From January.',
  reason: 'Seven came late.',
  dissent: 'The operator: no driver yet.',
  ownerName: 'Asha Field',
  ownerOrganisation: 'early-help',
  becomes: 'action',
  'due-day': '20',
  'due-month': '1',
  'due-year': '2027',
  publish: 'publish',
  element: 'brackenshire/a-way-to-get-there',
};

test('H02 a decision is written under its item, keeps what was typed, and becomes an action at once', async () => {
  const { fields, action } = noteOf(await manager.get(minutes));
  const on = await manager.post(action, { ...fields, next: 'decide' });
  const to = String(on.headers['location']);
  assert.match(to, /\?decide=[0-9a-f-]+#decide$/);
  const form = await manager.get(to.replace('#decide', ''));
  assertReadable(form);
  const under = form.document.querySelector<HTMLInputElement>('#decide input[name=item]')?.value ?? '';
  const post = (given: Record<string, string>) =>
    manager.post(`${minutes}/decisions`, { item: under, ...decision, ...given });
  const wrong = await post({ reason: '', actionEmail: 'asha' });
  assert.equal(wrong.status, 422);
  assert.equal(words(wrong, '.govuk-error-summary li'), 'Enter why');
  assert.match(words(wrong, '#decide textarea[name=dissent]'), /no driver yet/);
  assert.equal((await post({})).status, 303);
  const page = await manager.get(minutes);
  assert.match(words(page, '.decided'), /Decided: D1: A second bus at eight/);
  const seen = await visitor.get('/decisions/1');
  assertReadable(seen);
  assert.match(
    words(seen),
    /A second bus at eight.*no driver yet.*What came of it.*A1, not begun, by 20 January 2027/,
  );
  assert.match(words(seen, '.thread'), /A way to get there/);
  assert.doesNotMatch(seen.text, /Asha Field/);
  assert.match((await manager.get('/decisions/1')).text, /Asha Field/);
});

test('H14 what came of a decision is told on its page; the log of changes and the list show what is published', async () => {
  const told = await manager.post('/decisions/1/came', { came: 'It runs.', seen: '1' });
  assert.equal(told.status, 303);
  const stale = await second.post('/decisions/1/came', { came: 'It does not.', seen: '1' });
  assert.equal(stale.status, 422);
  assert.match(words(stale), /Somebody wrote this meanwhile: “It runs\.”/);
  const change = {
    becomes: 'service-change',
    changeWhat: 'The front door',
    changeBefore: 'A form',
    changeAfter: 'A call',
  };
  await manager.post(`${minutes}/decisions`, { ...decision, ...change, item: 'none' });
  const exempt = { title: 'The price', publish: 'exempt', ground: 'Paragraph 3', becomes: 'record' };
  await manager.post(`${minutes}/decisions`, { ...decision, ...exempt, item: 'none' });
  const log = await visitor.get('/decisions/redesigns');
  assertReadable(log);
  assert.match(words(log), /The front door\s*Before\s*A form\s*After\s*A call/);
  const list = await visitor.get('/decisions');
  assertReadable(list);
  assert.doesNotMatch(list.text, /The price/);
  assert.match((await reader.get('/decisions')).text, /The price/);
  assert.equal((await visitor.get('/decisions/3')).status, 404);
  const came = await visitor.get('/decisions?state=came&year=2026&body=board');
  assert.deepEqual(
    [...came.document.querySelectorAll('.decisions h2')].map((one) => one.textContent),
    ['A second bus at eight'],
  );
  for (const nowhere of ['/decisions/0', '/decisions/99', '/decisions/x', '/meetings/none/agenda'])
    assert.equal((await visitor.get(nowhere)).status, 404, nowhere);
});

/** The plan of a year, agreed. */
async function agreed(key: string): Promise<void> {
  const added = await service.asService((ctx) =>
    addPlan(ctx, {
      key,
      title: `Our plan ${key}`,
      frameworkSlug: 'brackenshire',
      from: dayOf(2026, 4, 1),
      until: dayOf(2027, 3, 31),
      state: 'agreed',
      agreedOn: dayOf(2026, 4, 1),
    }),
  );
  assert.ok(added.done);
}

test('H02 a decision that changes the plan asks which one only where there are several; plan and decision show each other', async () => {
  await agreed('2026-27');
  const form = () => manager.get(`${minutes}?decide=none`);
  assert.equal((await form()).document.querySelector('[name=changePlan]'), null, 'there is but one');
  await agreed('beside');
  const offered = (await form()).document.querySelectorAll<HTMLOptionElement>('[name=changePlan] option');
  assert.deepEqual([...offered].map(({ textContent }) => textContent).toSorted(), [
    'Nothing chosen',
    'Our plan 2026-27',
    'Our plan beside',
  ]);
  const change = { becomes: 'plan-change', changeWhat: 'The bus first', changeAfter: 'From January' };
  const bus = { ...decision, ...change, title: 'The bus comes first', item: 'none' };
  const open = await manager.post(`${minutes}/decisions`, bus);
  assert.equal(open.status, 422);
  assert.equal(words(open, '.govuk-error-summary li'), 'Choose which plan changes');
  const field = open.document.querySelector('[name=changePlan]');
  assert.ok(field?.closest('details')?.hasAttribute('open'), 'what is to be mended is unfolded');
  const plan = [...offered].find(({ textContent }) => textContent?.endsWith('27'))?.value ?? '';
  assert.equal((await manager.post(`${minutes}/decisions`, { ...bus, changePlan: plan })).status, 303);
  const shown = await visitor.get('/plans/2026-27');
  assertReadable(shown);
  assert.match(words(shown), /What decisions changed in it\s*The bus first.*After\s*From January/);
  const to = [...shown.document.querySelectorAll('a')].find(
    ({ textContent }) => textContent === 'The bus comes first',
  );
  const seen = await visitor.get(to?.getAttribute('href') ?? '');
  assertReadable(seen);
  assert.match(words(seen), /What came of it\s*Our plan 2026-27 was changed: The bus first/);
  assert.ok(seen.document.querySelector('.what-came a[href="/plans/2026-27"]'));
  assert.doesNotMatch(words(await visitor.get('/plans/beside')), /The bus first/);
});

test('H02 the meeting ends with one press; the page says what comes next', async () => {
  assert.equal((await manager.post(`${minutes}/end`)).status, 303);
  const page = await manager.get(minutes);
  assert.match(words(page), /The next meeting agrees these minutes/);
  assert.match(words(await manager.get(agenda)), /The bus to school/);
  assert.equal((await second.post(`${agenda}/items/new`, asItem({}))).status, 404);
  assert.equal((await manager.post(`${agenda}/items/new`, asItem({}))).status, 303);
});
