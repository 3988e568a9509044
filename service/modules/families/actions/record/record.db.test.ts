import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import type { EntryWords } from '../../domain/record/new-entry.ts';
import { childRecord } from '../../queries/record/child-record.ts';
import { childrenOf } from '../../queries/record/children-of.ts';
import { mayReach } from '../../queries/standing/reach.ts';
import { testFamilies } from '../../testing.ts';
import { beginStanding, type GivenKind } from '../standing/begin-standing.ts';
import { endStanding } from '../standing/end-standing.ts';
import { answerForReader } from './answer-for-reader.ts';
import { contestEntry } from './contest-entry.ts';
import { keepAddress } from './keep-addresses.ts';
import { changeEntry, writeEntry } from './write-entry.ts';

const words = (changed: Partial<EntryWords> = {}): EntryWords => ({
  kind: 'strength',
  body: 'Sings to her little brother.',
  whoseWords: 'Mum',
  source: 'told at home',
  saidOn: dayOf(2026, 11, 20),
  confidence: 'known',
  wouldHelp: '',
  reviewOn: undefined,
  aboutPersonId: undefined,
  seenBy: 'around',
  ...changed,
});

const standing = (personId: string, kind: GivenKind) => ({
  personId,
  kind,
  because: 'They help.',
  until: undefined,
  isShownToFamily: true,
});

test('R7: whoever stands to a child reaches the record, nobody else does, and leaving ends it on the next request', async (t) => {
  const families = await testFamilies(t);
  const childId = await families.child();
  const begun = await families.as('lead', (ctx) =>
    beginStanding(ctx, { childId, words: standing(families.person('colleague'), 'team-around') }),
  );
  assert.ok(begun.done);
  assert.equal(
    (await families.as('colleague', (ctx) => mayReach(ctx, childId)))?.relationship,
    'team-around',
  );
  for (const key of ['stranger', 'administrator', 'manager', 'reporter', 'parent', 'governance'])
    assert.equal(await families.as(key, (ctx) => mayReach(ctx, childId)), undefined, key);
  assert.deepEqual(
    (await families.as('colleague', childrenOf)).map(({ title }) => title),
    ['Wren Testerley'],
  );
  const left = await families.as('colleague', (ctx) =>
    endStanding(ctx, { childId, standingId: begun.value }),
  );
  assert.ok(left.done);
  assert.equal(await families.as('colleague', (ctx) => mayReach(ctx, childId)), undefined);
  assert.deepEqual(await families.as('colleague', childrenOf), []);
});

test('R5: a standing for another body needs an agreement in date between the two', async (t) => {
  const families = await testFamilies(t);
  const childId = await families.child();
  const begun = await families.as('lead', (ctx) =>
    beginStanding(ctx, { childId, words: standing(families.person('outsider'), 'team-around') }),
  );
  assert.deepEqual(begun, { done: false, refusal: { reason: 'agreement-missing', name: 'Ash outsider' } });
});

test('R60: the family is not one reader: an entry is read by whom it was answered for, and a no always holds', async (t) => {
  const families = await testFamilies(t);
  const childId = await families.child();
  for (const [key, kind] of [
    ['child', 'the-child'],
    ['parent', 'parent'],
    ['other-parent', 'parent'],
    ['colleague', 'team-around'],
  ] as const)
    assert.ok(
      (
        await families.as('lead', (ctx) =>
          beginStanding(ctx, { childId, words: standing(families.person(key), kind) }),
        )
      ).done,
    );
  const worry = await families.as('lead', (ctx) =>
    writeEntry(ctx, { childId, words: words({ kind: 'worry' }) }),
  );
  const own = await families.as('child', (ctx) =>
    writeEntry(ctx, { childId, words: words({ kind: 'own-words', body: 'I do not like Sundays.' }) }),
  );
  const health = await families.as('lead', (ctx) =>
    writeEntry(ctx, {
      childId,
      words: words({ kind: 'health', body: 'Sleeps badly.', aboutPersonId: families.person('parent') }),
    }),
  );
  assert.ok(worry.done && own.done && health.done);
  const reads = async (key: string) => {
    const record = await families.as(key, (ctx) => childRecord(ctx, childId));
    return record ? Object.values(record.entries).flatMap((list) => list.map(({ id }) => id)) : [];
  };
  assert.deepEqual(await reads('child'), [own.value]);
  assert.deepEqual(await reads('parent'), [health.value]);
  assert.deepEqual(await reads('other-parent'), []);
  assert.deepEqual(await reads('colleague'), [worry.value]);
  const answer = (mayRead: boolean) =>
    families.as('lead', (ctx) =>
      answerForReader(ctx, {
        childId,
        entryId: worry.value,
        personId: families.person('other-parent'),
        mayRead,
        why: 'We talked about it together.',
      }),
    );
  assert.ok((await answer(true)).done);
  assert.deepEqual(await reads('other-parent'), [worry.value]);
  assert.ok((await answer(false)).done);
  assert.deepEqual(await reads('other-parent'), []);
});

test('R25: what a parent says against an entry stands beside it at once, for everybody who reads the entry', async (t) => {
  const families = await testFamilies(t);
  const childId = await families.child();
  await families.as('lead', (ctx) =>
    beginStanding(ctx, { childId, words: standing(families.person('parent'), 'parent') }),
  );
  const worry = await families.as('lead', (ctx) =>
    writeEntry(ctx, { childId, words: words({ kind: 'worry' }) }),
  );
  assert.ok(worry.done);
  const contest = () =>
    families.as('parent', (ctx) =>
      contestEntry(ctx, { childId, entryId: worry.value, account: 'It was not like that.' }),
    );
  assert.deepEqual(await contest(), { done: false, refusal: { reason: 'entry-missing' } });
  await families.as('lead', (ctx) =>
    answerForReader(ctx, {
      childId,
      entryId: worry.value,
      personId: families.person('parent'),
      mayRead: true,
      why: 'Safe.',
    }),
  );
  assert.ok((await contest()).done);
  for (const key of ['lead', 'parent']) {
    const record = await families.as(key, (ctx) => childRecord(ctx, childId));
    assert.deepEqual(
      record?.entries.worries.flatMap(({ contests }) => contests.map(({ account }) => account)),
      ['It was not like that.'],
    );
  }
});

test('R15: a safe address is read by whoever is named on it, and by nobody else', async (t) => {
  const families = await testFamilies(t);
  const childId = await families.child({ level: 'protected' });
  for (const key of ['colleague', 'stranger'])
    await families.as('lead', (ctx) =>
      beginStanding(ctx, { childId, words: standing(families.person(key), 'team-around') }),
    );
  const named = [families.person('colleague')];
  const kept = await families.as('lead', (ctx) =>
    keepAddress(ctx, {
      childId,
      seen: 0,
      words: { kind: 'home', words: '3 Hidden Row', isSafe: true, named },
    }),
  );
  assert.ok(kept.done);
  const reads = async (key: string) =>
    (await families.as(key, (ctx) => childRecord(ctx, childId)))?.addresses.map(({ words: said }) => said);
  assert.deepEqual(await reads('lead'), ['3 Hidden Row']);
  assert.deepEqual(await reads('colleague'), ['3 Hidden Row']);
  assert.deepEqual(await reads('stranger'), []);
});

test('R25: a stale change is refused with what somebody else saved, and nothing is lost', async (t) => {
  const families = await testFamilies(t);
  const childId = await families.child();
  const written = await families.as('lead', (ctx) => writeEntry(ctx, { childId, words: words() }));
  assert.ok(written.done);
  const change = (body: string, seen: number) =>
    families.as('lead', (ctx) =>
      changeEntry(ctx, { childId, entryId: written.value, seen, words: words({ body }) }),
    );
  assert.ok((await change('First.', 1)).done);
  const second = await change('Second.', 1);
  assert.ok(!second.done && second.refusal.reason === 'changed-meanwhile');
  assert.equal(second.refusal.theirs.body, 'First.');
});
