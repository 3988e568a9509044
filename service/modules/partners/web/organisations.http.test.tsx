import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setUpOrganisations } from '#modules/accounts/index.ts';
import { loadFrameworks } from '#modules/strategy/index.ts';
import { publishedFrameworks } from '#modules/strategy/testing.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { routes } from '../../../app.ts';

const ends: (() => unknown)[] = [];
let service: TestService;
let visitor: TestBrowser;

const body = { kind: 'charity', from: undefined, until: undefined };

before(async () => {
  const lifetime = { after: (end: () => unknown) => void ends.push(end) };
  service = await testService(lifetime, routes({ demonstration: false }));
  await service.transactions.inLibrary((ctx) => loadFrameworks(ctx, publishedFrameworks('library')));
  await service.asService(async (ctx) => {
    await loadFrameworks(ctx, publishedFrameworks('own'));
    await setUpOrganisations(ctx, [
      {
        ...body,
        key: 'lantern-families',
        name: 'Lantern Families',
        from: dayOf(2019, 4, 1),
      },
    ]);
    await setUpOrganisations(ctx, [{ ...body, key: 'quiet-corner', name: 'The Quiet Corner' }]);
    await setUpOrganisations(ctx, [
      {
        ...body,
        kind: 'council',
        key: 'old-district',
        name: 'Old District',
        until: dayOf(2019, 4, 1),
      },
    ]);
  });
  const elsewhere = {
    actor: { kind: 'service' as const, name: 'test' },
    partnershipId: storedId<'partnership'>('01900000-0000-7000-8000-0000000000bb'),
  };
  await service.transactions.inTransaction(elsewhere, 'write', (ctx) =>
    setUpOrganisations(ctx, [{ ...body, key: 'theirs', name: 'Theirs Alone' }]),
  );
  visitor = service.visitor();
});

after(async () => {
  for (const end of ends.toReversed()) await end();
});

async function page(path: string): Promise<TestPage> {
  const found = await visitor.get(path);
  assert.equal(found.status, 200, path);
  assert.equal(found.document.querySelectorAll('h1').length, 1, `${path} has one first heading`);
  return found;
}

function words(found: TestPage): string {
  return (found.document.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
}

function links(found: TestPage): Map<string, string> {
  return new Map(
    [...found.document.querySelectorAll('main a')].map((link) => [
      link.textContent ?? '',
      link.getAttribute('href') ?? '',
    ]),
  );
}

const knockFirst = '/frameworks/brackenshire/elements/knock-first';

test('A10: from a line of the strategy to an organisation that works on it, and back up to the vision', async () => {
  const element = await page(knockFirst);
  const to = links(element).get('Lantern Families');
  assert.equal(to, '/organisations/lantern-families');
  assert.match(words(element), /Organisations\s*Lantern Families\s*Charity/);

  const organisation = await page(to);
  assert.match(words(organisation), /What it is\s*Charity\s*Since\s*1 April 2019/);
  const lines = [...organisation.document.querySelectorAll('ol.thread-line')].map((line) =>
    [...line.querySelectorAll('a')].map((link) => link.getAttribute('href')),
  );
  const back = lines.find((line) => line.at(-1) === knockFirst);
  assert.ok(back && back.length >= 3, 'the way up from the line is there');
  for (const step of back) await page(step ?? '');
  const vision = await page(back[0] ?? '');
  assert.equal(
    vision.document.querySelector('.thread > li')?.className,
    'thread-here',
    'nothing is above it',
  );
});

test('an organisation that a strategy names and nobody keeps stands by its name only, and those kept are not named twice', async () => {
  const element = await page(knockFirst);
  const facts = (element.document.querySelector('dl.facts')?.textContent ?? '').replaceAll(/\s+/g, ' ');
  assert.match(facts, /Also done by.*Hearth and Harbour Homes/);
  assert.doesNotMatch(facts, /Lantern Families/);
  assert.equal(words(element).split('Lantern Families').length, 2, 'named once');
  assert.ok(!links(element).has('Hearth and Harbour Homes'));
});

test('nothing is found at a key that nobody keeps, nor at one of another partnership', async () => {
  for (const key of ['nobody', 'hearth-and-harbour', 'theirs', '%25', 'a%00b'])
    assert.equal((await visitor.get(`/organisations/${key}`)).status, 404, key);
  assert.doesNotMatch(words(await page('/organisations')), /Theirs Alone/);
  assert.match(words(await page('/organisations?words=theirs')), /No organisation is called “theirs”/);
});

test('an organisation that carries nothing yet says so, and one that closed says when', async () => {
  assert.match(words(await page('/organisations/quiet-corner')), /No line of a strategy names it yet/);
  assert.match(words(await page('/organisations/old-district')), /Closed on\s*1 April 2019/);
});

test('organisations are listed kind by kind, those that closed apart, and found by words', async () => {
  const all = await page('/organisations');
  const headings = [...all.document.querySelectorAll('main h2')].map(({ textContent }) => textContent);
  assert.deepEqual(headings, ['Charity', 'No longer there']);
  assert.match(words(all), /Old District\s*Council\. Closed on 1 April 2019/);
  const found = links(await page('/organisations?words=LANTERN+charity'));
  assert.deepEqual([...found.keys()], ['Show all', 'Lantern Families']);
});
