import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { actionsOfPlan, actionByNumber } from '../../store/actions.ts';
import { keepDecision } from '../../store/decisions.ts';
import { milestonesOf } from '../../store/plan/milestones.ts';
import { allWaits } from '../../store/plan/waits-for.ts';
import { planByKey, prioritiesOf } from '../../store/plans.ts';
import { progressNotesOf } from '../../store/progress-notes.ts';
import { editionsOf, reportOf } from '../../store/years/year-reports.ts';
import { actionWords, addBoard, deliveryGround } from '../../store/testing.ts';
import { wordsOfPart } from '../../domain/years/year-report.ts';
import { yearLines } from '../../queries/years/year-lines.ts';
import { addMilestone, waitFor } from '../plan/around-action.ts';
import { sayProgress } from '../plan/say-progress.ts';
import { addAction } from '../plan/write-action.ts';
import { addPlan } from '../plan/write-plan.ts';
import { addPriority } from '../plan/write-priority.ts';
import { agreePlan, beginNextPlan, closeYear } from './close-year.ts';
import { sayLookBack } from './say-look-back.ts';
import { carryAllOpen, turnLine } from './turn-line.ts';
import { draftYearReport, editYearReport, publishYearReport } from './write-report.ts';

const planKey = '2025-26';

/** A year with one priority and, under it, an action that is late, one that waits for it, and one that is done. */
async function yearGone(t: TestContext) {
  const ground = await deliveryGround(t);
  const priya = await ground.person('Priya North', 'manager');
  const as = <T>(work: (ctx: Ctx) => Promise<T>) => ground.as(priya, work);
  await as(async (ctx) => {
    const plan = await addPlan(ctx, {
      key: planKey,
      title: 'Our plan for 2025/26',
      frameworkSlug: 'brackenshire',
      from: dayOf(2025, 4, 1),
      until: dayOf(2026, 3, 31),
      state: 'agreed',
      agreedOn: dayOf(2025, 4, 1),
    });
    assert.ok(plan.done);
    const words = { elementKey: 'gentle-start', title: 'A gentle start', why: 'Words at two.' };
    const priority = await addPriority(ctx, { planKey, words });
    assert.ok(priority.done);
    const at = { planId: plan.value.id, priorityId: priority.value.id };
    for (const title of ['Ring every family', 'Write a songbook', 'Open on Saturdays'])
      assert.ok((await addAction(ctx, actionWords({ ...at, title, due: dayOf(2026, 3, 1) }))).done);
    await addMilestone(ctx, { number: 1, title: 'Half of them', due: dayOf(2025, 12, 1) });
    await waitFor(ctx, { number: 2, waitsFor: 1 });
    const say = { due: undefined, seen: 1 };
    await sayProgress(ctx, { ...say, number: 1, state: 'late', words: 'The worker left.' });
    await sayProgress(ctx, { ...say, number: 3, state: 'done', words: '' });
  });
  const idOfAction = async (number: number) =>
    (await as((ctx) => actionByNumber(ctx, number)))?.id ?? assert.fail('no such action');
  const priorityId = async (key: string) => {
    const plan = await as((ctx) => planByKey(ctx, key));
    assert.ok(plan);
    return as((ctx) => prioritiesOf(ctx, plan.id));
  };
  return { ground, as, idOfAction, priorityId };
}

test('H05 what is carried over is made anew with all that hung on it, and its history is kept', async (t) => {
  const { ground, as, idOfAction, priorityId } = await yearGone(t);
  ground.later(1);
  const turn = (subjectId: string) =>
    as((ctx) => turnLine(ctx, { planKey, subjectId, became: 'carried', reason: 'We still owe it.' }));
  // the actions first, so that the priority has to find them afterwards
  assert.ok((await turn(await idOfAction(1))).done);
  assert.ok((await turn(await idOfAction(2))).done);
  const [priority] = await priorityId(planKey);
  assert.ok((await turn(priority?.id ?? '')).done);
  const [next, now, old, notes, waits] = await as(async (ctx) => {
    const plan = await planByKey(ctx, '2026-27');
    assert.ok(plan);
    const carried = await actionsOfPlan(ctx, plan.id);
    const before = await actionByNumber(ctx, 1);
    assert.ok(before);
    return [plan, carried, before, await progressNotesOf(ctx, [before.id]), await allWaits(ctx)] as const;
  });
  assert.deepEqual([next.state, next.from, next.until], ['draft', '2026-04-01', '2027-03-31']);
  const [ring, songbook] = now;
  assert.ok(ring && songbook);
  assert.deepEqual(
    [ring.number, ring.state, ring.carriedFrom, ring.due],
    [4, 'under-way', old.id, '2027-03-31'],
  );
  const [carriedPriority] = await priorityId('2026-27');
  assert.equal(carriedPriority?.carriedFrom, priority?.id);
  assert.deepEqual([ring.priorityId, songbook.priorityId], [carriedPriority?.id, carriedPriority?.id]);
  assert.ok(waits.some(({ actionId, waitsFor }) => actionId === songbook.id && waitsFor === ring.id));
  const [step] = await as((ctx) => milestonesOf(ctx, ring.id));
  assert.equal(step?.title, 'Half of them');
  assert.equal(old.state, 'stopped');
  assert.match(old.reason, /^Carried over as A4 into “Our plan for 2026\/27”\. We still owe it\.$/);
  assert.deepEqual(
    notes.map(({ before, after }) => [before.state, after.state]),
    [
      ['late', 'stopped'],
      ['not-begun', 'late'],
    ],
  );
});

test('H05 a line that was turned is not turned twice, and what its first press made stands alone', async (t) => {
  const { as, idOfAction } = await yearGone(t);
  const given = { planKey, subjectId: await idOfAction(1), became: 'carried', reason: '' } as const;
  assert.ok((await as((ctx) => turnLine(ctx, given))).done);
  const again = await as((ctx) => turnLine(ctx, given));
  assert.equal(!again.done && again.refusal.reason, 'turned-already');
  const songbook = await idOfAction(2);
  const stop = await as((ctx) => turnLine(ctx, { ...given, subjectId: songbook, became: 'stopped' }));
  assert.equal(!stop.done && stop.refusal.reason, 'reason-missing');
});

test('H05 a year closes only when every line is turned; half way nothing is lost; all that are open go at once', async (t) => {
  const { as, idOfAction } = await yearGone(t);
  const first = await as((ctx) => closeYear(ctx, planKey));
  assert.deepEqual(!first.done && first.refusal, { reason: 'lines-open', priorities: 1, actions: 2 });
  const subjectId = await idOfAction(1);
  assert.ok(
    (await as((ctx) => turnLine(ctx, { planKey, subjectId, became: 'done', reason: 'They rang.' }))).done,
  );
  const half = await as((ctx) => closeYear(ctx, planKey));
  assert.deepEqual(!half.done && half.refusal, { reason: 'lines-open', priorities: 1, actions: 1 });
  const rest = await as((ctx) => carryAllOpen(ctx, { planKey, reason: '' }));
  assert.equal(rest.done && rest.value.length, 2);
  const closed = await as((ctx) => closeYear(ctx, planKey));
  assert.equal(closed.done && closed.value.state, 'closed');
  const late = await as((ctx) => turnLine(ctx, { planKey, subjectId, became: 'done', reason: '' }));
  assert.equal(!late.done && late.refusal.reason, 'plan-closed');
  const lines = await as(async (ctx) => {
    const plan = await planByKey(ctx, planKey);
    return plan ? yearLines(ctx, plan) : [];
  });
  assert.deepEqual(
    lines.map(({ standing }) => standing),
    ['turned', 'turned', 'turned', 'over'],
  );
});

test('H05 the next plan is agreed by a decision, and not without a priority', async (t) => {
  const { as } = await yearGone(t);
  await as((ctx) => beginNextPlan(ctx, planKey));
  const agree = () => as((ctx) => agreePlan(ctx, { planKey: '2026-27', decision: 12 }));
  const empty = await agree();
  assert.equal(!empty.done && empty.refusal.reason, 'no-priorities');
  const words = { elementKey: 'safe-and-loved', title: 'Safe and loved', why: '' };
  await as((ctx) => addPriority(ctx, { planKey: '2026-27', words }));
  const unknown = await agree();
  assert.deepEqual(!unknown.done && unknown.refusal, { reason: 'decision-missing', number: 12 });
  await as(decisionTwelve);
  const agreed = await agree();
  assert.ok(agreed.done);
  assert.deepEqual([agreed.value.state, agreed.value.agreedOn], ['agreed', '2026-03-20']);
  const twice = await agree();
  assert.equal(!twice.done && twice.refusal.reason, 'agreed-already');
});

async function decisionTwelve(ctx: Ctx): Promise<void> {
  const body = await addBoard(ctx);
  await keepDecision(ctx, {
    id: ctx.newId<'decision'>(),
    number: 12,
    bodyId: body.id,
    meetingId: undefined,
    itemId: undefined,
    title: 'The plan for 2026/27 is agreed',
    words: '',
    reason: '',
    dissent: '',
    evidence: '',
    restsOn: { kind: '', id: '' },
    ownerName: '',
    ownerOrganisation: '',
    due: undefined,
    decidedOn: dayOf(2026, 3, 20),
    equalityNote: '',
    childImpactNote: '',
    becomes: 'plan-change',
    element: { frameworkSlug: '', elementKey: '' },
    measureId: '',
    measureThen: '',
    quorum: 'not-known',
    cameOfIt: '',
    cameOn: undefined,
    replaces: undefined,
    publishing: { publish: 'publish', ground: '' },
    version: 1,
  });
}

const said = {
  priorityId: undefined,
  judgement: 'must-get-better',
  who: 'young-people',
  words: 'Say it sooner.',
  evidence: '',
  saidFor: 'Young Brackens',
} as const;

test('B16 the report is drafted from what is held; edits outlive a new draft; an edition never changes', async (t) => {
  const { as } = await yearGone(t);
  await as((ctx) => sayLookBack(ctx, { planKey, words: said }));
  const partOf = (kind: string) =>
    as(async (ctx) => {
      const plan = await planByKey(ctx, planKey);
      const report = plan && (await reportOf(ctx, plan.id));
      return report?.parts.find((part) => part.kind === kind) ?? assert.fail('no such part');
    });
  assert.ok((await as((ctx) => draftYearReport(ctx, planKey))).done);
  assert.match(
    (await partOf('looking-back')).drafted,
    /Young people said[^]*Young Brackens: Say it sooner\./,
  );
  assert.match((await partOf('what-we-did')).drafted, /Open on Saturdays \(A3\): done on 3 September 2026/);
  assert.doesNotMatch(
    (await partOf('what-we-did')).drafted,
    /The worker left/,
    'a reason is not for everybody',
  );
  const edit = { planKey, kind: 'in-short', seen: 1, words: 'It was a good year.' };
  assert.ok((await as((ctx) => editYearReport(ctx, edit))).done);
  const second = await as((ctx) => editYearReport(ctx, { ...edit, words: 'A bad one.' }));
  assert.ok(!second.done && second.refusal.reason === 'changed-meanwhile');
  assert.equal(wordsOfPart(second.refusal.theirs), 'It was a good year.');
  const publish = (reason: string) => as((ctx) => publishYearReport(ctx, { planKey, reason }));
  assert.ok((await publish('')).done);
  const same = await publish('Once more.');
  assert.equal(!same.done && same.refusal.reason, 'nothing-new');
  await as((ctx) => sayLookBack(ctx, { planKey, words: { ...said, words: 'Come and see.' } }));
  await as((ctx) => draftYearReport(ctx, planKey));
  assert.equal(wordsOfPart(await partOf('in-short')), 'It was a good year.');
  const silent = await publish(' ');
  assert.equal(!silent.done && silent.refusal.reason, 'reason-missing');
  assert.ok((await publish('Young people said more.')).done);
  const editions = await as(async (ctx) => {
    const plan = await planByKey(ctx, planKey);
    return plan ? editionsOf(ctx, plan.id) : [];
  });
  const looking = editions.map(({ document }) => document.parts.find(({ kind }) => kind === 'looking-back'));
  assert.deepEqual(
    editions.map(({ edition, reason }) => [edition, reason]),
    [
      [2, 'Young people said more.'],
      [1, ''],
    ],
  );
  assert.deepEqual(
    looking.map((part) => part?.words.includes('Come and see.')),
    [true, false],
  );
  for (const wrong of [
    "update delivery.year_report_edition set reason = 'x'",
    'delete from delivery.year_report_edition',
  ])
    await assert.rejects(
      as((ctx) => sql.raw(wrong).execute(ctx.db)),
      /permission denied/,
    );
});
