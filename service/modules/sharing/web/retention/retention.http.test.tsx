import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { makeDisposalLists } from '../../actions/retention/make-lists.ts';
import type { PersonalRecords } from '../../domain/rights/personal-records.ts';
import { retentionRoutes } from './retention-routes.ts';

const ids = ['01900000-0000-7000-8000-0000000000b1', '01900000-0000-7000-8000-0000000000b2'];

/** Two children's records that came to their end long ago. */
const room: PersonalRecords<Ctx> = {
  room: 'invented',
  classes: [
    {
      key: 'invented.note',
      title: 'Notes',
      holds: 'Notes.',
      triggers: [{ key: 'closed', words: 'the end' }],
      ofChildren: true,
      tables: [],
    },
  ],
  gather: async () => [],
  ended: async () =>
    ids.map((id, at) => ({
      id,
      subject: { kind: 'child', id },
      title: `CANARY note ${at}`,
      triggeredOn: dayOf(2001, 1, 1),
    })),
  dispose: async (_ctx, { ids: gone }) => ({ records: gone.length, rows: gone.length, files: [] }),
};

const rule = { trigger: 'closed', years: '6', months: '0', days: '0', authority: 'A law', owner: 'A job' };
const adopt = '/retention/classes/invented.note';

function opened(t: TestContext): Promise<TestService> {
  return testService(t, retentionRoutes([room]));
}

async function listed(service: TestService, keeper: TestBrowser): Promise<string> {
  assert.equal((await keeper.post(adopt, rule)).status, 303);
  await service.asService((ctx) => makeDisposalLists(ctx, [room]));
  const { document } = await keeper.get('/retention');
  const link = [...document.querySelectorAll('main a')].find((one) =>
    (one.getAttribute('href') ?? '').startsWith('/retention/lists/'),
  );
  return link?.getAttribute('href') ?? 'no list';
}

test('R26: a rule needs its trigger, its period, its source and its owner; what was typed stays', async (t) => {
  const keeper = await (await opened(t)).signedIn('governance-lead');
  for (const [name, value, field] of [
    ['trigger', '', 'trigger'],
    ['years', 'six', 'years'],
    ['years', '0', 'years'],
    ['months', '12', 'months'],
    ['authority', ' ', 'authority'],
    ['owner', '', 'owner'],
  ] as const) {
    const answers = { ...rule, authority: 'The words of a law', [name]: value };
    const wrong = await keeper.post(adopt, answers);
    assert.equal(wrong.status, 422, `${name} ${value}`);
    assert.ok(wrong.document.querySelector(`.govuk-error-summary a[href="#${field}"]`), name);
    if (name !== 'authority') assert.equal(valueOf(wrong, 'authority'), 'The words of a law');
  }
  assert.equal((await keeper.get('/retention/classes/nobody.knows')).status, 404);
  assert.equal((await keeper.post(adopt, rule)).status, 303);
});

test('R26: a hold needs what it is on, a name and a reason, and ends only with one; what was typed stays', async (t) => {
  const keeper = await (await opened(t)).signedIn('governance-lead');
  const hold = { class: 'invented.note', title: 'An inquiry', reason: 'A letter of its chair' };
  const wrong = async (answers: Readonly<Record<string, string>>, field: string) => {
    const answer = await keeper.post('/retention/holds', { ...hold, ...answers });
    assert.equal(answer.status, 422, field);
    assert.ok(answer.document.querySelector(`.govuk-error-summary a[href="#${field}"]`), field);
    return answer;
  };
  assert.equal(valueOf(await wrong({ class: '' }, 'subject'), 'reason'), hold.reason);
  assert.equal(valueOf(await wrong({ title: '' }, 'title'), 'reason'), hold.reason);
  assert.equal(valueOf(await wrong({ reason: '' }, 'reason'), 'title'), hold.title);
  const past = { 'until-day': '1', 'until-month': '1', 'until-year': '2020' };
  assert.equal(valueOf(await wrong(past, 'until'), 'reason'), hold.reason);
  assert.equal((await keeper.post('/retention/holds', hold)).status, 303);
  const { document } = await keeper.get('/retention/holds');
  const end = document.querySelector('form[action$="/end"]')?.getAttribute('action') ?? '';
  assert.equal((await keeper.post(end, { seen: '1', why: '' })).status, 422);
  const stale = await keeper.post(end, { seen: '7', why: 'It reported' });
  assert.match(text(stale), /Somebody else changed it/);
  assert.equal(valueOf(stale, 'why'), 'It reported');
  assert.equal((await keeper.post(end, { seen: '1', why: 'It reported' })).status, 303);
});

test('R26 R27: each role that keeps rules or approves comes as far as its part, and no other sees a title', async (t) => {
  const service = await opened(t);
  const list = await listed(service, await service.signedIn('governance-lead'));
  const keeps: readonly Role[] = ['governance-lead'];
  const approves: readonly Role[] = ['governance-lead', 'supervisor'];
  assert.equal((await service.visitor().get('/rights/how-long')).status, 200, 'anybody reads the rules');
  for (const role of roles) {
    const browser = await service.signedIn(role);
    for (const [path, may] of [
      ['/retention', approves],
      [list, approves],
      [adopt, keeps],
      ['/retention/holds', keeps],
    ] as const) {
      const answer = await browser.get(path);
      assert.equal(answer.status, may.includes(role) ? 200 : 404, `${role} ${path}`);
      if (!may.includes(role)) assert.doesNotMatch(answer.text, /CANARY/);
    }
  }
});

test('R27 R28: struck out with a reason, approved by two as they saw it, and a certificate stands', async (t) => {
  const service = await opened(t);
  const keeper = await service.signedIn('governance-lead');
  const list = await listed(service, keeper);
  const [first = ''] = ids;
  const silent = await keeper.post(`${list}/strike`, { seen: '1', record: first, because: '' });
  assert.equal(silent.status, 422);
  assert.ok(silent.document.querySelector(`.govuk-error-summary a[href="#because-${first}"]`));
  assert.equal((await keeper.post(`${list}/turn-back`, { seen: '1', why: ' ' })).status, 422);
  const struck = await keeper.post(`${list}/strike`, { seen: '1', record: first, because: 'A claim' });
  assert.equal(struck.status, 303);
  const stale = await keeper.post(`${list}/turn-back`, { seen: '1', why: 'What I typed' });
  assert.equal(stale.status, 422);
  assert.match(text(stale), /Somebody else changed the list/);
  assert.equal(valueOf(stale, 'why'), 'What I typed');
  assert.equal((await keeper.post(`${list}/approve`, { seen: '2' })).status, 303);
  assert.match(
    text(await keeper.post(`${list}/approve`, { seen: '2' })),
    /the second approval is somebody else/,
  );
  assert.match(text(await keeper.get(list)), /Ash Tester approved/);
  const second = await service.signedIn('supervisor');
  assert.equal((await second.post(`${list}/approve`, { seen: '2' })).status, 303);
  const done = await second.get(list);
  assert.match(text(done), /[0-9a-f]{64}/);
  assert.doesNotMatch(done.text, /CANARY note 1/, 'what is gone is named nowhere');
  assert.match(text(await second.post(`${list}/approve`, { seen: '2' })), /carried out or turned back/);
});

function valueOf(page: TestPage, name: string): string {
  const field = page.document.querySelector(`[name="${name}"]`);
  return field?.tagName === 'TEXTAREA' ? (field.textContent ?? '') : (field?.getAttribute('value') ?? '');
}

function text(page: TestPage): string {
  return (page.document.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
}
