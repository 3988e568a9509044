import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Missing } from '#modules/sharing/index.ts';
import { mayReach } from '../../queries/standing/reach.ts';
import { addStanding, standingsRound } from '../../store/standing/standings.ts';
import { ledgerOf } from '../../store/testing.ts';
import { testFamilies, type TestFamilies } from '../../testing.ts';
import { beginStanding, type StandingWords } from './begin-standing.ts';
import { agreedItems, agreeInTest, lineInTest, standingInTest } from './testing.ts';
import type { LineWords } from './write-line.ts';

const isFull = process.env['GOLDENTHREAD_FULL'] === '1';

const begin = (families: TestFamilies, childId: string, words: StandingWords) =>
  families.as('lead', (ctx) => beginStanding(ctx, { childId, words }));

test('R1: somebody of another body is let in on a line of the ledger that says what, by what power, to whom and who decided', async (t) => {
  const families = await testFamilies(t);
  await agreeInTest(families);
  const childId = await families.child();
  const begun = await begin(families, childId, standingInTest(families, 'outsider'));
  assert.ok(begun.done);
  const lines = await families.as('lead', (ctx) => ledgerOf(ctx, childId));
  assert.equal(lines.length, 1);
  const [line] = lines;
  assert.equal(line?.purpose, 'direct-help');
  assert.equal(line?.legal_power, 'cooperate-for-children');
  assert.deepEqual(line?.items.toSorted(), [...agreedItems].toSorted());
  assert.equal(line?.to_person, 'Ash outsider');
  assert.equal(line?.decided_by_name, 'Ash lead');
  assert.equal(line?.told, 'told');
  assert.notEqual(line?.agreement_version_id, null);
  assert.equal(line?.output_id, begun.value);
  const [standing] = (await families.as('lead', (ctx) => standingsRound(ctx, childId))).filter(
    ({ id }) => id === begun.value,
  );
  assert.equal(standing?.disclosureId, line?.id);
  assert.equal((await families.as('outsider', (ctx) => mayReach(ctx, childId)))?.relationship, 'team-around');
});

test('R1: a colleague of the body that answers for the record comes in without a line: nothing crosses', async (t) => {
  const families = await testFamilies(t);
  const childId = await families.child();
  const words = { ...standingInTest(families, 'colleague'), line: undefined };
  assert.ok((await begin(families, childId, words)).done);
  assert.deepEqual(await families.as('lead', (ctx) => ledgerOf(ctx, childId)), []);
});

/** What is taken away from a line, and the gap that has to be named for it. */
const gaps: readonly { gap: Missing; without: Partial<LineWords> }[] = [
  { gap: 'told', without: { told: undefined } },
  { gap: 'help-agreed', without: { helpAgreed: undefined } },
  { gap: 'plain-words', without: { plainWords: '  ' } },
  { gap: 'review-on', without: { reviewOn: undefined } },
  { gap: 'told-words', without: { told: 'not-told', toldWords: ' ' } },
];

test('R1: with any part of its line missing nobody is let in, nothing is written, and every gap is named', async (t) => {
  const families = await testFamilies(t);
  await agreeInTest(families);
  const childId = await families.child();
  const rounds = isFull ? 10_000 : 40;
  let passed = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const picked = gaps.filter((_, at) => ((round % 31) + 1) & (1 << at));
    const line = picked.reduce<LineWords>(
      (words, { without }) => ({ ...words, ...without }),
      lineInTest(families),
    );
    const came = await begin(families, childId, { ...standingInTest(families, 'outsider'), line });
    if (came.done) passed += 1;
    else {
      assert.ok(came.refusal.reason === 'line-incomplete', came.refusal.reason);
      for (const { gap } of picked)
        if (gap !== 'told' || line.told === undefined)
          assert.ok(came.refusal.missing.includes(gap), `${gap} is not named`);
    }
  }
  const nothingSaid = await begin(families, childId, {
    ...standingInTest(families, 'outsider'),
    line: undefined,
  });
  assert.ok(!nothingSaid.done && nothingSaid.refusal.reason === 'line-incomplete');
  t.diagnostic(`${rounds} lines with parts missing: ${passed} passed`);
  assert.equal(passed, 0);
  assert.deepEqual(await families.as('lead', (ctx) => ledgerOf(ctx, childId)), []);
  assert.equal((await families.as('lead', (ctx) => standingsRound(ctx, childId))).length, 1);
});

test('R1: what the agreement does not cover is not read: whoever would read more of a record is not let in', async (t) => {
  const families = await testFamilies(t);
  await agreeInTest(families, { items: agreedItems.filter((item) => item !== 'health') });
  const childId = await families.child();
  const came = await begin(families, childId, standingInTest(families, 'outsider'));
  assert.deepEqual(came, {
    done: false,
    refusal: { reason: 'beyond-agreement', name: 'Ash outsider', items: ['Health'] },
  });
  assert.deepEqual(await families.as('lead', (ctx) => ledgerOf(ctx, childId)), []);
});

test('R1: the database itself keeps no standing between two bodies without its line', async (t) => {
  const families = await testFamilies(t);
  const childId = await families.child();
  await assert.rejects(
    families.as('lead', (ctx) =>
      addStanding(ctx, {
        id: ctx.newId<'standing'>(),
        childId,
        personId: families.person('outsider'),
        kind: 'team-around',
        organisationId: families.body('charity'),
        agreementId: undefined,
        purpose: 'direct-help',
        because: 'Past the gate.',
        isShownToFamily: true,
        from: ctx.now,
        until: undefined,
        endedAt: undefined,
      }),
    ),
  );
  assert.equal((await families.as('lead', (ctx) => standingsRound(ctx, childId))).length, 1);
});
