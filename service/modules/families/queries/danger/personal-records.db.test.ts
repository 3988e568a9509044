import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { nameReader } from '../../actions/danger/keep-front-door.ts';
import { tell } from '../../actions/danger/tell.ts';
import { actOnConcern, linkConcern, openConcern } from '../../actions/danger/work-on-concern.ts';
import { beginStanding } from '../../actions/standing/begin-standing.ts';
import type { Told } from '../../domain/danger/concern.ts';
import { testFamilies, testPartnership, type TestFamilies } from '../../testing.ts';
import { concernsToRead } from './concerns-to-read.ts';
import { personalRecordsOfConcerns as records } from './personal-records.ts';

const told: Told = {
  way: 'anybody',
  happened: 'I am her aunt Bryony, and she told me that he locks her in.',
  about: 'Wren Testerley, 12',
  danger: 'no',
  sender: 'Bryony Aunt',
  setting: '',
  reach: '07700 900456',
  reachIsSafe: 'no',
};

test('R22 R11: a concern that was linked is handed over whole, and every word of whoever told stands within a span', async (t) => {
  const { families, id, childId } = await linked(t);
  const facts = await families.asService((ctx) => records.gather(ctx, { kind: 'child', id: childId }));
  assert.equal(facts.length, 2);
  const [first] = facts;
  assert.ok(first);
  assert.equal(first.id, id);
  for (const secret of [told.happened, told.sender, told.reach]) {
    assert.ok(first.text.includes(secret));
    assert.ok(!without(first.text, first.spans).includes(secret), `${secret} is taken out with its span`);
  }
  assert.ok(without(first.text, first.spans).includes('Wren Testerley'), 'what is about the subject stays');
  assert.ok(facts[1] && without(facts[1].text, facts[1].spans).includes('offered early'));
});

test('R24: what was acted on ends on that day, what was not has not ended, and disposal leaves no row', async (t) => {
  const { families, id } = await linked(t);
  await asVisitor(families, { ...told, happened: 'Another' });
  const asked = { class: 'families.concern', trigger: 'acted-on', onOrBefore: dayOf(2026, 11, 23) };
  const ended = await families.asService((ctx) => records.ended(ctx, asked));
  assert.deepEqual(
    ended.map((one) => [one.id, one.triggeredOn]),
    [[id, '2026-11-23']],
  );
  const before = { ...asked, onOrBefore: dayOf(2026, 11, 22) };
  assert.deepEqual(await families.asService((ctx) => records.ended(ctx, before)), []);
  const gone = await families.asService((ctx) =>
    records.dispose(ctx, { class: 'families.concern', ids: [id] }),
  );
  assert.equal(gone.records, 1);
  assert.deepEqual(await families.asService((ctx) => records.ended(ctx, asked)), []);
  const again = await families.asService((ctx) =>
    records.dispose(ctx, { class: 'families.concern', ids: [id] }),
  );
  assert.equal(again.records, 0);
});

async function linked(t: Parameters<typeof testFamilies>[0]) {
  const families = await testFamilies(t);
  await families.as('manager', (ctx) =>
    nameReader(ctx, { personId: families.person('reader'), part: 'reader' }),
  );
  await asVisitor(families, told);
  const id = await families.as('reader', async (ctx) => {
    const desk = await concernsToRead(ctx);
    const [first] = desk?.reads ? desk.unread : [];
    assert.ok(first);
    assert.ok((await openConcern(ctx, first.id)).done);
    return first.id;
  });
  const childId = await families.child();
  const named = {
    personId: families.person('reader'),
    kind: 'named',
    because: 'Reads what people tell.',
  } as const;
  const begun = await families.as('lead', (ctx) =>
    beginStanding(ctx, { childId, words: { ...named, until: undefined, isShownToFamily: true } }),
  );
  assert.ok(begun.done);
  await families.as('reader', async (ctx) => {
    const acted = await actOnConcern(ctx, {
      id,
      seen: 1,
      act: 'early-help',
      words: 'Rang the aunt.',
      answer: '',
    });
    assert.ok(acted.done);
    assert.ok((await linkConcern(ctx, { id, seen: 2, childId })).done);
  });
  return { families, id, childId };
}

async function asVisitor(families: TestFamilies, words: Told): Promise<void> {
  const who = { actor: { kind: 'visitor' as const }, partnershipId: testPartnership };
  await families.transactions.inTransaction(who, 'write', (ctx) =>
    tell(ctx, { told: words, showing: words.happened }),
  );
}

function without(text: string, spans: readonly { from: number; to: number }[]): string {
  return spans
    .toSorted((a, b) => b.from - a.from)
    .reduce((left, { from, to }) => left.slice(0, from) + left.slice(to), text);
}
