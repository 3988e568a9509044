import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { measureView } from '../../queries/report/measure-view.ts';
import { targetToSet } from '../../queries/report/target-to-set.ts';
import { setTarget, takeTargetAway, type ToAimAt } from './set-target.ts';
import { ours, repeatPlans, reportGround, type ReportGround } from './testing.ts';

const wanted: ToAimAt = {
  measure: repeatPlans,
  areaCode: ours,
  value: 22,
  byOn: dayOf(2028, 3, 31),
  agreedBy: 'the board',
  words: 'Fewer than one plan in five',
  seen: 0,
};

async function set(ground: ReportGround, who: Actor, given: Partial<ToAimAt> = {}) {
  return ground.as(who, (ctx) => setTarget(ctx, { ...wanted, ...given }));
}

async function targetNow(ground: ReportGround) {
  const found = await ground.act('read', (ctx) =>
    measureView(ctx, { id: repeatPlans, areaCode: ours, neighbourSet: undefined }),
  );
  return found?.row.aim?.target;
}

test('B22 a target is set, seen on the measure at once, changed and taken away, each written down as a fact', async (t) => {
  const ground = await reportGround(t);
  const priya = await ground.person('Priya Rama', 'Manager', 'manager');
  assert.equal(await targetNow(ground), undefined);
  assert.ok((await set(ground, priya)).done);
  const { measure, areaCode, ...stood } = (await targetNow(ground)) ?? {};
  assert.deepEqual(stood, {
    value: 22,
    byOn: '2028-03-31',
    agreedBy: 'the board',
    words: 'Fewer than one plan in five',
    version: 1,
    changedBy: 'Priya Rama',
    changedOn: '2026-09-03',
  });
  assert.deepEqual([measure, areaCode], [repeatPlans, ours]);
  assert.ok((await set(ground, priya, { value: 21.5, seen: 1 })).done);
  assert.equal((await targetNow(ground))?.value, 21.5);
  const gone = await ground.as(priya, (ctx) => takeTargetAway(ctx, { ...wanted, seen: 2 }));
  assert.ok(gone.done);
  assert.equal(await targetNow(ground), undefined);
  assert.deepEqual(
    ground.facts.slice(-3).map(({ type, details }) => [type, details]),
    [
      ['indicators.target-set', { area: ours, value: 22, by: '2028-03-31' }],
      ['indicators.target-set', { area: ours, value: 21.5, by: '2028-03-31' }],
      ['indicators.target-taken-away', { area: ours }],
    ],
  );
});

test('whoever saves second is shown what stands and who wrote it, and nothing is written over', async (t) => {
  const ground = await reportGround(t);
  const priya = await ground.person('Priya Rama', 'Manager', 'manager');
  const owen = await ground.person('Owen Tregarth', 'Analyst', 'analyst');
  const [first, second] = await Promise.all([
    set(ground, priya, { value: 22 }),
    set(ground, owen, { value: 18 }),
  ]);
  assert.deepEqual([first.done, second.done].toSorted(), [false, true]);
  const lost = first.done ? second : first;
  assert.ok(!lost.done && lost.refusal.reason === 'changed-meanwhile');
  const { theirs } = lost.refusal;
  assert.deepEqual([theirs.target?.value, theirs.version], [first.done ? 22 : 18, 1]);
  assert.equal((await targetNow(ground))?.value, theirs.target?.value);
  const decided = await set(ground, owen, { value: 18, seen: theirs.version });
  assert.ok(decided.done);
  const late = await ground.as(priya, (ctx) => takeTargetAway(ctx, { ...wanted, seen: 1 }));
  assert.ok(!late.done && late.refusal.reason === 'changed-meanwhile');
});

test('a target that was taken away and set again is not mistaken for the one that was seen', async (t) => {
  const ground = await reportGround(t);
  const priya = await ground.person('Priya Rama', 'Manager', 'manager');
  assert.ok((await set(ground, priya)).done);
  assert.ok((await ground.as(priya, (ctx) => takeTargetAway(ctx, { ...wanted, seen: 1 }))).done);
  const again = await set(ground, priya, { seen: 1 });
  assert.ok(!again.done && again.refusal.reason === 'changed-meanwhile');
  assert.equal(again.refusal.theirs.target, undefined);
  assert.ok((await set(ground, priya, { seen: 2 })).done);
  const seen = await ground.act('read', (ctx) => targetToSet(ctx, wanted));
  assert.equal(seen?.version, 3);
});

test('what cannot be aimed at is refused in words', async (t) => {
  const ground = await reportGround(t);
  const priya = await ground.person('Priya Rama', 'Manager', 'manager');
  const reasonOf = async (given: Partial<ToAimAt>) => {
    const came = await set(ground, priya, given);
    return came.done ? 'done' : came.refusal.reason;
  };
  assert.equal(await reasonOf({ value: 101 }), 'not-possible');
  assert.equal(await reasonOf({ value: -1 }), 'not-possible');
  assert.equal(await reasonOf({ byOn: dayOf(2026, 9, 3) }), 'day-past', 'today is no day to aim at');
  assert.equal(await reasonOf({ measure: 'lait:CIN' }), 'no-direction');
  assert.equal(await reasonOf({ measure: 'lait:Nonsense' }), 'no-such-measure');
  assert.equal(await reasonOf({ areaCode: 'E92000001' }), 'no-such-measure');
  const none = await ground.as(priya, (ctx) => takeTargetAway(ctx, { ...wanted, seen: 0 }));
  assert.equal(none.done ? 'done' : none.refusal.reason, 'no-target');
});
