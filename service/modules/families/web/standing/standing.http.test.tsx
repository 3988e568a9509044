import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { endAgreement } from '#modules/sharing/index.ts';
import { addDays, dayInEngland } from '#platform/kernel/day.ts';
import { writeEntry } from '../../actions/record/write-entry.ts';
import { beginStanding } from '../../actions/standing/begin-standing.ts';
import { agreeInTest, standingInTest } from '../../actions/standing/testing.ts';
import { mayReach } from '../../queries/standing/reach.ts';
import { childrenSeen, childrenSeenIn, ledgerOf, tablesOfChildren } from '../../store/testing.ts';
import type { TestFamilies } from '../../testing.ts';
import { familyPlaces } from '../places.ts';
import { house } from '../testing/house.ts';

const isFull = process.env['GOLDENTHREAD_FULL'] === '1';

test('R1: the form asks what the ledger needs of somebody from another body, and keeps what was typed', async (t) => {
  const { families, come } = await house(t);
  await agreeInTest(families);
  const childId = await families.child();
  const send = await come('lead');
  const first = {
    personId: families.person('outsider'),
    kind: 'team-around',
    because: 'She knows them from the club.',
  };
  const asked = await send('POST', familyPlaces.begin(childId), first);
  assert.equal(asked.status, 422);
  const { document } = new JSDOM(asked.text).window;
  assert.match(document.title, /^Error: /);
  const summary = [...document.querySelectorAll('.govuk-error-summary a')].map((link) =>
    link.getAttribute('href'),
  );
  assert.deepEqual(summary, ['#told', '#help-agreed', '#plain-words']);
  for (const href of summary) assert.ok(document.querySelector(href ?? ''), `${href} leads nowhere`);
  assert.equal(document.querySelector('#because')?.getAttribute('value'), first.because);
  assert.equal(document.querySelector('[name=kind][checked]')?.getAttribute('value'), first.kind);
  assert.equal(document.querySelector('#review-on-year')?.getAttribute('value'), '2027');
  assert.equal((await families.as('lead', (ctx) => ledgerOf(ctx, childId))).length, 0);
  const whole = {
    ...first,
    ...{ line: 'asked', told: 'told', 'help-agreed': 'yes', 'plain-words': 'We let the club read.' },
    ...{ 'review-on-day': '1', 'review-on-month': '2', 'review-on-year': '2027' },
  };
  const worse = await send('POST', familyPlaces.begin(childId), { ...whole, 'plain-words': '' });
  assert.equal(worse.status, 422);
  const again = new JSDOM(worse.text).window.document;
  assert.equal(again.querySelector('#told')?.hasAttribute('checked'), true);
  assert.equal(again.querySelector('#review-on-year')?.getAttribute('value'), '2027');
  assert.equal((await send('POST', familyPlaces.begin(childId), whole)).status, 303);
  assert.equal((await families.as('lead', (ctx) => ledgerOf(ctx, childId))).length, 1);
  assert.equal((await (await come('outsider'))('GET', familyPlaces.one(childId))).status, 200);
});

test('R1: asking a colleague of the same body in never asks for the ledger', async (t) => {
  const { families, come } = await house(t);
  const childId = await families.child();
  const send = await come('lead');
  const page = await send('GET', familyPlaces.around(childId));
  assert.doesNotMatch(page.text, /another organisation/);
  const form = { personId: families.person('colleague'), kind: 'team-around', because: 'Helps.' };
  assert.equal((await send('POST', familyPlaces.begin(childId), form)).status, 303);
});

/** A child with an outsider let in by an agreement of 300 days, and everything there is to open of it. */
async function letIn(families: TestFamilies) {
  const begunOn = dayInEngland(families.now());
  const number = await agreeInTest(families, {
    beginsOn: begunOn,
    reviewOn: addDays(begunOn, 100),
    endsOn: addDays(begunOn, 300),
  });
  const childId = await families.child();
  const begun = await families.as('lead', (ctx) =>
    beginStanding(ctx, { childId, words: standingInTest(families, 'outsider') }),
  );
  assert.ok(begun.done, begun.done ? '' : begun.refusal.reason);
  const words = {
    kind: 'worry' as const,
    body: 'A worry of a test.',
    whoseWords: 'Mum',
    source: 'told at home',
    saidOn: begunOn,
    confidence: 'known' as const,
    wouldHelp: '',
    reviewOn: undefined,
    aboutPersonId: undefined,
    seenBy: 'around' as const,
  };
  const written = await families.as('lead', (ctx) => writeEntry(ctx, { childId, words }));
  assert.ok(written.done);
  return { childId, entryId: written.value, number, begunOn, endsOn: addDays(begunOn, 300) };
}

function pagesOf(childId: string, entryId: string): readonly string[] {
  return [
    familyPlaces.one(childId),
    familyPlaces.around(childId),
    familyPlaces.looked(childId),
    familyPlaces.addresses(childId),
    familyPlaces.newEntry(childId),
    familyPlaces.entry(childId, entryId),
    familyPlaces.readers(childId, entryId),
    familyPlaces.contest(childId, entryId),
  ];
}

/** What somebody reads today: by our rules, and by the database alone with no rule of ours asked. */
async function readsToday(families: TestFamilies, key: string, childId: string) {
  return await families.as(key, async (ctx) => {
    const reach = await mayReach(ctx, childId);
    const rows: string[] = [];
    if ((await childrenSeen(ctx)).includes(childId)) rows.push('child');
    // their own standing everybody sees, also one that rests
    for (const table of (await tablesOfChildren(ctx)).filter((one) => one !== 'standing'))
      if ((await childrenSeenIn(ctx, table)).includes(childId)) rows.push(table);
    return { reaches: reach !== undefined, rows };
  });
}

test('R5: at any day of two years before and after, a standing between bodies holds exactly while its agreement does', async (t) => {
  const { families, come } = await house(t);
  const { childId, entryId, begunOn, endsOn } = await letIn(families);
  const days = isFull ? 2000 : 24;
  const withPages = isFull ? 20 : 6;
  let [stale, closed] = [0, 0];
  // spread over the four years without chance, the edges among them
  const edges = [0, 299, 300, 301];
  for (let n = 0; n < days; n += 1) {
    const offset = edges[n] ?? ((n * 611) % 1461) - 730;
    const day = addDays(begunOn, offset);
    families.at(`${day}T12:00:00Z`);
    const holds = begunOn <= day && day <= endsOn;
    const { reaches, rows } = await readsToday(families, 'outsider', childId);
    if (!holds && (reaches || rows.length > 0)) stale += 1;
    if (holds && (!reaches || !rows.includes('child') || !rows.includes('entry'))) closed += 1;
    if (n >= withPages) continue;
    const send = await come('outsider');
    for (const url of pagesOf(childId, entryId)) {
      const { status } = await send('GET', url);
      if (!holds) assert.equal(status, 404, `${url} on ${day}`);
    }
    assert.equal((await send('GET', familyPlaces.one(childId))).status, holds ? 200 : 404, day);
  }
  t.diagnostic(
    `${days} days of the clock, ${withPages} with every page: ${stale} stale, ${closed} closed too early`,
  );
  assert.deepEqual({ stale, closed }, { stale: 0, closed: 0 });
});

test('R5: when somebody ends an agreement the standing rests on the next request, and the record says since when', async (t) => {
  const { families, come } = await house(t);
  const { childId, entryId, number } = await letIn(families);
  const outsider = await come('outsider');
  assert.equal((await outsider('GET', familyPlaces.one(childId))).status, 200);
  const ended = await families.asService((ctx) =>
    endAgreement(ctx, { number, seen: 3, words: 'The project is over.' }),
  );
  assert.ok(ended.done);
  for (const url of pagesOf(childId, entryId)) assert.equal((await outsider('GET', url)).status, 404, url);
  assert.deepEqual(await readsToday(families, 'outsider', childId), { reaches: false, rows: [] });
  const list = await outsider('GET', familyPlaces.all);
  assert.match(list.text, /One record rests: the agreement by which you could read it ended on 23 November/);
  assert.doesNotMatch(list.text, /Wren|Testerley/);
  const lead = await come('lead');
  for (const url of [familyPlaces.one(childId), familyPlaces.around(childId)]) {
    const { text } = await lead('GET', url);
    assert.match(text, /The agreement with Invented Charity ended on 23 November 2026\./);
    assert.match(text, /They cannot read this record until there is a new one\./);
  }
});
