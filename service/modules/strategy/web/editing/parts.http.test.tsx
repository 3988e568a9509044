import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { testService, type TestBrowser, type TestService } from '#platform/http/testing.ts';
import { loadFrameworks } from '../../actions/load-frameworks.ts';
import type { FrameworkDocument } from '../../domain/framework-document.ts';
import { readFramework } from '../../domain/read-framework.ts';
import { inventedYaml } from '../../domain/testing/invented-framework.ts';
import { frameworkBySlug } from '../../store/frameworks.ts';
import { strategyRoutes } from '../routes.ts';
import { strategyWaits } from '../waiting.ts';
import { answersIn, assertSound, wrongOn } from './testing.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let manager: TestBrowser;
let slug: string;
let count = 0;

before(async () => {
  service = await testService({ after: (end: () => unknown) => void ends.push(end) }, strategyRoutes([]));
  manager = await service.signedIn('manager');
});

after(async () => {
  for (const end of ends) await end();
});

beforeEach(async () => {
  count += 1;
  slug = `larkmere-${count}`;
  const read = readFramework(inventedYaml);
  assert.ok(read.done);
  const own = { frameworks: [{ ...read.value, slug }], crosswalks: [] };
  await service.asService((ctx) => loadFrameworks(ctx, own));
});

async function documentNow(of = slug): Promise<FrameworkDocument> {
  const found = await service.asService((ctx) => frameworkBySlug(ctx, of));
  assert.ok(found);
  return found.document;
}

const at = (rest: string) => `/frameworks/${slug}${rest}`;

async function fill(
  path: string,
  answers: Readonly<Record<string, string | readonly string[]>>,
  as = manager,
) {
  const page = await as.get(path);
  assertSound(page);
  return as.post(path, { ...answersIn(page, path), ...answers });
}

test('A19: a framework’s name, period, footprint and way in are changed; impossible ones are refused', async () => {
  const path = at('/edit');
  const backwards = await fill(path, { 'end-year': '2020' });
  assertSound(backwards);
  assert.deepEqual(wrongOn(backwards), ['The last day must come after the first']);
  const nine = Array.from({ length: 9 }, (_, index) => `key-${index}`);
  const many = await fill(path, { name: '', wayIn: nine });
  assertSound(many);
  assert.deepEqual(wrongOn(many), ['Enter its name', 'Choose at most eight for the first page']);
  const saved = await fill(path, {
    name: 'Larkmere grows',
    footprint: 'Without the islands.',
    wayIn: ['first-words', 'learning'],
    targetsShown: 'yes',
    'end-day': '',
    'end-month': '',
    'end-year': '',
  });
  assert.equal(saved.status, 303);
  const { name, footprint, wayIn, targetsShown, period } = await documentNow();
  assert.deepEqual(
    { name, footprint, wayIn, targetsShown, period },
    {
      name: 'Larkmere grows',
      footprint: 'Without the islands.',
      wayIn: ['learning', 'first-words'],
      targetsShown: true,
      period: { start: '2026-09-01', words: '2026-2029' },
    },
  );
});

test('two people who change a framework’s name are shown both', async () => {
  const path = at('/edit');
  const mine = answersIn(await manager.get(path), path);
  assert.equal((await fill(path, { name: 'Theirs' })).status, 303);
  const clash = await manager.post(path, { ...mine, name: 'Mine' });
  assertSound(clash);
  assert.match(clash.document.querySelector('.both-versions')?.textContent ?? '', /Theirs[^]*Mine/);
  assert.equal((await manager.post(path, answersIn(clash, path))).status, 303);
  assert.equal((await documentNow()).name, 'Mine');
});

test('tiers are added, renamed, moved and, when empty, taken away', async () => {
  const path = at('/tiers');
  const refused = await manager.post(path, { act: 'add', role: 'action' });
  assertSound(refused);
  assert.deepEqual(wrongOn(refused), ['Enter what one of them is called']);
  assert.equal((await manager.post(path, { act: 'add', name: 'Ambition', role: 'outcome' })).status, 303);
  assert.deepEqual((await documentNow()).tiers.at(-1), {
    key: 'ambition',
    name: 'Ambition',
    plural: 'Ambitions',
    role: 'outcome',
  });
  assert.equal((await manager.post(path, { act: 'up', tier: 'ambition' })).status, 303);
  assert.equal((await documentNow()).tiers.at(-2)?.key, 'ambition');
  const renamed = await fill(at('/tiers/ambition'), {
    name: 'Hope',
    plural: 'Our hopes',
    note: 'What we hope for.',
  });
  assert.equal(renamed.status, 303);
  const full = await manager.post(path, { act: 'remove', tier: 'outcome' });
  assertSound(full);
  assert.deepEqual(wrongOn(full), ['This tier is not empty: move or take away the 2 things in it first']);
  assert.equal((await manager.post(path, { act: 'remove', tier: 'ambition' })).status, 303);
  assert.ok(!(await documentNow()).tiers.some(({ key }) => key === 'ambition'));
  assert.equal((await manager.post(path, { act: 'burn', tier: 'outcome' })).status, 404);
});

test('owners and organisations are added, changed and taken off all that they had', async () => {
  const path = at('/people');
  const refused = await manager.post(path, { act: 'owner', ownerKind: 'board' });
  assertSound(refused);
  assert.deepEqual(wrongOn(refused), ['Enter a name']);
  const owner = { act: 'owner', ownerName: 'Young people’s board', ownerKind: 'board', partOf: 'board' };
  assert.equal((await manager.post(path, owner)).status, 303);
  assert.equal((await documentNow()).owners.at(-1)?.partOf, 'board');
  const ring = await fill(at('/people/owners/board'), { partOf: 'young-peoples-board' });
  assertSound(ring);
  assert.match(wrongOn(ring)[0] ?? '', /go round in a ring/);
  assert.equal(
    (await fill(at('/people/organisations/otters'), { organisationName: 'Otters', organisationKind: '' }))
      .status,
    303,
  );
  assert.deepEqual((await documentNow()).organisations.at(-1), { key: 'otters', name: 'Otters' });
  assert.equal((await manager.post(at('/people/owners/early-years'), { act: 'remove' })).status, 303);
  assert.ok((await documentNow()).elements.every(({ owners }) => !owners.includes('early-years')));
});

test('A16 A18 A21: the background is written, changed by one at a time, and taken out; nobody’s words are lost', async () => {
  const refused = await fill(at('/background/add'), {
    link: 'not an address',
    title: 'A survey',
    text: 'What it found.',
  });
  assertSound(refused);
  assert.deepEqual(wrongOn(refused), ['Enter a full address, such as https://www.example.org/report']);
  const added = await fill(at('/background/add'), {
    kind: 'evidence',
    title: 'A survey',
    text: 'Line one.\n\nLine two.',
    link: 'https://www.example.org/survey',
    about: ['safe', 'first-words'],
  });
  assert.equal(added.status, 303);
  const passage = (await documentNow()).passages.at(-1);
  assert.deepEqual(
    [passage?.key, passage?.text, passage?.about],
    ['a-survey', 'Line one.\n\nLine two.', ['safe', 'first-words']],
  );
  const path = at('/background/a-survey/edit');
  const mine = answersIn(await manager.get(path), path);
  assert.deepEqual(mine['about'], ['safe', 'first-words']);
  assert.equal((await fill(path, { text: 'Theirs.' })).status, 303);
  const clash = await manager.post(path, { ...mine, text: 'Mine.' });
  assertSound(clash);
  assert.match(clash.document.querySelector('.both-versions')?.textContent ?? '', /Theirs\.[^]*Mine\./);
  assert.equal((await manager.post(path, { act: 'remove' })).status, 303);
  const gone = await manager.post(path, { ...mine, text: 'Mine, still.' });
  assertSound(gone);
  assert.match(wrongOn(gone)[0] ?? '', /Your words are kept here/);
  assert.deepEqual(answersIn(gone, at('/background/add'))['text'], ['Mine, still.']);
});

test('A14: what would change is said in sentences, published once it was read, and then public', async () => {
  const visitor = service.visitor();
  assert.match((await manager.get(at('/publish'))).text, /Everything is public already/);
  await fill(at('/elements/safe/edit'), { label: 'Safe in every home', direction: 'improve' });
  assert.doesNotMatch((await visitor.get(at(''))).text, /Safe in every home/);
  const page = await manager.get(at('/publish'));
  assertSound(page);
  const sentences = [...page.document.querySelectorAll('.sentences li')].map((item) => item.textContent);
  assert.deepEqual(sentences, [
    '“Safe at home” (element): label changed from “Safe at home” to “Safe in every home”.',
    '“Safe at home” (element): direction is now “improve”.',
  ]);
  assert.match(page.text, /loose ends? remain/);
  await fill(at('/elements/learning/edit'), { label: 'Curious always' });
  const unread = await manager.post(at('/publish'), answersIn(page, at('/publish')));
  assertSound(unread);
  assert.match(wrongOn(unread)[0] ?? '', /Somebody changed the strategy after you opened this page/);
  assert.match(unread.text, /Curious always/, 'and what changed meanwhile is there to read');
  assert.equal((await manager.post(at('/publish'), answersIn(unread, at('/publish')))).status, 303);
  assert.match((await visitor.get(at(''))).text, /Safe in every home/);
  assert.match((await manager.get(at('/versions'))).text, /Published on/);
});

test('a version is kept under a name; a strategy is closed; a draft is thrown away', async () => {
  const kept = await fill(at('/keep-version'), { name: 'As sent to the board' });
  assert.equal(kept.headers.location, at('/versions'));
  assert.match((await manager.get(at('/versions'))).text, /As sent to the board/);
  await fill(at('/elements/safe/edit'), { label: 'Safe in every home' });
  const unpublished = await fill(at('/close'), {});
  assertSound(unpublished);
  assert.match(wrongOn(unpublished)[0] ?? '', /not public yet/);
  await fill(at('/publish'), {});
  assert.equal((await fill(at('/close'), {})).status, 303);
  assert.equal((await manager.get(at('/close'))).status, 404);
  const closed = await fill(at('/elements/safe/edit'), { label: 'Too late' });
  assertSound(closed);
  assert.deepEqual(wrongOn(closed), ['This strategy is closed, so it can be read but not changed']);

  const begun = await fill('/frameworks/new', { name: `A thought ${slug}`, shape: 'short' });
  const home = begun.headers.location ?? '';
  assertSound(await manager.get(`${home}/delete`));
  assert.equal((await manager.post(`${home}/delete`)).headers.location, '/frameworks');
  assert.equal((await manager.get(home)).status, 404);
});

test('what waits for a manager: changes to publish and loose ends; nothing for anybody else', async () => {
  await fill(at('/elements/safe/edit'), { label: 'Safe in every home' });
  const waiting = await service.asService(strategyWaits);
  const own = waiting.filter(({ link }) => link.startsWith(`/frameworks/${slug}/`));
  assert.deepEqual(
    own.map(({ title, link }) => [title, link]),
    [
      ['One change to publish', at('/publish')],
      ['2 loose ends', at('/loose-ends')],
    ],
  );
  assert.equal(own[0]?.words, 'In “Growing up in Larkmere”, since it was published.');
  const partnershipId = await service.asService(async (ctx) => ctx.partnershipId);
  const visitor = { actor: { kind: 'visitor' as const }, partnershipId };
  assert.deepEqual(await service.transactions.inTransaction(visitor, 'read', strategyWaits), []);
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}} ${7*7} <%= 7*7 %>',
  'كل طفل آمن في بيته ‏(בטוח בבית)‎',
  '👩‍👧‍👦 Family 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ﷽ Z̷a̶l̵g̷o̶',
  'a'.repeat(200),
  "Robert'); drop table strategy.framework;--",
  '=HYPERLINK("http://example.org")',
  '../../etc/passwd',
  'Ŵy\u0302n',
];

test('hostile words are kept as they were typed and shown as words, on every page that shows them', async () => {
  for (const label of hostile) {
    const kept = label.normalize('NFC');
    const added = await fill(at('/add-element'), {
      tier: 'outcome',
      label,
      statement: `${label}\n${label}`.slice(0, 4000),
      serves: 'vision',
    });
    assert.equal(added.status, 303, label);
    const element = (await documentNow()).elements.find((one) => one.label === kept);
    assert.ok(element, label);
    assert.match(element.key, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    const to = at(`/elements/${element.key}`);
    for (const path of [
      to,
      `${to}/edit`,
      `${to}/move`,
      `${to}/ties`,
      `${to}/remove`,
      at('/publish'),
      at('/edit'),
      at(''),
    ]) {
      const page = await manager.get(path);
      assert.equal(page.status, 200, `${path} ${label}`);
      assert.equal(page.document.querySelectorAll('main :is(img, script, [onerror])').length, 0, path);
      assert.ok(page.document.querySelector('main')?.textContent.includes(kept), `${path} shows ${label}`);
    }
    assert.equal(
      answersIn(await manager.get(`${to}/edit`), `${to}/edit`)['label']?.[0],
      kept,
      'comes back as typed',
    );
    assert.equal((await fill(`${to}/remove`, {})).status, 303);
  }
  const lost = await fill(at('/add-element'), { tier: 'outcome', label: 'a lost \uFFFD mark' });
  assertSound(lost);
  assert.match(wrongOn(lost)[0] ?? '', /cannot be shown/);
  const invisible = await fill(at('/add-element'), { tier: 'outcome', label: ' \u0000\u0007 ' });
  assert.deepEqual(wrongOn(invisible), ['Enter what it says']);
  const unknown = await fill(at('/add-element'), {
    tier: 'no-such-tier',
    label: 'A',
    owners: 'nobody',
    serves: 'nobody',
  });
  assert.equal(unknown.status, 422);
});
