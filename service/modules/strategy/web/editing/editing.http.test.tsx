import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Ctx } from '#platform/db/database.ts';
import { testService, type TestBrowser, type TestService } from '#platform/http/testing.ts';
import { loadFrameworks } from '../../actions/load-frameworks.ts';
import type { ElementDocument, FrameworkDocument } from '../../domain/framework-document.ts';
import { readFramework } from '../../domain/read-framework.ts';
import { inventedYaml } from '../../domain/testing/invented-framework.ts';
import type { SubjectRegistry } from '../../domain/thread.ts';
import { frameworkBySlug } from '../../store/frameworks.ts';
import { strategyRoutes } from '../routes.ts';
import { answersIn, assertSound, wrongOn } from './testing.ts';

/** A room with two measures and a pledge. */
const registry: SubjectRegistry<Ctx> = [
  room('measure', 'Measures', ['lait:Repeat plans', 'local:Smiles']),
  room('pledge', 'Pledges', ['p1']),
];

function room(kind: string, name: string, ids: readonly string[]) {
  const subject = (id: string) => ({
    kind,
    id,
    title: `The ${kind} ${id}`,
    link: `/${kind}`,
    state: 'Stands',
  });
  return {
    kind,
    name,
    find: async (_: Ctx, wanted: readonly string[]) => ids.filter((id) => wanted.includes(id)).map(subject),
    search: async (_: Ctx, words: string) =>
      ids.filter((id) => subject(id).title.includes(words)).map(subject),
  };
}

const ends: (() => unknown)[] = [];
const routes = strategyRoutes(registry);
let service: TestService;
let manager: TestBrowser;
let slug: string;
let count = 0;

before(async () => {
  service = await testService({ after: (end: () => unknown) => void ends.push(end) }, routes);
  manager = await service.signedIn('manager');
  const library = { frameworks: [invented('in-the-library')], crosswalks: [] };
  await service.transactions.inLibrary((ctx) => loadFrameworks(ctx, library));
});

after(async () => {
  for (const end of ends) await end();
});

beforeEach(async () => {
  count += 1;
  slug = `larkmere-${count}`;
  await service.asService((ctx) => loadFrameworks(ctx, { frameworks: [invented(slug)], crosswalks: [] }));
});

function invented(of: string): FrameworkDocument {
  const read = readFramework(inventedYaml);
  assert.ok(read.done);
  return { ...read.value, slug: of };
}

async function documentNow(of = slug): Promise<FrameworkDocument> {
  const found = await service.asService((ctx) => frameworkBySlug(ctx, of));
  assert.ok(found);
  return found.document;
}

async function elementNow(key: string): Promise<ElementDocument | undefined> {
  return (await documentNow()).elements.find((element) => element.key === key);
}

const at = (rest: string) => `/frameworks/${slug}${rest}`;

/** Opens a page, changes some answers and posts it as a browser would. */
async function fill(
  path: string,
  answers: Readonly<Record<string, string | readonly string[]>>,
  as = manager,
) {
  const page = await as.get(path);
  assertSound(page);
  return as.post(path, { ...answersIn(page, path.split('?')[0] ?? path), ...answers });
}

const pages = [
  '/edit',
  '/tiers',
  '/tiers/outcome',
  '/people',
  '/people/owners/board',
  '/people/organisations/otters',
  '/background/add',
  '/background/need-words/edit',
  '/add-element',
  '/elements/safe/edit',
  '/elements/safe/move',
  '/elements/safe/ties',
  '/elements/safe/ties?words=The',
  '/elements/safe/remove',
  '/publish',
  '/keep-version',
  '/close',
];

test('every page that edits is sound, and opening them all changes nothing', async () => {
  const stood = await documentNow();
  for (const path of pages) assertSound(await manager.get(at(path)));
  for (const path of ['/frameworks/new', '/frameworks/paste', '/frameworks/bring-in'])
    assertSound(await manager.get(path));
  assert.deepEqual(await documentNow(), stood);
});

test('what is not there and what one may not change look alike: the library, another’s, a role without the right', async () => {
  const analyst = await service.signedIn('analyst', 'board-member', 'administrator');
  const words = async (browser: TestBrowser, path: string) => {
    const page = await browser.get(path);
    return [page.status, page.document.querySelector('main h1')?.textContent];
  };
  const missing = await words(manager, '/frameworks/nothing/edit');
  assert.equal(missing[0], 404);
  for (const path of pages) {
    assert.deepEqual(await words(manager, `/frameworks/in-the-library${path}`), missing, path);
    assert.deepEqual(await words(manager, `/frameworks/nothing${path}`), missing, path);
    assert.deepEqual(await words(analyst, at(path)), missing, path);
  }
  for (const path of [
    '/elements/nobody/edit',
    '/tiers/nobody',
    '/people/owners/nobody',
    '/background/nobody/edit',
    '/delete',
  ])
    assert.deepEqual(await words(manager, at(path)), missing, path);
  const visitor = await service.visitor().get(at('/edit'));
  assert.deepEqual(
    [visitor.status, visitor.headers.location],
    [303, `/sign-in?next=${encodeURIComponent(at('/edit'))}`],
  );
});

test('a form without its token, and a form of somebody without the right, change nothing', async () => {
  const stood = await documentNow();
  const analyst = await service.signedIn('analyst');
  for (const path of pages.map((page) => at(page.split('?')[0] ?? ''))) {
    const answers = 'label=Taken&name=Taken&title=Taken&act=remove&seen=1';
    const untokened = await manager.postRaw(path, answers);
    assert.equal(untokened.status, 403, path);
    const foreign = await analyst.post(path, Object.fromEntries(new URLSearchParams(answers)));
    assert.equal(foreign.status, 404, path);
    const library = path.replace(slug, 'in-the-library');
    assert.equal(
      (await manager.post(library, { label: 'Taken', name: 'Taken', act: 'add', seen: '1' })).status,
      404,
      path,
    );
  }
  assert.deepEqual(await documentNow(), stood);
});

test('A02: an element is added with its words, its owner and what it serves', async () => {
  const refused = await fill(at('/add-element'), { statement: 'More words', direction: 'increase' });
  assertSound(refused);
  assert.deepEqual(wrongOn(refused), ['Choose what it is', 'Enter what it says']);
  assert.equal(refused.document.querySelector('textarea')?.value, 'More words', 'what was typed is kept');
  assert.ok(refused.document.querySelector('input[value=increase]:checked'));
  const added = await fill(at('/add-element'), {
    tier: 'outcome',
    label: 'Glad to be here',
    serves: 'vision',
    owners: ['board', 'early-years'],
    newOrganisation: 'Harbour Homes',
    'due-day': '1',
    'due-month': '9',
    'due-year': '2027',
  });
  assert.deepEqual([added.status, added.headers.location], [303, at('/elements/glad-to-be-here')]);
  assert.match(
    (await manager.get(at('/elements/glad-to-be-here'))).text,
    /“Glad to be here” is in the strategy\./,
  );
  const element = await elementNow('glad-to-be-here');
  assert.deepEqual(
    [element?.serves, element?.owners, element?.organisations, element?.due, element?.labelWording],
    [['vision'], ['board', 'early-years'], ['harbour-homes'], '2027-09-01', 'published'],
  );
});

test('an element is changed, and a day that does not exist is told apart from none', async () => {
  const path = at('/elements/safe/edit');
  const refused = await fill(path, { 'due-day': '31', 'due-month': '2', 'due-year': '2027' });
  assertSound(refused);
  assert.deepEqual(wrongOn(refused), [
    'When it should be done must be a day that exists, such as 1 9 2026, or left empty',
  ]);
  const long = await fill(path, { label: 'a'.repeat(201) });
  assert.deepEqual(wrongOn(long), ['This must be 200 characters or fewer']);
  const saved = await fill(path, { label: 'Safe in every home', direction: 'improve' });
  assert.equal(saved.status, 303);
  const element = await elementNow('safe');
  assert.deepEqual(
    [element?.label, element?.direction, element?.owners, element?.line],
    ['Safe in every home', 'improve', ['board'], 6],
  );
});

test('two people who save the same element: both texts are shown, mine stays in the form, and saving again is a decision', async () => {
  const path = at('/elements/safe/edit');
  const other = await service.signedIn('manager');
  const mine = answersIn(await manager.get(path), path);
  assert.equal((await fill(path, { label: 'Safe, they say' }, other)).status, 303);
  const clash = await manager.post(path, { ...mine, label: 'Safe, I say', statement: 'My long words.' });
  assertSound(clash);
  assert.match(wrongOn(clash)[0] ?? '', /saved this while you were writing\. Nothing is lost/);
  const panel = clash.document.querySelector('.both-versions')?.textContent ?? '';
  assert.match(panel, /Safe, they say/);
  assert.match(panel, /Safe, I say/);
  assert.match(panel, /My long words\./);
  assert.doesNotMatch(panel, /Worked on by/, 'only what differs');
  assert.equal((await elementNow('safe'))?.label, 'Safe, they say');
  const again = await manager.post(path, answersIn(clash, path));
  assert.equal(again.status, 303);
  const element = await elementNow('safe');
  assert.deepEqual([element?.label, element?.statement], ['Safe, I say', 'My long words.']);
});

test('words written into an element that somebody took away meanwhile are kept, in the form that adds one', async () => {
  const path = at('/elements/kind/edit');
  const mine = answersIn(await manager.get(path), path);
  assert.equal((await fill(at('/elements/kind/remove'), {})).status, 303);
  const gone = await manager.post(path, { ...mine, label: 'Kindness first of all' });
  assertSound(gone);
  assert.match(wrongOn(gone)[0] ?? '', /Your words are kept here/);
  const kept = answersIn(gone, at('/add-element'));
  assert.deepEqual(kept['label'], ['Kindness first of all']);
  assert.equal((await manager.post(at('/add-element'), { ...kept, tier: 'principle' })).status, 303);
  assert.equal((await elementNow('kindness-first-of-all'))?.tier, 'principle');
});

test('an element is moved; a ring is explained; two who move it at once are shown both places', async () => {
  const path = at('/elements/first-words/move');
  const before = answersIn(await manager.get(path), path);
  assert.deepEqual(
    [before['tier'], before['serves'], before['place']],
    [['priority'], ['learning'], ['stay']],
  );
  const elsewhere = await manager.post(path, { ...before, tier: 'outcome', place: 'after early-help' });
  assertSound(elsewhere);
  assert.equal(
    (await manager.post(path, { ...before, place: 'first', serves: ['safe', 'learning'] })).status,
    303,
  );
  const { elements } = await documentNow();
  assert.deepEqual(
    elements.filter(({ tier }) => tier === 'priority').map(({ key }) => key),
    ['first-words', 'early-help'],
  );
  const clash = await manager.post(path, { ...before, serves: 'vision' });
  assertSound(clash);
  assert.match(clash.document.querySelector('.both-versions')?.textContent ?? '', /Serves “Safe at home”/);
  const ring = await fill(at('/elements/safe/move'), { serves: ['vision', 'first-words'] });
  assertSound(ring);
  assert.deepEqual(wrongOn(ring), [
    'That would go round in a ring: “Safe at home” → “First words” → “Safe at home”',
  ]);
});

test('taking away asks what becomes of what serves it', async () => {
  const path = at('/elements/safe/remove');
  assert.match((await manager.get(path)).text, /2 things serve it/);
  const refused = await fill(path, {});
  assertSound(refused);
  assert.deepEqual(wrongOn(refused), [
    'Say what becomes of what serves it: “Help early”, “Fewer repeat plans”',
  ]);
  const unsaid = await fill(path, { rehome: 'other' });
  assert.deepEqual(wrongOn(unsaid), ['Choose what it should serve instead']);
  assert.equal((await fill(path, { rehome: 'other', home: 'learning' })).status, 303);
  assert.equal(await elementNow('safe'), undefined);
  assert.deepEqual((await elementNow('early-help'))?.serves, ['learning']);
});

test('A10: measures and anything else are found, tied with a role, and untied', async () => {
  const path = at('/elements/safe/ties');
  const found = await manager.get(`${path}?words=measure`);
  assert.deepEqual(
    [...found.document.querySelectorAll('input[name=subject]')].map((input) => input.getAttribute('value')),
    ['measure lait:Repeat plans', 'measure local:Smiles'],
  );
  const none = await manager.post(path, { act: 'tie', words: 'measure', role: 'headline' });
  assertSound(none);
  assert.deepEqual(wrongOn(none), ['Tick what should be tied']);
  const subject = ['measure lait:Repeat plans', 'pledge p1'];
  assert.equal((await manager.post(path, { act: 'tie', subject, role: 'headline' })).status, 303);
  assert.deepEqual(
    (await documentNow()).measures.filter(({ element }) => element === 'safe'),
    [{ element: 'safe', source: 'lait', code: 'Repeat plans', role: 'headline' }],
  );
  const thread = await manager.get(at('/elements/safe'));
  assert.match(thread.text, /The measure lait:Repeat plans/);
  assert.match(thread.text, /The pledge p1/);
  const held = await manager.get(path);
  const ties = [...held.document.querySelectorAll<HTMLInputElement>('input[name=tied]')].map(
    ({ value }) => value,
  );
  assert.equal(ties.length, 2);
  for (const tied of ties) assert.equal((await manager.post(path, { act: 'untie', tied })).status, 303);
  assert.match((await manager.get(path)).text, /Nothing is tied to it yet/);
  const gone = await manager.post(path, { act: 'untie', tied: ties[0] ?? '' });
  assert.equal(gone.status, 422);
  const forged = await manager.post(path, { act: 'tie', subject: 'pledge secret', role: 'headline' });
  assert.deepEqual(wrongOn(forged), ['That is not there any more. Search again']);
});

test('a measure is tied by its name before its figures are here, or it is said that nothing answers', async () => {
  const path = at('/elements/safe/ties');
  const nothing = { act: 'nothing', why: 'Nobody asks.', wouldAnswer: 'A survey.' };
  assert.equal((await manager.post(path, nothing)).status, 303);
  assert.match((await manager.get(at('/elements/safe'))).text, /Nobody asks\./);
  const unnamed = await manager.post(path, { act: 'name', source: 'local', namedRole: 'headline' });
  assertSound(unnamed);
  assert.deepEqual(wrongOn(unnamed), ['Enter its name or code']);
  const named = { act: 'name', source: 'local', code: 'Smiles at the gate', namedRole: 'headline' };
  assert.equal((await manager.post(path, named)).status, 303);
  const twice = await manager.post(path, named);
  assert.deepEqual(wrongOn(twice), ['That is tied here already']);
  const late = await manager.post(path, nothing);
  assert.equal(late.status, 422);
  assert.deepEqual((await documentNow()).unanswered, []);
});
