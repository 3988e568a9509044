import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { testService, type TestBrowser, type TestPage, type TestService } from '#platform/http/testing.ts';
import type { Posted } from '#platform/forms/fields.ts';
import { recordDisclosure } from '../../actions/disclosures/record-disclosure.ts';
import {
  agreeInTest,
  agreementWords,
  refusalWords,
  setUpBodies,
  shareWords,
  type Bodies,
} from '../../actions/disclosures/testing.ts';
import type { DisclosureWords } from '../../domain/disclosures/disclosure.ts';
import { sharingThatWaits } from '../../queries/disclosures/sharing-that-waits.ts';
import { tables } from '../../store/sharing-tables.ts';
import { sharingPlaces } from '../places.ts';
import { sharingRoutes } from '../sharing-routes.ts';
import { oneChild, postedOf, testChildId } from './testing.ts';

const hour = 60 * 60_000;

type Ground = {
  service: TestService;
  bodies: Bodies;
  worker: TestBrowser;
  lead: TestBrowser;
  later: (ms: number) => void;
  words: (what: 'share' | 'refusal') => Promise<DisclosureWords>;
};

async function ground(t: TestContext): Promise<Ground> {
  let now = new Date('2026-11-23T17:00:00Z').getTime();
  const service = await testService(t, sharingRoutes(oneChild), { clock: () => new Date(now) });
  const bodies = await service.asService(setUpBodies);
  await service.asService((ctx) => agreeInTest(ctx, agreementWords(ctx, bodies)));
  return {
    service,
    bodies,
    worker: await service.signedIn('practitioner'),
    lead: await service.signedIn('governance-lead'),
    later: (ms) => void (now += ms),
    words: (what) =>
      service.asService(async (ctx) =>
        (what === 'share' ? shareWords : refusalWords)(ctx, bodies, testChildId),
      ),
  };
}

function form(posted: Posted): Record<string, readonly string[]> {
  return { ...posted };
}

function textOf({ document }: TestPage, selector = 'main'): string {
  return (document.querySelector(selector)?.innerHTML ?? '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

test('R2, G29: a share and a decision not to share are written down on a page each, and stand in the ledger alike', async (t) => {
  const { worker, lead, words } = await ground(t);
  for (const what of ['share', 'refusal'] as const) {
    const kept = await worker.post(sharingPlaces.record, form(postedOf(await words(what))));
    assert.equal(kept.status, 303, textOf(kept));
  }
  const { document } = await lead.get(sharingPlaces.ledger);
  const lines = [...document.querySelectorAll('.ledger > li')];
  assert.deepEqual(
    lines.map((line) => line.querySelector('.tag')?.textContent),
    ['Not shared', 'Shared'],
  );
  const shapes = lines.map((line) => [...line.querySelectorAll('*')].map(({ tagName }) => tagName).join(' '));
  assert.equal(shapes[0], shapes[1], 'the two are made alike');
  const entry = await worker.get(sharingPlaces.entry(1));
  assert.match(textOf(entry), /For the family We told the health visitor/);
  assert.match(textOf(entry), /because it is part of the work that the law gives us for children/);
  assert.match(textOf(entry), /Public task, UK GDPR Article 6\(1\)\(e\)/);
  const only = await lead.get(`${sharingPlaces.ledger}?outcome=not-shared`);
  assert.equal(only.document.querySelectorAll('.ledger > li').length, 1);
});

test('R1: what is missing is said all at once, each with the way to its question, and every word that was typed stays', async (t) => {
  const { worker, words } = await ground(t);
  const whole = await words('share');
  const posted = postedOf({ ...whole, told: undefined, items: [], plainWords: '' });
  const page = await worker.post(sharingPlaces.record, form(posted));
  assert.equal(page.status, 422);
  assert.match(page.document.title, /^Error: /);
  const links = [...page.document.querySelectorAll('.govuk-error-summary a')].map((link) =>
    link.getAttribute('href'),
  );
  assert.deepEqual(links.toSorted(), ['#items', '#plain-words', '#told']);
  for (const link of links)
    assert.ok(page.document.querySelector(link ?? 'nothing'), `${link} is on the page`);
  assert.equal(page.document.querySelector('#extent')?.textContent, whole.extent);
});

test('R4: every emergency whose record is owed for more than a day is shown to whoever shared it and whoever answers for information, until it is written', async (t) => {
  const { service, worker, later, words, bodies } = await ground(t);
  const count = process.env['GOLDENTHREAD_FULL'] === '1' ? 200 : 20;
  for (let index = 0; index < count; index += 1) {
    const shared = await worker.post(sharingPlaces.now, {
      child: testChildId,
      from: bodies.council,
      to: bodies.health,
      'to-person': 'Duty doctor',
      what: 'He swallowed tablets.',
    });
    assert.equal(shared.status, 303, textOf(shared));
    later(1000);
  }
  let lead = await service.signedIn('governance-lead');
  const overdue = async () => {
    const page = await lead.get(`${sharingPlaces.ledger}?page=1`);
    return page.document.querySelectorAll('.ledger .tag-late').length;
  };
  assert.equal(await overdue(), 0);
  later(25 * hour);
  // the session of the day before is over
  lead = await service.signedIn('governance-lead');
  const waits = await service.asService((ctx) => sharingThatWaits(ctx));
  assert.equal(waits.owed.filter((one) => one.overdue).length, count, '100% of the overdue are shown');
  assert.equal(await overdue(), Math.min(30, count));
  for (const path of [sharingPlaces.signOff(1), sharingPlaces.withdraw(1)]) await lead.post(path, {});
  const half = await lead.post(sharingPlaces.complete(1), {
    ...form(postedOf(await words('share'))),
    seen: '1',
    extent: '',
  });
  assert.equal(half.status, 422);
  assert.equal(
    (await service.asService(sharingThatWaits)).owed.length,
    count,
    'nothing but the record ends it',
  );
  const record = postedOf({ ...(await words('share')), purpose: 'safeguarding' });
  const kept = await lead.post(sharingPlaces.complete(1), { ...form(record), seen: '1' });
  assert.equal(kept.status, 303, textOf(kept));
  assert.equal((await service.asService(sharingThatWaits)).owed.length, count - 1);
});

test('R4: two people write the record of one emergency; the second is told, and nothing is written over', async (t) => {
  const { worker, lead, words, bodies } = await ground(t);
  await worker.post(sharingPlaces.now, {
    child: testChildId,
    from: bodies.council,
    to: bodies.health,
    'to-person': 'Duty doctor',
    what: 'He swallowed tablets.',
  });
  const record = form(postedOf({ ...(await words('share')), purpose: 'safeguarding' }));
  assert.equal((await worker.post(sharingPlaces.complete(1), { ...record, seen: '1' })).status, 303);
  const second = await lead.post(sharingPlaces.complete(1), {
    ...record,
    seen: '1',
    'plain-words': 'Other words.',
  });
  assert.equal(second.status, 422);
  assert.match(textOf(second), /What stands .*We told the health visitor.* What you typed .*Other words\./);
  assert.doesNotMatch(textOf(await lead.get(sharingPlaces.entry(1))), /Other words/);
});

test('R65: whoever answers for information signs a demand off on its page; others meet nothing there', async (t) => {
  const { service, worker, lead, words } = await ground(t);
  const demand: DisclosureWords = {
    ...(await words('share')),
    manner: 'compelled',
    purpose: 'compelled-by-law',
    legalPower: 'order-of-a-court',
    basis: 'legal-obligation',
    rests: 'single',
    singleGround: 'The order names it.',
    demandedBy: 'court',
    demandReference: 'Order 1',
  };
  await service.asService((ctx) => recordDisclosure(ctx, { words: demand, relationship: 'lead-worker' }));
  assert.equal((await worker.post(sharingPlaces.signOff(1), {})).status, 404);
  assert.match(textOf(await lead.get(sharingPlaces.entry(1))), /I have looked: sign it off/);
  assert.equal((await lead.post(sharingPlaces.signOff(1), {})).status, 303);
  assert.doesNotMatch(textOf(await lead.get(sharingPlaces.entry(1))), /I have looked/);
});

test('R16, R20: reading a line of the ledger is written into the audit about the child, with no word of it', async (t) => {
  const { service, worker, words } = await ground(t);
  await worker.post(sharingPlaces.record, form(postedOf(await words('share'))));
  await worker.get(sharingPlaces.entry(1));
  const lines = await service.asService((ctx) =>
    tables(ctx).selectFrom('sharing.disclosure').select('subject_id').execute(),
  );
  assert.deepEqual(lines, [{ subject_id: testChildId }]);
  const read = await service.database.asOwner(async (db) => {
    const { runStatement } = await import('#platform/db/query-builder.ts');
    return runStatement(db, 'select * from platform.audit_entry', []);
  });
  const acts = read.rows.filter((row) => row['subject_id'] === testChildId).map((row) => row['act']);
  for (const act of ['sharing.share-recorded', 'sharing.entry-read'])
    assert.ok(acts.includes(act), `${act} is in the audit`);
  assert.doesNotMatch(JSON.stringify(read.rows), /weighed since March/);
});

test('R1: a child whom one does not reach cannot be written about, and looks as though they were not there', async (t) => {
  const { worker, words } = await ground(t);
  const other = {
    ...(await words('share')),
    subject: { kind: 'child' as const, id: '01900000-0000-7000-8000-00000000c002' },
  };
  assert.equal((await worker.post(sharingPlaces.record, form(postedOf(other)))).status, 404);
  assert.equal((await worker.get(sharingPlaces.entry(1))).status, 404);
});

test('G05: everybody reads the agreements in force in plain words, without names of people or counts; one that ended is gone', async (t) => {
  const { service, lead } = await ground(t);
  const visitor = service.visitor();
  const register = textOf(await visitor.get(sharingPlaces.register));
  assert.match(register, /So that nobody has to tell their story twice/);
  assert.doesNotMatch(register, /Ash Tester/);
  assert.match(register, /There is no list of all children/, 'R61');
  assert.equal((await visitor.get(sharingPlaces.ledger)).status, 303, 'to sign in');
  const ended = await lead.post(sharingPlaces.endAgreement(1), { seen: '3', 'ending-words': 'Over.' });
  assert.equal(ended.status, 303, textOf(ended));
  assert.doesNotMatch(textOf(await visitor.get(sharingPlaces.register)), /tell their story twice/);
});

test('R63: each kind of record has one owner; statutory social work is never held here, on the page or in the table', async (t) => {
  const { service, lead, bodies } = await ground(t);
  const posted = {
    organisation: bodies.council,
    'kept-in': 'The case system',
    'our-part': 'link',
    seen: '0',
  };
  assert.equal((await lead.post(sharingPlaces.owner('social-work'), posted)).status, 303);
  assert.match(
    textOf(await service.visitor().get(sharingPlaces.register)),
    /The council The case system We only lead there/,
  );
  const held = await lead.post(sharingPlaces.owner('child-protection'), { ...posted, 'our-part': 'hold' });
  assert.equal(held.status, 422);
  const stale = await lead.post(sharingPlaces.owner('social-work'), { ...posted, 'kept-in': 'Elsewhere' });
  assert.equal(stale.status, 422);
  assert.match(textOf(stale), /Somebody else saved this first/);
  await assert.rejects(
    service.asService((ctx) =>
      tables(ctx)
        .updateTable('sharing.record_owner')
        .set({ our_part: 'hold' })
        .where('record_kind', '=', 'social-work')
        .execute(),
    ),
  );
});
