import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { bareErrorPage } from '#platform/http/bare-error-page.tsx';
import { page, type Route } from '#platform/http/route.ts';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { setFrontDoor } from '../../actions/danger/keep-front-door.ts';
import { noFrontDoor } from '../../domain/danger/front-door.ts';
import { numbersForErrors } from '../../queries/danger/front-door.ts';
import { concernsInList } from '../../store/danger/concerns.ts';
import { addReader } from '../../store/danger/front-doors.ts';
import { dangerRoutes } from './danger-routes.ts';
import { stillPage } from './still-page.ts';

const canary = 'canary-of-what-was-told';
const words = {
  happened: `${canary} in the garden`,
  about: `${canary} Wren`,
  danger: 'no',
  sender: `${canary} a neighbour`,
  reach: `${canary} 07700 900123`,
  reachIsSafe: 'yes',
};

const ownNumber = {
  name: 'Invented front door',
  number: '01632 960 111',
  hours: 'In the day',
  outOfHours: false,
  checkedOn: '2026-11-20',
};

test('R64: the numbers stand on the page before any question, each to be rung by a tap, and the thresholds are linked', async (t) => {
  const { service } = await opened(t);
  const { document, headers, status } = await service.visitor().get('/danger');
  assert.equal(status, 200);
  const hrefs = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? '');
  for (const number of [
    'tel:999',
    'tel:01632960111',
    'tel:08001111',
    'tel:08088005000',
    'tel:116123',
    'tel:18000',
  ])
    assert.ok(hrefs.includes(number), number);
  assert.ok(hrefs.indexOf('tel:999') <= 1, 'nothing but the way off the page stands before 999');
  assert.ok(hrefs.indexOf('tel:01632960111') < hrefs.indexOf('/danger/tell'));
  assert.ok(hrefs.includes('https://partners.example/thresholds'));
  assert.match(text(document), /press 55/);
  assert.equal(document.querySelector('main input, main textarea, main select'), null, 'no question');
  assert.match(String(headers['cache-control']), /no-store/, 'no browser keeps it');
  assert.equal(headers['referrer-policy'], 'no-referrer');
  const leave = document.querySelector('[data-leave]');
  assert.match(leave?.getAttribute('href') ?? '', /^https:/);
  assert.match(leave?.getAttribute('rel') ?? '', /noreferrer/);
});

test('R64: the numbers are there in Welsh', async (t) => {
  const { service } = await opened(t);
  const visitor = service.visitor();
  visitor.cookies.set('language', 'cy');
  const { document } = await visitor.get('/danger');
  assert.equal(document.querySelector('h1')?.textContent, 'Oes rhywun ddim yn ddiogel?');
  assert.ok(document.querySelector('[lang=cy] a[href="tel:999"]'));
});

test('R64 G32: what is sent gets a receipt and nothing of it back; danger now puts 999 first, in the heading', async (t) => {
  const { service } = await opened(t);
  for (const path of ['/danger/tell', '/danger/tell/child', '/danger/tell/at-work']) {
    const sent = await send(service.visitor(), path, words);
    assert.equal(sent.status, 200);
    assert.equal(receiptIn(sent).split(' ').length, 5);
    assert.ok(!sent.text.includes(canary), path);
    assert.equal(sent.document.querySelector('h1')?.textContent, 'We have it. Thank you.');
  }
  const now = await send(service.visitor(), '/danger/tell', { ...words, danger: 'yes' });
  assert.match(now.document.querySelector('h1')?.textContent ?? '', /hurt/);
  const first = now.document.querySelector('main a:not([data-leave])');
  assert.equal(first?.getAttribute('href'), 'tel:999');
  assert.ok(first?.classList.contains('ring-first'), 'in the largest words');
});

test('R64: only what happened must be told; what is left out is asked for with every word still in the form', async (t) => {
  const { service } = await opened(t);
  const wrong = await send(service.visitor(), '/danger/tell', { ...words, happened: '' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.document.title, /^Error: /);
  assert.equal(valueOf(wrong, 'about'), words.about);
  assert.equal(valueOf(wrong, 'reach'), words.reach);
  assert.ok(wrong.document.querySelector('.govuk-error-summary a[href="#happened"]'));
  const little = await send(service.visitor(), '/danger/tell/child', { happened: 'He hits me.' });
  assert.equal(little.status, 200);
});

test('R64: a megabyte pasted is refused in words that say how much fits, and all of it is still there', async (t) => {
  const { service } = await opened(t);
  const long = 'Ärger & <b>Not</b>. '.repeat(52_000);
  const refused = await send(service.visitor(), '/danger/tell', { ...words, happened: long });
  assert.equal(refused.status, 422);
  assert.match(text(refused.document), /1,039,999 letters, and 20,000 fit/);
  assert.ok(valueOf(refused, 'happened') === long, 'to the last letter');
});

test('R64: hostile words come to the reader as words', async (t) => {
  const { service, reader } = await opened(t);
  const hostile = `<script>alert(1)</script> ' or 1=1 -- \u202E \u0000 {{7*7}} ${canary} عربي 🧸`;
  assert.equal((await send(service.visitor(), '/danger/tell', { ...words, happened: hostile })).status, 200);
  const read = await openFirst(reader);
  assert.equal(read.document.querySelector('main script'), null);
  assert.ok(text(read.document).includes("<script>alert(1)</script> ' or 1=1"));
  assert.equal(read.document.querySelector('.as-told')?.getAttribute('dir'), 'auto');
});

test('R64: a form that was open too long, or whose cookie is gone, is received all the same; one from another site is not', async (t) => {
  const { service } = await opened(t);
  const body = new URLSearchParams({ ...words, csrf: 'old', showing: 'x' }).toString();
  const stale = await service.visitor().postRaw('/danger/tell', body);
  assert.equal(stale.status, 200);
  assert.equal(receiptIn(stale).split(' ').length, 5);
  const bare = await service.server.inject({
    method: 'POST',
    url: '/danger/tell',
    payload: body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  assert.equal(bare.statusCode, 200);
  const foreign = await service.visitor().postRaw('/danger/tell', body, { 'sec-fetch-site': 'cross-site' });
  assert.equal(foreign.status, 403);
});

test('R64: with the database down the numbers stand, the words are kept, and nothing looks as though it was received', async (t) => {
  const { service } = await opened(t);
  const visitor = service.visitor();
  const before = await visitor.get('/danger/tell');
  await service.database.close();
  const numbers = await visitor.get('/danger');
  assert.equal(numbers.status, 200);
  for (const number of ['tel:999', 'tel:01632960111', 'tel:08001111'])
    assert.ok(numbers.document.querySelector(`a[href="${number}"]`), number);
  assert.equal((await visitor.get('/danger/tell/child')).status, 200);
  assert.equal((await visitor.get('/danger.html')).status, 200);
  const showing = before.document.querySelector('input[name=showing]')?.getAttribute('value') ?? '';
  const lost = await visitor.post('/danger/tell', { ...words, showing });
  assert.equal(lost.status, 503);
  assert.equal(lost.document.querySelector('[role=alert] h2')?.textContent, 'We did not get it');
  assert.equal(valueOf(lost, 'happened'), words.happened);
  assert.equal(valueOf(lost, 'showing'), showing, 'sent again it is the same press');
  assert.ok(lost.document.querySelector('a[href="tel:01632960111"]'));
  assert.equal(lost.document.querySelector('.receipt-words'), null);
});

test('R64: the error page and the file beside the service hold the numbers, and need nothing', async (t) => {
  const { partnershipId } = await opened(t);
  const brand = { name: 'Test', shortName: 'Test', colour: '#265b3c', invented: true };
  const numbers = numbersForErrors(partnershipId);
  const { html } = bareErrorPage({
    kind: 'unavailable',
    brand,
    navigation: [],
    reference: 'r',
    posted: false,
    path: '/',
    numbers,
  });
  for (const number of ['tel:999', 'tel:01632960111', 'tel:08001111'])
    assert.ok(html.includes(number), number);
  const file = stillPage('Test <b>', { ...noFrontDoor, numbers: [ownNumber] });
  for (const number of ['tel:999', 'tel:01632960111', 'tel:08001111', 'tel:116123'])
    assert.ok(file.includes(number), number);
  assert.doesNotMatch(file, /<b>|<script|<link|src=/);
});

test('R11: once it is sent, no page of any other role shows a word of it, and the sender sees none either', async (t) => {
  const { service } = await opened(t);
  const reporter = await service.signedIn('report-only');
  const sent = await send(reporter, '/danger/tell/at-work', words);
  const receipt = receiptIn(sent);
  const others: readonly Role[] = [
    'manager',
    'analyst',
    'board-member',
    'partner-lead',
    'participation-worker',
    'young-inspector',
    'practitioner',
    'supervisor',
    'setting-lead',
    'safeguarding-reader',
    'young-person',
    'parent',
    'governance-lead',
    'administrator',
  ];
  const browsers = [reporter, service.visitor()];
  for (const role of others) browsers.push(await service.signedIn(role));
  const id = (await service.asService(concernIdsAsService))[0] ?? '';
  const paths = [
    '/danger',
    '/danger/tell',
    '/danger/receipt',
    '/danger.html',
    '/concerns',
    `/concerns/${id}`,
    '/concerns/front-door',
  ];
  for (const browser of browsers) {
    for (const path of paths) assert.ok(!(await browser.get(path)).text.includes(canary), path);
    const receiptPage = await browser.post('/danger/receipt', { receipt });
    assert.ok(!receiptPage.text.includes(canary));
    for (const act of ['open', 'act', 'hand', 'link']) {
      const answer = await browser.post(`/concerns/${id}/${act}`, {
        seen: '1',
        act: 'rang',
        words: 'x',
        said: 'none',
      });
      assert.ok([303, 403, 404].includes(answer.status), `${act}: ${answer.status}`);
      assert.ok(!answer.text.includes(canary));
    }
  }
});

test('R64 G32: the reader opens, acts and answers; the receipt shows moments and the answer, and no word of the report', async (t) => {
  const { service, reader } = await opened(t);
  const sender = service.visitor();
  const receipt = receiptIn(await send(sender, '/danger/tell', words));
  assert.match(text((await sender.post('/danger/receipt', { receipt })).document), /Nobody has read it yet/);
  const read = await openFirst(reader);
  assert.ok(text(read.document).includes(words.happened));
  assert.match(text(read.document), /Safe to ring or write/);
  const path = `/concerns/${idIn(read)}`;
  const wrong = await reader.post(`${path}/act`, {
    seen: '1',
    act: 'rang',
    words: 'Rang.',
    said: 'own',
    answer: '',
  });
  assert.equal(wrong.status, 422);
  assert.equal(valueOf(wrong, 'words'), 'Rang.');
  const acted = await reader.post(`${path}/act`, {
    seen: '1',
    act: 'rang',
    words: 'Rang the health visitor.',
    said: '0',
    answer: '',
  });
  assert.equal(acted.status, 303);
  const stale = await reader.post(`${path}/act`, {
    seen: '1',
    act: 'police',
    words: 'Mine.',
    said: 'none',
    answer: '',
  });
  assert.equal(stale.status, 422);
  assert.match(text(stale.document), /A colleague wrote something/);
  assert.ok(text(stale.document).includes('Rang the health visitor.'), 'both stand on the page');
  assert.equal(valueOf(stale, 'words'), 'Mine.');
  const came = text((await sender.post('/danger/receipt', { receipt: receipt.toUpperCase() })).document);
  assert.match(came, /Somebody read it[^]*Somebody did something about it[^]*We read every word/);
  assert.ok(!came.includes(canary) && !came.includes('health visitor'));
});

test('R64: a partnership sets its numbers; a half-filled line, a dead link and hours that run backwards are put right', async (t) => {
  const { service } = await opened(t);
  const manager = await service.signedIn('manager');
  const given = {
    version: '1',
    opens: '17:30',
    closes: '08:30',
    unreadMinutes: '3',
    thresholdLink: 'javascript:alert(1)',
    'number-1-name': 'Front door',
    'number-1-number': 'ring us',
  };
  const wrong = await manager.post('/concerns/front-door', given);
  assert.equal(wrong.status, 422);
  const wrongAt = [...wrong.document.querySelectorAll('.govuk-error-summary a')].map((one) =>
    one.getAttribute('href'),
  );
  assert.deepEqual(wrongAt.toSorted(), ['#number-1-number', '#thresholdLink', '#unreadMinutes']);
  assert.equal(valueOf(wrong, 'number-1-number'), 'ring us');
  const right = {
    ...given,
    opens: '09:00',
    closes: '16:00',
    unreadMinutes: '45',
    thresholdLink: '',
    'number-1-number': '01632 960 333',
    'number-1-checkedOn': '2026-11-23',
  };
  assert.equal((await manager.post('/concerns/front-door', right)).status, 303);
  const { document } = await service.visitor().get('/danger');
  assert.ok(document.querySelector('a[href="tel:01632960333"]'));
});

async function concernIdsAsService(ctx: Ctx): Promise<string[]> {
  return (await concernsInList(ctx)).map(({ id }) => id);
}

type Opened = { service: TestService; reader: TestBrowser; partnershipId: string };

const partnershipOf = { id: '' };

/** Tells the test who is signed in, so that they can be named to read. */
const whoIsIt: Route = {
  method: 'GET',
  path: '/who-is-it',
  policy: 'signed-in',
  answer: async ({ actor }) =>
    page({ title: 'Who', body: <h1>{actor.kind === 'person' ? actor.personId : ''}</h1> }),
};

async function opened(t: TestContext): Promise<Opened> {
  const service = await testService(t, [...dangerRoutes, whoIsIt]);
  const reader = await service.signedIn('safeguarding-reader');
  const personId = (await reader.get('/who-is-it')).document.querySelector('h1')?.textContent ?? '';
  assert.ok(idFrom(personId));
  await service.asService(async (ctx) => {
    partnershipOf.id = ctx.partnershipId;
    await addReader(ctx, {
      personId,
      name: 'Ash Tester',
      settingId: undefined,
      part: 'reader',
      namedByName: 'Test',
    });
    await setFrontDoor(ctx, {
      ...noFrontDoor,
      numbers: [ownNumber],
      thresholdName: 'Thresholds',
      thresholdLink: 'https://partners.example/thresholds',
    });
  });
  return { service, reader, partnershipId: partnershipOf.id };
}

async function send(browser: TestBrowser, path: string, answers: Record<string, string>): Promise<TestPage> {
  const form = await browser.get(path);
  const showing = form.document.querySelector('input[name=showing]')?.getAttribute('value') ?? '';
  return browser.post(path, { ...answers, showing });
}

async function openFirst(reader: TestBrowser): Promise<TestPage> {
  const desk = await reader.get('/concerns');
  const form = desk.document.querySelector('form[action$="/open"]');
  const action = form?.getAttribute('action') ?? '';
  assert.match(action, /^\/concerns\/[0-9a-f-]{36}\/open$/);
  assert.ok(!desk.text.includes(canary), 'the list holds no word');
  const gone = await reader.post(action);
  assert.equal(gone.status, 303);
  return reader.get(String(gone.headers.location));
}

function idIn({ document }: TestPage): string {
  const action = document.querySelector('form[action$="/act"]')?.getAttribute('action') ?? '';
  return action.split('/')[2] ?? '';
}

function receiptIn({ document }: TestPage): string {
  return document.querySelector('.receipt-words')?.textContent ?? '';
}

function valueOf({ document }: TestPage, name: string): string | undefined {
  const field = document.querySelector(`[name="${name}"]`);
  return field?.tagName === 'TEXTAREA'
    ? (field.textContent ?? '')
    : (field?.getAttribute('value') ?? undefined);
}

function text(document: Document): string {
  return (document.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
}
