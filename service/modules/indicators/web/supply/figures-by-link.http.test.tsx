import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setUpOrganisations, setUpPartnership } from '#modules/accounts/index.ts';
import { ownPartnership, testService, type TestBrowser, type TestPage } from '#platform/http/testing.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import { linkRoutes } from '#platform/links/link-routes.tsx';
import { linkSecrets } from '#platform/links/links.ts';
import { carryLetters } from '#platform/mail/carry-letters.ts';
import { fakePost } from '#platform/mail/fake-post.ts';
import type { MailTables } from '#platform/mail/tables.generated.ts';
import type { Ctx } from '#platform/db/database.ts';
import { asked } from '../../domain/own/testing.ts';
import { askForFigures, describeOwnMeasure, nameSupplier, setUpAreas } from '../../index.ts';
import { ownRoutes } from '../own/own-routes.ts';
import { figuresLink } from './figures-link.tsx';
import { supplyRoutes } from './supply-routes.ts';
import { suppliesThatWait } from './waiting.ts';

const { code: _code, version: _version, ...described } = asked;
const at = '/own-measures/asked-what-they-want';
const body = { kind: 'charity', from: undefined, until: undefined };

async function ground(t: TestContext) {
  let now = new Date('2026-10-02T06:00:00Z');
  const post = fakePost();
  const carrier = carryLetters({
    post,
    origin: 'https://strategy.example',
    secrets: linkSecrets,
    from: async () => ({ name: 'Test', address: 'post@strategy.example' }),
  });
  const service = await testService(t, [...ownRoutes, ...supplyRoutes, ...linkRoutes([figuresLink])], {
    clock: () => now,
  });
  await service.asService(setUp);
  let carried = 0;
  /** carries every letter that was written since */
  const carry = async () => {
    const act = <T,>(access: 'read' | 'write', work: (ctx: Ctx) => Promise<T>) =>
      service.transactions.inTransaction(
        { actor: { kind: 'service', name: 'carrier' }, partnershipId: ownPartnership },
        access,
        work,
      );
    const rows = await act('read', (ctx) => waitingLetters(ctx));
    assert.ok('handleOutside' in carrier);
    for (const id of rows)
      await carrier.handleOutside(act, {
        id: storedId(id),
        type: 'platform.letter-written',
        subject: { kind: 'letter', id },
        details: {},
        personId: null,
        happenedAt: now,
      });
    const fresh = post.carried.slice(carried);
    carried = post.carried.length;
    return fresh;
  };
  const ask = async () => {
    await service.asService(askForFigures);
    return carry();
  };
  const pathIn = (letter: (typeof post.carried)[number] | undefined) => {
    const link = letter?.parts.find((part) => part.kind === 'link');
    return link ? new URL(link.href).pathname : assert.fail('no link in the letter');
  };
  const open = async (browser: TestBrowser, path: string) => {
    await browser.get(path);
    await browser.post(`${path}/code`);
    const code = (await carry()).at(-1)?.parts.find((part) => part.kind === 'code');
    return browser.post(`${path}/open`, { code: code?.text ?? '' });
  };
  const wait = (days: number) => void (now = new Date(now.getTime() + days * 86_400_000));
  return { service, post, ask, carry, open, pathIn, wait };
}

async function waitingLetters(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .withTables<MailTables>()
    .selectFrom('platform.letter')
    .select('id')
    .where('state', '=', 'waiting')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

async function setUp(ctx: Ctx): Promise<void> {
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
  await setUpOrganisations(ctx, [
    { ...body, key: 'lantern', name: 'Lantern Families' },
    { ...body, key: 'well', name: 'The Well' },
  ]);
  const zone = { dfeCode: undefined, kind: 'zone', regionCode: undefined };
  await setUpAreas(ctx, {
    home: 'X10000001',
    areas: [
      { ...zone, code: 'X10000001', dfeCode: '101', name: 'Brackenshire', kind: 'county' },
      { ...zone, code: 'X90000001', name: 'Saltmarsh' },
      { ...zone, code: 'X90000002', name: 'The Vale' },
    ],
  });
  const own = await describeOwnMeasure(ctx, described);
  assert.ok(own.done);
  const named = await nameSupplier(ctx, {
    code: own.value.code,
    organisationKey: 'lantern',
    email: 'Sam@Lantern.example',
    areaCodes: ['X90000001', 'X90000002'],
  });
  assert.ok(named.done);
}

function words(found: TestPage, selector = 'main'): string {
  return (found.document.querySelector(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

const good = {
  'count-X90000001': '46',
  'base-X90000001': '70',
  'count-X90000002': '3',
  'base-X90000002': '20',
};

test('B03: a scanner that opens every address of a letter uses nothing up and sees nothing', async (t) => {
  const { service, ask, pathIn, post } = await ground(t);
  const path = pathIn((await ask())[0]);
  const before = post.carried.length;
  for (let looks = 0; looks < 5; looks += 1) {
    const seen = await service.visitor().get(path);
    assert.equal(seen.status, 200);
    assert.match(words(seen), /for Lantern Families, at s…@lantern\.example/);
    assert.equal(seen.document.querySelector('#count-X90000001'), null);
  }
  assert.equal(post.carried.length, before, 'looking sends no code');
});

test('the page of a link is kept nowhere, tells nobody where its reader was, and leads nowhere with its address', async (t) => {
  const { service, ask, pathIn, open } = await ground(t);
  const path = pathIn((await ask())[0]);
  const partner = service.visitor();
  await open(partner, path);
  for (const seen of [
    await partner.get(path),
    await partner.get(`${path}x`),
    await partner.get('/link/nothing'),
  ]) {
    assert.equal(seen.headers['referrer-policy'], 'no-referrer');
    assert.equal(seen.headers['cache-control'], 'no-store');
    assert.equal(seen.headers['etag'], undefined);
    const token = path.slice('/link/'.length);
    for (const link of seen.document.querySelectorAll('header a, footer a'))
      assert.ok(!(link.getAttribute('href') ?? '').includes(token), link.outerHTML);
  }
});

test('B03: a partner gives figures; what does not fit is said and kept; twice pressed is once said; an analyst takes them in', async (t) => {
  const { service, ask, pathIn, open } = await ground(t);
  const path = pathIn((await ask())[0]);
  const partner = service.visitor();
  await open(partner, path);
  const wrong = await partner.post(path, { ...good, 'count-X90000001': '71', note: 'See you' });
  assert.equal(wrong.status, 422);
  assert.match(words(wrong, '.govuk-error-summary'), /Saltmarsh: 71 of 70 cannot be/);
  assert.equal(wrong.document.querySelector('#count-X90000001')?.getAttribute('value'), '71');
  assert.equal(wrong.document.querySelector('#note')?.textContent, 'See you');
  const empty = await partner.post(path, {});
  assert.match(words(empty, '.govuk-error-summary'), /Give at least one number, or say in the note why/);
  const [once, twice] = await Promise.all([partner.post(path, good), partner.post(path, good)]);
  assert.deepEqual([once.status, twice.status], [303, 303], 'a button pressed twice');
  assert.match(words(await partner.get(path)), /Thank you.*46 of 70.*3 of 20.*What happens next/);

  const analyst = await service.signedIn('analyst');
  const waits = await service.asService(suppliesThatWait);
  assert.deepEqual(
    waits.map(({ title }) => title),
    ['Lantern Families gave figures'],
  );
  const link = waits[0]?.link ?? '';
  const given = await analyst.get(link);
  assert.match(words(given), /Given by link by Lantern Families on 2 October 2026; waits for you to look/);
  const seen = given.document.querySelector('input[name=seen]')?.getAttribute('value') ?? '';
  assert.equal((await analyst.post(`${link}/take`, { seen: 'before' })).status, 422);
  assert.equal((await analyst.post(`${link}/take`, { seen })).status, 303);
  assert.match(words(await analyst.get(at)), /46 of 70.*3 of 20/);
  assert.match(
    words(await analyst.get(`${at}/suppliers`)),
    /given by link by Lantern Families on 2 October 2026; taken in/i,
  );
});

test('two windows that say different things: the second is told, and keeps what was typed', async (t) => {
  const { service, ask, pathIn, open } = await ground(t);
  const path = pathIn((await ask())[0]);
  const partner = service.visitor();
  await open(partner, path);
  await partner.post(path, good);
  const second = await partner.post(path, { ...good, 'count-X90000001': '45' });
  assert.equal(second.status, 422);
  assert.match(words(second, '.govuk-error-summary'), /answered already.*not kept.*new link/);
  assert.equal(second.document.querySelector('#count-X90000001')?.getAttribute('value'), '45');
});

test('forwarded, replayed, mistyped: whoever has no code sees no figure and changes nothing', async (t) => {
  const { service, ask, pathIn, open } = await ground(t);
  const path = pathIn((await ask())[0]);
  const partner = service.visitor();
  const stranger = service.visitor();
  await open(partner, path);
  await stranger.get(path);
  const without = await stranger.post(path, good);
  assert.equal(without.status, 422);
  assert.equal((await stranger.get(`${path}/hand-on`)).status, 303);
  await stranger.post(`${path}/hand-on`, { to: 'kim@lantern.example' });
  await partner.post(path, good);
  const replayed = await stranger.get(path);
  assert.match(words(replayed), /This has been answered/);
  assert.doesNotMatch(replayed.text, /46 of 70|sam@lantern/);
  for (const wrong of ['/link/nothing', `/link/${'A'.repeat(43)}`]) {
    const met = await stranger.get(wrong);
    assert.equal(met.status, 404);
    assert.match(words(met), /This link opens nothing/);
  }
});

test('handed on: a colleague gets a link of their own, reminders go to them, and the asker sees it', async (t) => {
  const { service, ask, carry, pathIn, open, wait } = await ground(t);
  const path = pathIn((await ask())[0]);
  const partner = service.visitor();
  await open(partner, path);
  const elsewhere = await partner.post(`${path}/hand-on`, { to: 'kim@elsewhere.example' });
  assert.match(words(elsewhere, '.govuk-error-summary'), /the part after the @/);
  assert.match(words(await partner.post(`${path}/hand-on`, { to: 'kim@lantern.example' })), /Handed on/);
  const [letter] = await carry();
  assert.equal(letter?.to, 'kim@lantern.example');
  assert.match(words(await partner.get(path)), /This was handed on/);
  const analyst = await service.signedIn('analyst');
  assert.match(
    words(await analyst.get(`${at}/suppliers`)),
    /Handed on by sam@lantern\.example to kim@lantern\.example/,
  );
  wait(8);
  assert.deepEqual(
    (await ask()).map(({ to }) => to),
    ['kim@lantern.example'],
  );
  const colleague = service.visitor();
  await open(colleague, pathIn(letter));
  assert.equal((await colleague.post(pathIn(letter), good)).status, 303);
});

test('B20: three letters a week apart, one for all that an address owes; none once it is answered; then it is overdue', async (t) => {
  const { service, ask, pathIn, open, wait } = await ground(t);
  await service.asService(async (ctx) => {
    const own = await describeOwnMeasure(ctx, { ...described, title: 'Nights of song' });
    assert.ok(own.done);
    await nameSupplier(ctx, {
      code: own.value.code,
      organisationKey: 'lantern',
      email: 'sam@lantern.example',
      areaCodes: ['X90000001'],
    });
  });
  const first = await ask();
  assert.equal(first.length, 1, 'one letter for both');
  const links = first[0]?.parts.filter((part) => part.kind === 'link') ?? [];
  assert.equal(links.length, 2);
  const partner = service.visitor();
  await open(partner, pathIn(first[0]));
  await partner.post(pathIn(first[0]), good);
  const subjects: string[][] = [];
  for (let day = 1; day <= 40; day += 1) {
    wait(1);
    subjects.push(
      (await ask()).map(({ parts }) => String(parts.filter(({ kind }) => kind === 'link').length)),
    );
  }
  const sentOn = subjects.flatMap((letters, index) => (letters.length > 0 ? [[index + 1, ...letters]] : []));
  assert.deepEqual(sentOn, [
    [7, '1'],
    [14, '1'],
  ]);
  const waits = await service.asService(suppliesThatWait);
  assert.deepEqual(waits.map(({ title }) => title).toSorted(), [
    'Lantern Families does not answer',
    'Lantern Families gave figures',
  ]);
});

test('withdrawn, expired, corrected: each is explained, and a new link goes to the same address', async (t) => {
  const { service, ask, carry, pathIn, open, wait } = await ground(t);
  const path = pathIn((await ask())[0]);
  const partner = service.visitor();
  await open(partner, path);
  await partner.post(path, good);
  assert.match(words(await partner.post(`${path}/anew`)), /A new link is on its way/);
  const [second] = await carry();
  const corrected = pathIn(second);
  await open(partner, corrected);
  const form = await partner.get(corrected);
  assert.equal(
    form.document.querySelector('#count-X90000001')?.getAttribute('value'),
    '46',
    'what was given stands there',
  );
  await partner.post(corrected, { ...good, 'count-X90000001': '44' });
  assert.match(words(await partner.get(corrected)), /44 of 70/);

  const analyst = await service.signedIn('analyst');
  const [waiting] = await service.asService(suppliesThatWait);
  assert.ok(waiting);
  await analyst.post(`${waiting.link}/again`, { words: 'Is the Vale right?' });
  const [third] = await carry();
  assert.ok(third?.parts.some((part) => part.kind === 'words' && part.text === 'Is the Vale right?'));
  wait(70);
  assert.match(words(await partner.get(pathIn(third))), /This link is too old.*Send me a new link/);
  await partner.post(`${pathIn(third)}/anew`);
  const fourth = (await carry()).at(-1);
  assert.equal(fourth?.to, 'sam@lantern.example');
  const later = await service.signedIn('analyst');
  const list = await later.get(`${at}/suppliers`);
  const stop = list.document.querySelector('form[action$="/stop"]')?.getAttribute('action') ?? '';
  assert.match(stop, /stop$/, words(list));
  assert.equal((await later.post(stop)).status, 303);
  assert.match(words(await partner.get(pathIn(fourth))), /This link was taken back/);
  assert.match(words(await partner.post(`${pathIn(fourth)}/anew`)), /No new link was sent/);
});

test('R72: an organisation that became part of another gets no more letters; its open link still works under its name', async (t) => {
  const { service, ask, pathIn, open, wait } = await ground(t);
  const path = pathIn((await ask())[0]);
  await service.asService((ctx) =>
    setUpOrganisations(ctx, [
      { ...body, key: 'lantern', name: 'Lantern Families', until: dayOf(2026, 10, 5) },
      { ...body, key: 'well', name: 'The Well' },
    ]),
  );
  wait(8);
  assert.deepEqual(await ask(), []);
  const waits = await service.asService(suppliesThatWait);
  assert.deepEqual(
    waits.map(({ title }) => title),
    ['Lantern Families is no more'],
  );
  const partner = service.visitor();
  await open(partner, path);
  assert.equal((await partner.post(path, good)).status, 303);
  const analyst = await service.signedIn('analyst');
  assert.match(
    words(await analyst.get(`${at}/suppliers`)),
    /has closed or become part of another.*Given by link by Lantern Families/,
  );
});

test('who sends figures is named on a page; what does not fit is said at its field', async (t) => {
  const { service } = await ground(t);
  const analyst = await service.signedIn('analyst');
  const page = await analyst.get(`${at}/suppliers`);
  assert.equal(page.status, 200);
  const named = (answers: Record<string, string | readonly string[]>) =>
    analyst.post(`${at}/suppliers`, answers);
  const whole = { organisation: 'well', email: 'kim@well.example', places: ['X90000001'] };
  assert.match(
    words(await named({ ...whole, organisation: 'gone' }), '.govuk-error-summary'),
    /from the list/,
  );
  assert.match(words(await named({ ...whole, email: 'kim' }), '.govuk-error-summary'), /name@organisation/);
  assert.match(
    words(await named({ ...whole, places: [] }), '.govuk-error-summary'),
    /Tick at least one place/,
  );
  assert.equal((await named(whole)).status, 303);
  assert.match(words(await analyst.get(`${at}/suppliers`)), /The Well.*kim@well\.example, for Saltmarsh/);
  for (const role of ['manager', 'partner-lead'] as const)
    assert.equal((await (await service.signedIn(role)).get(`${at}/suppliers`)).status, 404);
});
