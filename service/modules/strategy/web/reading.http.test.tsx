import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Ctx } from '#platform/db/database.ts';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { loadFrameworks, type SubjectRegistry } from '../index.ts';
import { publishedFrameworks } from '../testing.ts';
import { strategyRoutes } from './routes.ts';

/** A room with one measure that everybody may see and one that only those who are signed in may. */
const registry: SubjectRegistry<Ctx> = [
  {
    kind: 'measure',
    name: 'Measures',
    find: async (ctx, ids) =>
      ids
        .filter((id) => id !== 'lait:LAC_LongStable%' || ctx.actor.kind !== 'visitor')
        .map((id) => ({
          kind: 'measure',
          id,
          title: `Measure ${id}`,
          link: `/measures/${id}`,
          state: 'Latest: 1',
        })),
    search: async () => [],
  },
];

let service: TestService;
let visitor: TestBrowser;
const ends: (() => unknown)[] = [];

before(async () => {
  const lifetime = { after: (end: () => unknown) => void ends.push(end) };
  service = await testService(lifetime, strategyRoutes(registry));
  await service.transactions.inLibrary((ctx) => loadFrameworks(ctx, publishedFrameworks('library')));
  await service.transactions.inLibrary((ctx) => loadFrameworks(ctx, publishedFrameworks('packs')));
  await service.asService((ctx) => loadFrameworks(ctx, publishedFrameworks('own')));
  visitor = service.visitor();
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

async function page(path: string, by: TestBrowser = visitor): Promise<TestPage> {
  const found = await by.get(path);
  assert.equal(found.status, 200, path);
  assert.equal(found.document.querySelectorAll('h1').length, 1, `${path} has one first heading`);
  return found;
}

/** Where the link with these words leads. */
async function linkTo(path: string, text: RegExp): Promise<string> {
  const { document } = await page(path);
  const link = [...document.querySelectorAll('main a')].find(({ textContent }) =>
    text.test(textContent ?? ''),
  );
  const href = link?.getAttribute('href');
  assert.ok(href, `${path} has a link with ${String(text)}`);
  return href;
}

function words(found: TestPage): string {
  return (found.document.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
}

test('A01 A02 A07 H01: Gloucestershire: vision, four objectives with straplines, six principles, on one page', async () => {
  const found = words(await page('/frameworks/gloucestershire'));
  for (const label of [
    'Equity',
    'Access',
    'Inclusion',
    'Quality',
    'Close the gap and eliminate inequalities.',
    'We will listen',
  ])
    assert.ok(found.includes(label), label);
  const equity = words(await page('/frameworks/gloucestershire/elements/equity'));
  assert.match(equity, /Owned by\s*Children and Young People's Coalition board/);
});

test('A03 B06: Worcestershire: a grid of four outcomes, eleven priorities and ten actions that all rows share', async () => {
  const { document } = await page('/frameworks/worcestershire');
  assert.equal(document.querySelectorAll('.thread > li').length, 4);
  const tiers = [...document.querySelectorAll('section')].map(
    (section) => section.querySelectorAll('.plain-list > li').length,
  );
  assert.deepEqual(
    tiers.filter((count) => count > 0),
    [11, 10, 9],
    'priorities, actions, signs',
  );
});

test('A04 A08 A09 G11: Dorset: pillars on their base, ambitions, and success for two audiences', async () => {
  const found = words(await page('/frameworks/dorset'));
  for (const label of ['Whole family working', 'Participation and engagement', 'parents and carers'])
    assert.ok(found.toLowerCase().includes(label.toLowerCase()), label);
});

test('A05 A20: Norfolk: the eight letters of FLOURISH can each be read, and each by itself', async () => {
  const found = words(await page('/frameworks/norfolk'));
  for (const letter of [
    'Family and Friends',
    'Learning',
    'Opportunity',
    'Understood',
    'Resilience',
    'Individual',
    'Safe and Secure',
    'Healthy',
  ])
    assert.ok(found.includes(letter), letter);
});

test('A06 G02: Stockton: building blocks and four Rs, each with its principles, ways of working and programmes', async () => {
  const found = words(await page('/frameworks/stockton-on-tees'));
  for (const label of ['Resilience', 'Relationships', 'Respect', 'Response'])
    assert.ok(found.includes(label), label);
});

test('A10: the thread of an element walks up to the vision and down to the measures tied to it', async () => {
  const { document } = await page(await linkTo('/frameworks/worcestershire', /repeat child protection/i));
  const steps = [...document.querySelectorAll('.thread > li')].map(({ textContent }) => textContent ?? '');
  assert.match(steps[0] ?? '', /Vision/);
  assert.ok(
    steps.some((step) => step.includes('Measure lait:PrevRegCPR')),
    'the measure hangs on the thread',
  );
});

test('a subject that a person may not see does not show, and what shows does not tell of it', async () => {
  const path = await linkTo('/frameworks/worcestershire', /permanent homes/i);
  const forVisitor = words(await page(path));
  const forPerson = words(await page(path, await service.signedIn('analyst')));
  assert.doesNotMatch(forVisitor, /LongStable/);
  assert.match(forPerson, /LongStable/);
});

test('A14: the checker’s page finds Stockton’s two lengths and its draft past its date, and says how to mend them', async () => {
  const found = words(await page('/frameworks/stockton-on-tees/loose-ends'));
  assert.match(found, /four year vision/i);
  assert.match(found, /5 year programme/i);
  assert.match(found, /To mend it/);
});

test('A15 A16 A18 A21: forewords, the look back, evidence and needs stand in the background, each with its line', async () => {
  const found = words(await page('/frameworks/stockton-on-tees/background'));
  for (const heading of ['Foreword', 'what has gone well', 'what should be better'])
    assert.ok(found.includes(heading), heading);
  assert.match(words(await page('/frameworks/gloucestershire/background')), /What matters locally, and why/);
});

test('A12 A17: a sister strategy is named, and the picture of cause and effect comes with its caution', async () => {
  assert.match(
    words(await page('/frameworks/stockton-on-tees/background')),
    /Other strategies this one goes with/,
  );
  assert.match(words(await page('/frameworks/norfolk/background')), /A caution about cause and effect/);
  assert.match(
    words(await page('/frameworks/brackenshire/background')),
    /one thing rarely causes another alone/,
  );
});

test('A13: a strategy that leaves partners’ own plans alone says so', async () => {
  assert.match(words(await page('/frameworks/stockton-on-tees/background')), /not in its place/);
  assert.match(words(await page('/frameworks/norfolk/background')), /not a substitute for them/);
});

test('A19: where the footprint is not the council’s boundary, the page says so', async () => {
  assert.match(words(await page('/frameworks/norfolk/background')), /Waveney/);
});

test('A11 E04: who does what is a grid of lines and organisations, and its gaps are counted', async () => {
  const { document } = await page('/frameworks/brackenshire/coverage');
  assert.ok(document.querySelectorAll('tbody tr').length > 10);
  assert.match(document.querySelector('.lead')?.textContent ?? '', /line/);
  await page('/frameworks/brackenshire/coverage?by=owners');
});

test('two frameworks stand side by side, and what each has alone', async () => {
  const found = words(await page('/side-by-side?left=worcestershire&right=norfolk'));
  assert.match(found, /have a counterpart on the right/);
  assert.match(found, /Only in/);
  const undrawn = words(await page('/side-by-side?left=dorset&right=stockton-on-tees'));
  assert.match(undrawn, /Nobody has drawn how these two relate yet/);
  assert.equal((await visitor.get('/side-by-side?left=norfolk&right=nowhere')).status, 404);
});

test('the plan on a page is a picture, a sheet to print and words', async () => {
  for (const slug of [
    'gloucestershire',
    'worcestershire',
    'dorset',
    'norfolk',
    'stockton-on-tees',
    'brackenshire',
  ]) {
    await page(`/frameworks/${slug}/plan-on-a-page`);
    await page(`/frameworks/${slug}/plan-on-a-page/sheet?sheet=a4-portrait`);
    const picture = await visitor.get(`/frameworks/${slug}/plan-on-a-page.svg`);
    assert.match(String(picture.headers['content-type']), /svg/);
    assert.match(picture.text, /<title[^>]*>[^<]+<\/title>/);
  }
});

test('a framework is taken away as YAML, JSON, a spreadsheet and StratML', async () => {
  const shapes = { yaml: /^format: goldenthread-framework/m, json: /^\{/, csv: /^\ufeff?\w/, xml: /^<\?xml/ };
  for (const [ending, shape] of Object.entries(shapes)) {
    const file = await visitor.get(`/frameworks/norfolk/framework.${ending}`);
    assert.equal(file.status, 200, ending);
    assert.match(file.text, shape, ending);
    assert.match(String(file.headers['content-disposition']), /attachment/, ending);
  }
});

test('every page of every framework answers, and one that is not there is not found', async () => {
  const { document } = await page('/frameworks');
  const slugs = [...document.querySelectorAll('main a')]
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => /^\/frameworks\/[a-z-]+$/.test(href) && !/(new|paste|bring-in)$/.test(href));
  assert.ok(slugs.length >= 7, `${slugs.length} frameworks`);
  for (const slug of slugs)
    for (const tab of ['', '/loose-ends', '/coverage', '/background', '/versions'])
      await page(`${slug}${tab}`);
  for (const path of [
    '/frameworks/nowhere',
    '/frameworks/norfolk/elements/nothing',
    '/frameworks/nowhere/loose-ends',
  ])
    assert.equal((await visitor.get(path)).status, 404, path);
});

test('an editor sees ways to change the partnership’s own framework, and none for the library', async () => {
  const manager = await service.signedIn('manager');
  assert.match(words(await page('/frameworks/brackenshire', manager)), /Add to this strategy/);
  assert.doesNotMatch(words(await page('/frameworks/norfolk', manager)), /Add to this strategy/);
  assert.doesNotMatch(words(await page('/frameworks/brackenshire')), /Add to this strategy/);
});
