import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { childId, roomOf } from '../../actions/rights/testing.ts';
import { requests } from '../../store/rights/requests.ts';
import { rightsRoutes } from './rights-routes.ts';

const records = [roomOf(2, (at) => (at === 0 ? 'Corin Mossley' : 'Dr Hale'))];
const canary = 'CANARY of what was asked';
const asked = { kind: 'see', name: 'Wren Tester', otherWay: 'Through the youth club', words: canary };

async function opened(t: TestContext): Promise<TestService> {
  return testService(t, rightsRoutes(records));
}

/** A request that came by the young people's form, and where it stands. */
async function askedOne(service: TestService, answers: Readonly<Record<string, string>> = asked) {
  const sent = await service.visitor().post('/rights/ask/young', answers);
  assert.equal(sent.status, 303, text(sent));
  const all = await service.asService((ctx) => requests(ctx, 'open'));
  const id = all.at(-1)?.id ?? '';
  return { id, at: `/rights/requests/${id}` };
}

test('R23: whoever asks leaves a way to be answered; every refusal keeps the words, in each of the three forms', async (t) => {
  const service = await opened(t);
  const officer = await service.signedIn('governance-lead');
  const forms: readonly [TestBrowser, string][] = [
    [service.visitor(), '/rights/ask/young'],
    [service.visitor(), '/rights/ask'],
    [officer, '/rights/requests/new'],
  ];
  const wrong: readonly [string, Readonly<Record<string, string>>, string][] = [
    ['nothing chosen', { ...asked, kind: '' }, 'kind'],
    ['no name', { ...asked, name: ' ' }, 'name'],
    ['no way to answer', { ...asked, otherWay: '' }, 'email'],
    ['no e-mail address', { ...asked, email: 'wren at home' }, 'email'],
    ['no such day', { ...asked, 'born-day': '31', 'born-month': '2', 'born-year': '2012' }, 'born'],
  ];
  for (const [browser, path] of forms)
    for (const [what, answers, field] of wrong) {
      const answer = await browser.post(path, answers);
      assert.equal(answer.status, 422, `${path}: ${what}`);
      assert.match(answer.document.title, /^Error: /);
      assert.equal(valueOf(answer, 'words'), canary, `${path}: ${what}`);
      assert.ok(answer.document.querySelector(`.govuk-error-summary a[href="#${field}"]`), what);
    }
  const late = await officer.post('/rights/requests/new', {
    ...asked,
    'received-day': '1',
    'received-month': '1',
    'received-year': '2090',
  });
  assert.equal(late.status, 422);
  assert.equal(valueOf(late, 'words'), canary);
});

test('R23: every role that answers comes in, and no other sees that anything was asked', async (t) => {
  const service = await opened(t);
  const { at } = await askedOne(service);
  const desk: readonly Role[] = ['governance-lead'];
  const paths = ['/rights/requests', '/rights/requests/new', at, `${at}/words`, `${at}/preview`];
  for (const role of roles) {
    const browser = await service.signedIn(role);
    const may = desk.includes(role);
    // before it is gathered nobody reads its words, and who only signs does not see it before a first signature
    const came = [];
    for (const path of paths) {
      const answer = await browser.get(path);
      came.push(answer.status);
      if (!may) assert.ok(!answer.text.includes(canary), `${role} ${path}`);
    }
    assert.deepEqual(came, may ? [200, 200, 200, 404, 404] : [404, 404, 404, 404, 404], role);
    if (may) continue;
    const acts = ['identity', 'gather', 'answer', 'release', 'sign', 'words/decide'];
    for (const act of acts) assert.equal((await browser.post(`${at}/${act}`, { seen: '1' })).status, 404);
  }
});

test('R22 R23: each step says what is missing, a stale one keeps what was typed, and two people sign before it leaves', async (t) => {
  const service = await opened(t);
  const { at } = await askedOne(service);
  const officer = await service.signedIn('governance-lead');
  const refused = async (act: string, answers: Readonly<Record<string, string>>, says: RegExp) => {
    const answer = await officer.post(`${at}/${act}`, { seen: await version(officer, at), ...answers });
    assert.equal(answer.status, 422, act);
    assert.match(text(answer), says, act);
    return answer;
  };
  const did = async (act: string, answers: Readonly<Record<string, string>> = {}) => {
    const answer = await officer.post(`${at}/${act}`, { seen: await version(officer, at), ...answers });
    assert.equal(answer.status, 303, `${act}: ${text(answer).slice(0, 300)}`);
  };
  await refused('identity', {}, /Choose how you know/);
  await refused('gather', {}, /First say how you know who asks/);
  await refused('find', { name: '' }, /Enter a name/);
  await refused(
    'find',
    { name: 'Wren', 'born-day': '40', 'born-month': '1', 'born-year': '2012' },
    /birthday/i,
  );
  await refused('ask-back', { why: 'identity', askWords: '' }, /Write the words/);
  await refused('extend', { months: '1', extendReason: '' }, /Write the words/);
  await did('identity', { how: 'known-worker' });
  await refused('gather', {}, /First find whom/);
  await did('link', { kind: 'child', subject: childId, title: 'Wren' });
  await did('gather');
  await refused('sign', {}, /not decided yet/);
  await refused('words/decide', { reason: '' }, /Choose what becomes/);
  const taken = { fact: 'x', words: 'Nowhere at all', reason: 'another-child' };
  await refused('words/take-out', taken, /do not stand in this text/);
  const spans = await spansOf(officer, at);
  const decided = { reason: 'third-party-not-agreed', alike: 'yes' };
  for (const span of spans) await did('words/decide', { span, ...decided });
  await refused('sign', {}, /whether giving it could seriously harm/);
  const harm = await refused('harm', { found: 'some-kept-back', harmWords: canary }, /Write the words/);
  assert.equal(valueOf(harm, 'harmWords'), canary);
  await did('harm', { found: 'none', harmWords: 'Nothing of it could.' });
  const stale = await officer.post(`${at}/harm`, { seen: '1', found: 'none', harmWords: canary });
  assert.equal(stale.status, 422);
  assert.match(text(stale), /Somebody else changed this request/);
  assert.equal(valueOf(stale, 'harmWords'), canary, 'what was typed is still in its box');
  await refused('release', {}, /Two people must sign/);
  await did('sign');
  await refused('sign', {}, /the second signature is somebody else/);
  const second = await service.signedIn('supervisor');
  assert.equal((await second.get(at)).status, 200, 'who signs second sees it from the first signature on');
  assert.equal((await second.post(`${at}/sign`, { seen: await version(second, at) })).status, 303);
  await did('release', { letter: 'Dear Wren' });
  assert.equal((await second.get(at)).status, 404, 'and no longer than that');
  assert.match(text(await officer.get(at)), /Given, with something taken out/);
});

test('R25: a wish to have something put right leads to saying it beside the words, before and after our answer', async (t) => {
  const service = await opened(t);
  const sent = await service.visitor().post('/rights/ask/young', { ...asked, kind: 'correct' });
  const to = String(sent.headers['location']);
  const thanks = await service.visitor().get(to);
  assert.ok(thanks.document.querySelector('main a[href="/my-record"]'), 'without an account too');
  const young = await service.signedIn('young-person');
  await young.post('/rights/ask/young', { kind: 'correct', name: 'Wren', words: canary, own: 'yes' });
  const own = await young.get('/rights/mine');
  assert.ok(own.text.includes(canary));
  assert.ok(own.document.querySelector('main a[href="/my-record"]'));
});

test('R21 R23: an answer stands in the account of whoever asked there, behind fresh proof, and in no other', async (t) => {
  const service = await opened(t);
  const plain = await service.signedIn('young-person');
  await plain.post('/rights/ask/young', asked);
  assert.ok(
    !(await plain.get('/rights/mine')).text.includes(canary),
    'nothing is tied to an account unasked',
  );
  const young = await service.signedInWithProof('young-person');
  const sent = await young.post('/rights/ask/young', { kind: 'see', name: 'Wren', own: 'yes' });
  assert.equal(sent.headers['location'], '/rights/mine');
  const all = await service.asService((ctx) => requests(ctx, 'open'));
  const mine = all.find(({ askedBy }) => askedBy !== undefined);
  assert.ok(mine);
  assert.equal(
    (await young.get(`/rights/mine/${mine.id}`)).status,
    404,
    'before it has left there is nothing',
  );
  for (const role of ['parent', 'young-person'] as const) {
    const other = await service.signedInWithProof(role);
    assert.ok(!(await other.get('/rights/mine')).text.includes(mine.reference));
    assert.equal((await other.post(`/rights/mine/${mine.id}`, { form: 'here' })).status, 404);
  }
  const worker = await service.signedIn('practitioner');
  await worker.post('/rights/ask/young', { ...asked, own: 'yes' });
  assert.equal((await worker.get('/rights/mine')).status, 404, 'who helps to ask gets no answer of theirs');
  const after = await service.asService((ctx) => requests(ctx, 'open'));
  assert.equal(after.filter(({ askedBy }) => askedBy !== undefined).length, 1);
});

async function version(browser: TestBrowser, at: string): Promise<string> {
  const { document } = await browser.get(at);
  return document.querySelector('input[name=seen]')?.getAttribute('value') ?? '';
}

async function spansOf(browser: TestBrowser, at: string): Promise<string[]> {
  const { document } = await browser.get(`${at}/words`);
  const named = [...document.querySelectorAll('.rights-decide input[name=span]')];
  return named.flatMap((input) => input.getAttribute('value') ?? []);
}

function valueOf(page: TestPage, name: string): string {
  const field = page.document.querySelector(`[name="${name}"]`);
  return field?.tagName === 'TEXTAREA' ? (field.textContent ?? '') : (field?.getAttribute('value') ?? '');
}

function text(page: TestPage): string {
  return (page.document.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
}
