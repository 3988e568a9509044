import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { runScript } from '#platform/db/query-builder.ts';
import { testService, type TestPage } from '#platform/http/testing.ts';
import type { Touch } from '#platform/kernel/context.ts';
import { testKeys } from '#platform/keys/testing.ts';
import type { HeadsKept } from '../actions/export-heads.ts';
import { auditRoutes } from './routes.ts';

const child = '01900000-0000-7000-8000-0000000000c1';
const other = '01900000-0000-7000-8000-0000000000c2';

async function ground(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-heads-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const kept: HeadsKept = { folder, isNamed: true, keys: testKeys(), byLetter: false };
  const service = await testService(t, auditRoutes(kept));
  const touch = (more: Partial<Touch> = {}) =>
    service.asService(async (ctx) =>
      ctx.audit({
        act: 'families.record-read',
        way: 'read',
        subject: { kind: 'child', id: child },
        relationship: 'lead-worker',
        purpose: 'direct-help',
        ...more,
      }),
    );
  return { service, touch, folder, lead: await service.signedIn('governance-lead') };
}

function rows(page: TestPage): string[] {
  return [...page.document.querySelectorAll('.audit-entries tbody tr')].map((row) => words(row));
}

function words(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

test('who did what: in words, chosen by way and act, and a look at it is written down too (R20)', async (t) => {
  const { touch, lead } = await ground(t);
  const empty = await lead.get('/audit');
  assert.equal(empty.status, 200);
  assert.match(words(empty.document.querySelector('.empty')), /^Nothing like that was done/);
  await touch();
  await touch({
    way: 'refused',
    act: 'families.record-asked',
    relationship: 'none',
    subject: { kind: 'child', id: other },
  });
  const page = await lead.get('/audit');
  const found = rows(page);
  assert.equal(found.length, 3);
  assert.match(
    found[0] ?? '',
    /asked for it, and was not let in.*child 0000c2.*to help this child or family.*no part in it/,
  );
  assert.match(found[1] ?? '', /The service itself.*read it.*record read.*lead worker of this child/);
  assert.match(
    found[2] ?? '',
    /Somebody whose account is no longer kept.*governance lead.*read it.*partnership/,
    'the look before this one',
  );
  const chosen = await lead.get('/audit?way=refused');
  assert.equal(rows(chosen).length, 1);
  assert.equal(
    (await lead.get('/audit?way=%27&act=%3Cscript%3E&who=x&body=x&before=-1&day=x&period=x')).status,
    200,
  );
  const file = await lead.get('/audit/days.csv?period=7');
  assert.match(file.text, /All|entries/);
  assert.match(words(page.document.querySelector('figure')), /entries in 30 days, most of them on/);
});

test('who did what: a page at a time, none twice and none left out', async (t) => {
  const { service, lead } = await ground(t);
  await service.asService(async (ctx) => {
    for (let index = 0; index < 120; index += 1)
      ctx.audit({
        act: 'families.record-read',
        way: 'read',
        subject: { kind: 'child', id: ctx.newId() },
        relationship: 'lead-worker',
        purpose: 'direct-help',
      });
  });
  const seen: string[] = [];
  let path: string | undefined = '/audit?act=families.record-read';
  for (; path !== undefined;) {
    const page: TestPage = await lead.get(path);
    seen.push(
      ...[...page.document.querySelectorAll('.audit-entries button')].map(
        (one) => one.getAttribute('value') ?? '',
      ),
    );
    path =
      [...page.document.querySelectorAll('main a')]
        .find((link) => words(link) === 'Show what came before')
        ?.getAttribute('href') ?? undefined;
  }
  assert.deepEqual([seen.length, new Set(seen).size], [120, 120]);
});

test('everything about one record is asked by POST, so that no address says whose; what is typed wrongly is kept', async (t) => {
  const { touch, lead } = await ground(t);
  await touch();
  await touch({ subject: { kind: 'child', id: other } });
  const page = await lead.post('/audit/subject', { record: `child ${child}` });
  assert.equal(page.status, 200);
  assert.equal(rows(page).length, 1);
  const again = await lead.post('/audit/subject', { record: child });
  assert.equal(rows(again).length, 2, 'a number alone is a child’s; and the look before this one is there');
  const wrong = await lead.post('/audit/subject', { record: 'Amy Smith' });
  assert.equal(wrong.status, 422);
  assert.equal(wrong.document.querySelector('#record')?.getAttribute('value'), 'Amy Smith');
  assert.equal(
    (await lead.get(`/audit/subject?record=${child}`)).text.includes(child),
    false,
    'and not read from an address',
  );
});

test('out of the ordinary: listed with the way to the entries, and nobody is judged', async (t) => {
  const { service, lead } = await ground(t);
  const nothing = await lead.get('/audit/unusual');
  assert.equal(nothing.document.querySelectorAll('.empty').length, 4);
  await asPersonDoing(service.asService, 20);
  const page = await lead.get('/audit/unusual');
  const cards = [...page.document.querySelectorAll('.card')].map(words);
  assert.ok(
    cards.some((card) => /20 times, 20 children/.test(card)),
    cards.join('; '),
  );
  const link = page.document.querySelector('.card a')?.getAttribute('href') ?? '';
  assert.match(link, /^\/audit\?who=[0-9a-f-]{36}&day=\d{4}-\d\d-\d\d$/);
  assert.ok(rows(await lead.get(link)).length > 0);
});

/** One colleague reads so many records with no part in them, one after the other. */
async function asPersonDoing(
  asService: Awaited<ReturnType<typeof testService>>['asService'],
  count: number,
): Promise<void> {
  await asService(async (ctx) => {
    await runScript(
      ctx.db,
      `select set_config('app.actor', 'person', true), set_config('app.person_id', '01900000-0000-7000-8000-0000000000b1', true)`,
    );
    for (let index = 0; index < count; index += 1)
      await runScript(
        ctx.db,
        `select platform.audit_append('01900000-0000-7000-8000-0000000000e1', null, jsonb_build_array(jsonb_build_object(
          'id', gen_random_uuid(), 'roles', 'practitioner', 'relationship', 'none', 'purpose', 'direct-help',
          'act', 'families.record-read', 'way', 'read', 'subjectKind', 'child', 'subjectId', gen_random_uuid(), 'digests', '')))`,
      );
  });
}

test('R17: heads are signed into the folder, verified from the page, and what is wrong is said', async (t) => {
  const { service, touch, folder, lead } = await ground(t);
  const early = await lead.get('/audit/heads');
  assert.match(
    words(early.document.querySelector('main')),
    /It has not been verified yet.*Nothing has been signed yet/,
  );
  await lead.post('/audit/heads/export');
  assert.deepEqual(await readdir(folder), [], 'nothing to sign yet');
  await touch();
  await touch();
  assert.equal((await lead.post('/audit/heads/export')).status, 303);
  const [name = ''] = await readdir(folder);
  assert.match(name, /^audit-heads-.*\.json$/);
  assert.equal((await lead.post('/audit/heads/verify')).status, 303);
  const well = await lead.get('/audit/heads');
  assert.match(
    words(well.document.querySelector('main .card')),
    /All is as it was written.*2 entries were verified.*1 signed ends/,
  );
  assert.equal(well.document.querySelector('[data-look-again]')?.getAttribute('data-look-again'), 'no');
  const link = well.document.querySelector('main table a')?.getAttribute('href') ?? '';
  assert.match((await lead.get(link)).text, /golden-thread-audit-heads-1/);

  await service.database.asOwner((db) =>
    runScript(
      db,
      `alter table platform.audit_entry disable trigger all; update platform.audit_entry set purpose = 'safeguarding' where sequence = 1;
       alter table platform.audit_entry enable trigger all`,
    ),
  );
  await rm(join(folder, name));
  await lead.post('/audit/heads/verify');
  const wrong = words((await lead.get('/audit/heads')).document.querySelector('main .card'));
  assert.match(wrong, /2 things are not as it was written/);
  assert.match(
    wrong,
    /was exported, and is not in the folder any more.*was changed: its seal does not fit what it says/,
  );
});

test('R6: nobody but the information-governance lead finds the audit', async (t) => {
  const { service, touch } = await ground(t);
  await touch();
  const paths = ['/audit', '/audit/days.csv', '/audit/subject', '/audit/unusual', '/audit/heads'];
  for (const role of [
    'administrator',
    'manager',
    'analyst',
    'practitioner',
    'supervisor',
    'young-person',
  ] as const) {
    const browser = await service.signedIn(role);
    for (const path of paths) assert.equal((await browser.get(path)).status, 404, `${role} ${path}`);
    for (const path of ['/audit/subject', '/audit/heads/verify', '/audit/heads/export'])
      assert.equal((await browser.post(path, { record: child })).status, 404, `${role} ${path}`);
  }
});
