import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { actionWords, deliveryGround } from '../../store/testing.ts';
import {
  addMilestone,
  namePartner,
  sayReached,
  takeMilestone,
  takePartner,
  waitFor,
  waitNoMore,
} from './around-action.ts';
import { askNoMore, askOwner } from './ask-owner.ts';
import { addAction } from './write-action.ts';
import { writeImpact } from './write-impact.ts';
import { addPlan, changePlan } from './write-plan.ts';
import { addPriority, changePriority, movePriority } from './write-priority.ts';

/** Written from what the product promises, apart from the code: the plan is written by whoever keeps the strategy. */
const whoKeepsThePlan: readonly Role[] = ['manager'];

const planWords = {
  key: '2026-27',
  title: 'A year',
  frameworkSlug: 'brackenshire',
  from: dayOf(2026, 4, 1),
  until: dayOf(2027, 3, 31),
  state: 'agreed' as const,
  agreedOn: undefined,
};

const priority = { elementKey: 'gentle-start', title: 'First', why: '' };
const impact = {
  families: 'Families on low pay',
  concerns: [],
  whatHappens: '',
  direction: 'not-known' as const,
  whatWeDo: '',
  ownerName: '',
  review: undefined,
  changes: ['Rent rises', 'The bus ends'].map((words) => ({
    actionId: undefined,
    organisationKey: '',
    words,
    from: undefined,
  })),
};

/** Every act on the plan, each on things that stand there. */
function acts(ids: { priority: string; milestone: string }) {
  const planKey = planWords.key;
  const due = dayOf(2026, 12, 1);
  const of = (
    name: string,
    act: (ctx: Ctx) => Promise<{ done: true } | { done: false; refusal: { reason: string } }>,
  ) => ({ name, act });
  return [
    of('begins a plan', (ctx) => addPlan(ctx, planWords)),
    of('changes a plan', (ctx) => changePlan(ctx, { key: planKey, seen: 99, words: planWords })),
    of('adds a priority', (ctx) => addPriority(ctx, { planKey, words: { ...priority, title: '' } })),
    of('changes a priority', (ctx) =>
      changePriority(ctx, { planKey, id: ids.priority, seen: 99, words: priority }),
    ),
    of('moves a priority', (ctx) => movePriority(ctx, { planKey, id: ids.priority, way: 'up' })),
    of('adds a milestone', (ctx) => addMilestone(ctx, { number: 1, title: ' ', due })),
    of('says a milestone reached', (ctx) =>
      sayReached(ctx, { number: 1, milestoneId: ids.milestone, reached: 'no' }),
    ),
    of('takes a milestone', (ctx) => takeMilestone(ctx, { number: 1, milestoneId: 'none' })),
    of('names a partner', (ctx) => namePartner(ctx, { number: 1, organisationKey: 'none', part: '' })),
    of('takes a partner', (ctx) => takePartner(ctx, { number: 1, organisationKey: 'none' })),
    of('says what it waits for', (ctx) => waitFor(ctx, { number: 1, waitsFor: 99 })),
    of('says it need not wait', (ctx) => waitNoMore(ctx, { number: 1, waitsFor: 99 })),
    of('asks an owner', (ctx) => askOwner(ctx, { number: 1, words: '' })),
    of('takes a letter back', (ctx) => askNoMore(ctx, 1)),
    of('writes what meets', (ctx) => writeImpact(ctx, { planKey, words: { ...impact, families: '' } })),
  ];
}

test('H05 C11 every act on the plan is for whoever keeps it, and for nobody else', async (t) => {
  const ground = await deliveryGround(t);
  const priya = await ground.person('Priya North', 'manager');
  const ids = await ground.as(priya, async (ctx) => {
    assert.ok((await addPlan(ctx, planWords)).done);
    const made = await addPriority(ctx, { planKey: planWords.key, words: priority });
    assert.ok((await addAction(ctx, actionWords())).done);
    const step = await addMilestone(ctx, { number: 1, title: 'Half', due: dayOf(2026, 12, 1) });
    assert.ok(made.done && step.done);
    return { priority: made.value.id, milestone: step.value.id };
  });
  for (const role of roles) {
    const who = await ground.person(`As ${role}`, role);
    for (const { name, act } of acts(ids)) {
      const outcome = await ground.as(who, act);
      const shut = !outcome.done && outcome.refusal.reason === 'not-allowed';
      assert.equal(shut, !whoKeepsThePlan.includes(role), `${role} ${name}`);
    }
  }
});
