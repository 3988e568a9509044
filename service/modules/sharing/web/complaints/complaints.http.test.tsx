import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import { testService, type TestPage, type TestService } from '#platform/http/testing.ts';
import { complaints } from '../../store/complaints/complaints.ts';
import { rightsRoutes } from '../rights/rights-routes.ts';
import { complaintsRoutes } from './complaints-routes.ts';

const canary = 'CANARY of what somebody was unhappy with';

function opened(t: TestContext): Promise<TestService> {
  return testService(t, [...complaintsRoutes, ...rightsRoutes([])]);
}

async function toldOne(service: TestService): Promise<string> {
  assert.equal((await service.visitor().post('/complaints/tell/young', { words: canary })).status, 303);
  const all = await service.asService((ctx) => complaints(ctx, 'open'));
  return `/complaints/desk/${all.at(-1)?.id ?? ''}`;
}

test('R24: a child complains with nothing but what happened; every refusal keeps the words, in each of the three forms', async (t) => {
  const service = await opened(t);
  await toldOne(service);
  const officer = await service.signedIn('manager');
  for (const [browser, path] of [
    [service.visitor(), '/complaints/tell/young'],
    [service.visitor(), '/complaints/tell'],
    [officer, '/complaints/desk/new'],
  ] as const) {
    const silent = await browser.post(path, { words: '', wish: canary });
    assert.equal(silent.status, 422, path);
    assert.equal(valueOf(silent, 'wish'), canary);
    assert.ok(silent.document.querySelector('.govuk-error-summary a[href="#words"]'));
    const noAddress = await browser.post(path, { words: canary, email: 'at home' });
    assert.equal(noAddress.status, 422, path);
    assert.equal(valueOf(noAddress, 'words'), canary);
  }
  const late = { 'received-day': '1', 'received-month': '1', 'received-year': '2090' };
  const toCome = await officer.post('/complaints/desk/new', { words: canary, ...late });
  assert.equal(toCome.status, 422);
  assert.equal(valueOf(toCome, 'words'), canary);
});

test('R24: each role that answers complaints reads them, and no other meets a word of one', async (t) => {
  const service = await opened(t);
  const at = await toldOne(service);
  const desk: readonly Role[] = ['governance-lead', 'manager'];
  for (const role of roles) {
    const browser = await service.signedIn(role);
    const status = desk.includes(role) ? 200 : 404;
    for (const path of ['/complaints/desk', '/complaints/desk/new', at]) {
      const answer = await browser.get(path);
      assert.equal(answer.status, status, `${role} ${path}`);
      if (status === 404) assert.ok(!answer.text.includes(canary));
    }
    if (status === 404) assert.equal((await browser.post(`${at}/step`, { step: 'answer' })).status, 404);
  }
});

test('R24: heard, told how it goes, answered: each in its turn, and a stale step keeps what was typed', async (t) => {
  const service = await opened(t);
  const at = await toldOne(service);
  const officer = await service.signedIn('governance-lead');
  const step = (seen: string, answers: Readonly<Record<string, string>>) =>
    officer.post(`${at}/step`, { seen, ...answers });
  const early = { step: 'answer', outcome: 'upheld', answerWords: canary };
  assert.match(text(await step('1', early)), /First tell them that it came/);
  assert.match(text(await step('1', { step: 'acknowledge', how: ' ' })), /Write the words/);
  assert.equal((await step('1', { step: 'acknowledge', how: 'By telephone' })).status, 303);
  const stale = await step('1', { step: 'answer', outcome: 'upheld', answerWords: 'What I typed.' });
  assert.equal(stale.status, 422);
  assert.match(text(stale), /Somebody else changed this/);
  assert.equal(valueOf(stale, 'answerWords'), 'What I typed.');
  assert.match(text(await step('2', { step: 'progress', progress: '' })), /Write the words/);
  assert.equal((await step('2', { step: 'progress', progress: 'We asked the school.' })).status, 303);
  const unchosen = await step('3', { step: 'answer', outcome: '', answerWords: 'Because.' });
  assert.match(text(unchosen), /Choose what you found/);
  assert.equal(valueOf(unchosen, 'answerWords'), 'Because.');
  assert.equal((await step('3', { step: 'answer', outcome: 'upheld', answerWords: 'Sorry.' })).status, 303);
  assert.match(text(await step('4', { step: 'progress', progress: 'More.' })), /answered already/);
});

test('R24: what came of it stands in the account of whoever complained there, and in nobody else’s', async (t) => {
  const service = await opened(t);
  const young = await service.signedIn('young-person');
  await young.post('/complaints/tell/young', { words: canary, own: 'yes' });
  const [complaint] = await service.asService((ctx) => complaints(ctx, 'open'));
  const at = `/complaints/desk/${complaint?.id ?? ''}`;
  const officer = await service.signedIn('governance-lead');
  await officer.post(`${at}/step`, { seen: '1', step: 'acknowledge', how: 'Face to face' });
  assert.match(text(await young.get('/rights/mine')), /Somebody is looking into it: Ash Tester/);
  const answer = { step: 'answer', outcome: 'partly-upheld', answerWords: 'You should have been asked.' };
  await officer.post(`${at}/step`, { seen: '2', ...answer });
  assert.match(text(await young.get('/rights/mine')), /right in part[^]*You should have been asked/);
  const other = await service.signedIn('parent');
  assert.ok(!(await other.get('/rights/mine')).text.includes(canary));
});

function valueOf(page: TestPage, name: string): string {
  const field = page.document.querySelector(`[name="${name}"]`);
  return field?.tagName === 'TEXTAREA' ? (field.textContent ?? '') : (field?.getAttribute('value') ?? '');
}

function text(page: TestPage): string {
  return (page.document.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
}
