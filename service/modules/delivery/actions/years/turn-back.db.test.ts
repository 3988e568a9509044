import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Ctx } from '#platform/db/database.ts';
import { dayOf } from '#platform/kernel/day.ts';
import type { Became } from '../../domain/years/turn-line.ts';
import { yearLines } from '../../queries/years/year-lines.ts';
import { actionByNumber, actionsOfPlan } from '../../store/actions.ts';
import { allWaits } from '../../store/plan/waits-for.ts';
import { planByKey, prioritiesOf } from '../../store/plans.ts';
import { progressNotesOf } from '../../store/progress-notes.ts';
import { actionWords, deliveryGround } from '../../store/testing.ts';
import { waitFor } from '../plan/around-action.ts';
import { sayProgress } from '../plan/say-progress.ts';
import { addAction } from '../plan/write-action.ts';
import { addPlan } from '../plan/write-plan.ts';
import { addPriority, changePriority } from '../plan/write-priority.ts';
import { closeYear } from './close-year.ts';
import { turnBack } from './turn-back.ts';
import { carryAllOpen, turnLine } from './turn-line.ts';

const planKey = '2025-26';

/** A year with one priority; under it A1, which is late, and A2, which waits for it. */
async function yearTurning(t: TestContext) {
  const ground = await deliveryGround(t);
  const priya = await ground.person('Priya North', 'manager');
  const as = <T>(work: (ctx: Ctx) => Promise<T>) => ground.as(priya, work);
  const priority = await as(async (ctx) => {
    const span = { from: dayOf(2025, 4, 1), until: dayOf(2026, 3, 31), agreedOn: undefined };
    const words = { key: planKey, title: 'The plan', frameworkSlug: 'brackenshire', ...span };
    const plan = await addPlan(ctx, { ...words, state: 'agreed' });
    const first = await addPriority(ctx, {
      planKey,
      words: { elementKey: 'gentle-start', title: 'A gentle start', why: '' },
    });
    assert.ok(plan.done && first.done);
    const at = { planId: plan.value.id, priorityId: first.value.id };
    for (const title of ['Ring', 'Sing'])
      assert.ok((await addAction(ctx, actionWords({ ...at, title }))).done);
    await waitFor(ctx, { number: 2, waitsFor: 1 });
    const late = { number: 1, seen: 1, state: 'late', words: 'The worker left.', due: undefined } as const;
    assert.ok((await sayProgress(ctx, late)).done);
    return first.value;
  });
  const action = async (number: number) =>
    (await as((ctx) => actionByNumber(ctx, number))) ?? assert.fail('no such action');
  const turn = async (subjectId: string, became: Became) => {
    ground.later(1);
    const turned = await as((ctx) => turnLine(ctx, { planKey, subjectId, became, reason: 'So it is.' }));
    assert.ok(turned.done);
    return { subjectId, turnId: turned.value.id, planKey };
  };
  const back = (which: { subjectId: string; turnId: string; planKey: string }) => {
    ground.later(1);
    return as((ctx) => turnBack(ctx, which));
  };
  const next = () =>
    as(async (ctx) => {
      const plan = (await planByKey(ctx, '2026-27')) ?? assert.fail('no next plan');
      return { actions: await actionsOfPlan(ctx, plan.id), priorities: await prioritiesOf(ctx, plan.id) };
    });
  const standings = () =>
    as(async (ctx) => {
      const plan = (await planByKey(ctx, planKey)) ?? assert.fail('no plan');
      return (await yearLines(ctx, plan)).map(({ standing }) => standing);
    });
  return { ground, as, priority, action, turn, back, next, standings };
}

test('H05 what was stopped or done is turned back to the state and the reason that it had, and its history says so', async (t) => {
  const { as, action, turn, back, standings } = await yearTurning(t);
  for (const became of ['stopped', 'done'] as const) {
    const { id } = await action(1);
    const which = await turn(id, became);
    assert.equal((await action(1)).state, became);
    assert.ok((await back(which)).done);
    const { state, reason, doneOn } = await action(1);
    assert.deepEqual([state, reason, doneOn], ['late', 'The worker left.', undefined]);
  }
  assert.deepEqual(await standings(), ['open', 'open', 'open']);
  const { id } = await action(1);
  const notes = await as((ctx) => progressNotesOf(ctx, [id]));
  assert.deepEqual(notes.map(({ before, after }) => `${before.state} ${after.state}`).toReversed(), [
    'not-begun late',
    'late stopped',
    'stopped late',
    'late done',
    'done late',
  ]);
});

test('H05 what was carried over is taken out of the next plan, what waited for it waits for the old one, and it can be carried anew', async (t) => {
  const { as, priority, action, turn, back, next } = await yearTurning(t);
  const top = await turn(priority.id, 'carried');
  const [one, two] = [await action(1), await action(2)];
  const ring = await turn(one.id, 'carried');
  await turn(two.id, 'carried');
  assert.ok((await back(ring)).done);
  assert.deepEqual(
    (await next()).actions.map(({ number }) => number),
    [4],
  );
  const [old, out, sing] = [await action(1), await action(3), await action(4)];
  assert.deepEqual([old.state, old.reason], ['late', 'The worker left.']);
  assert.deepEqual([out.state, out.planId, out.priorityId], ['stopped', undefined, undefined]);
  assert.match(out.reason, /^Turned back: A1 goes on in “The plan”/);
  const waits = await as(allWaits);
  assert.ok(waits.some(({ actionId, waitsFor }) => actionId === sing.id && waitsFor === old.id));
  assert.ok(!waits.some(({ actionId, waitsFor }) => actionId === out.id || waitsFor === out.id));
  assert.ok((await back(top)).done);
  const without = await next();
  assert.deepEqual([without.priorities, without.actions[0]?.priorityId], [[], undefined]);
  assert.equal((await as((ctx) => carryAllOpen(ctx, { planKey, reason: '' }))).done, true);
  const anew = await next();
  assert.deepEqual(
    anew.actions.map(({ number, priorityId }) => [number, priorityId]),
    [4, 5].map((number) => [number, anew.priorities[0]?.id]),
  );
});

test('H05 two people turn one line back: the second is told who did, and of what was said anew; a closed year stays', async (t) => {
  const { ground, as, action, turn, back } = await yearTurning(t);
  const { id } = await action(2);
  const which = await turn(id, 'stopped');
  const sam = await ground.person('Sam South', 'analyst');
  ground.later(1);
  assert.ok((await ground.as(sam, (ctx) => turnBack(ctx, which))).done);
  const second = await back(which);
  assert.ok(!second.done && second.refusal.reason === 'turned-back-already');
  assert.equal(second.refusal.back.backByName, 'Sam South');
  await turn(id, 'done');
  const stale = await back(which);
  assert.ok(!stale.done && stale.refusal.reason === 'turned-anew');
  assert.equal(stale.refusal.turn.became, 'done');
  const never = await back({ ...which, subjectId: (await action(1)).id });
  assert.equal(!never.done && never.refusal.reason, 'line-missing');
  await as((ctx) => carryAllOpen(ctx, { planKey, reason: '' }));
  assert.ok((await as((ctx) => closeYear(ctx, planKey))).done);
  const closed = await back({ ...which, turnId: stale.refusal.turn.id });
  assert.equal(!closed.done && closed.refusal.reason, 'plan-closed');
});

test('H05 words said since are not taken away: of the old action, of the new one, or of a priority under which there is more', async (t) => {
  const { ground, as, priority, action, turn, back, next } = await yearTurning(t);
  const one = await turn((await action(1)).id, 'stopped');
  ground.later(1);
  const again = await action(1);
  const say = { number: 1, seen: again.version, words: 'A new worker.', due: undefined };
  assert.ok((await as((ctx) => sayProgress(ctx, { ...say, state: 'under-way' }))).done);
  assert.ok((await back(one)).done);
  assert.equal((await action(1)).state, 'under-way');
  const two = await turn((await action(2)).id, 'carried');
  const { number, version } = await action(3);
  const goes = { number, seen: version, state: 'under-way', words: 'We sing.', due: undefined } as const;
  assert.ok((await as((ctx) => sayProgress(ctx, goes))).done);
  const gone = await back(two);
  assert.deepEqual(!gone.done && gone.refusal, { reason: 'action-gone-on', number: 3 });
  const top = await turn(priority.id, 'carried');
  const [into] = (await next()).priorities;
  assert.ok(into);
  const words = { elementKey: into.elementKey, title: 'Another title', why: '' };
  const given = { planKey: '2026-27', id: into.id, seen: into.version, words };
  assert.ok((await as((ctx) => changePriority(ctx, given))).done);
  const kept = await back(top);
  assert.deepEqual(!kept.done && kept.refusal, { reason: 'priority-gone-on', title: 'Another title' });
});
