import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { roles, type Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { actionByNumber } from '../../store/actions.ts';
import { progressNotesOf } from '../../store/progress-notes.ts';
import { actionSubjects } from '../../queries/delivery-subjects.ts';
import { actionWords, deliveryGround } from '../../store/testing.ts';
import { sayProgress } from './say-progress.ts';
import { addAction, changeAction } from './write-action.ts';

test('H05 an action has a number, says how it goes, and what was said stays', async (t) => {
  const ground = await deliveryGround(t);
  const priya = await ground.person('Priya North', 'manager');
  const added = await ground.as(priya, (ctx) => addAction(ctx, actionWords()));
  assert.ok(added.done);
  assert.equal(added.value.number, 1);
  const said = { number: 1, state: 'late', words: 'The worker left.', due: undefined, seen: 1 } as const;
  const late = await ground.as(priya, (ctx) => sayProgress(ctx, said));
  assert.ok(late.done);
  const stale = await ground.as(priya, (ctx) => sayProgress(ctx, { ...said, state: 'under-way', seen: 1 }));
  assert.equal(!stale.done && stale.refusal.reason, 'changed-meanwhile');
  ground.later(1);
  await ground.as(priya, (ctx) => sayProgress(ctx, { ...said, state: 'done', words: '', seen: 2 }));
  const [notes, action] = await ground.as(
    priya,
    async (ctx) => [await progressNotesOf(ctx, [added.value.id]), await actionByNumber(ctx, 1)] as const,
  );
  assert.deepEqual(
    notes.map(({ before, after, words, saidBy }) => [before.state, after.state, words, saidBy.name]),
    [
      ['late', 'done', '', 'Priya North'],
      ['not-begun', 'late', 'The worker left.', 'Priya North'],
    ],
  );
  assert.equal(action?.doneOn, '2026-09-03');
  assert.deepEqual(
    ground.facts.filter((fact) => fact.startsWith('delivery.')),
    ['delivery.action-added', 'delivery.progress-said', 'delivery.progress-said'],
  );
});

test('H05 two people who close one action at once: the first closes it, the second hears that it is closed', async (t) => {
  const ground = await deliveryGround(t);
  const priya = await ground.person('Priya North', 'manager');
  await ground.as(priya, (ctx) => addAction(ctx, actionWords()));
  const close = (ctx: Ctx) =>
    sayProgress(ctx, { number: 1, state: 'done', words: '', due: undefined, seen: 1 });
  assert.ok((await ground.as(priya, close)).done);
  const second = await ground.as(priya, close);
  assert.deepEqual(!second.done && second.refusal, {
    reason: 'already-so',
    state: 'done',
    since: '2026-09-03',
  });
});

test('H05 what was said of an action can neither be changed nor removed', async (t) => {
  const ground = await deliveryGround(t);
  const priya = await ground.person('Priya North', 'manager');
  await ground.as(priya, (ctx) => addAction(ctx, actionWords()));
  await ground.as(priya, (ctx) =>
    sayProgress(ctx, { number: 1, state: 'done', words: 'Done.', due: undefined, seen: 1 }),
  );
  for (const wrong of ['delete from delivery.progress_note', "update delivery.progress_note set words = ''"])
    await assert.rejects(
      ground.as(priya, (ctx) => sql.raw(wrong).execute(ctx.db)),
      /permission denied/,
    );
});

/** Written from what the product promises, apart from the code: who writes the plan. */
const whoWrites: readonly Role[] = ['manager'];

test('H05 only the manager writes actions; others say how their own goes, and never of another’s', async (t) => {
  const ground = await deliveryGround(t);
  const priya = await ground.person('Priya North', 'manager');
  const owners: readonly Role[] = ['board-member', 'partner-lead', 'participation-worker', 'analyst'];
  for (const role of roles) {
    const who = await ground.person(`As ${role}`, role);
    const personId = who.actor.kind === 'person' ? who.actor.personId : undefined;
    const wrote = await ground.as(who, (ctx) => addAction(ctx, actionWords()));
    assert.equal(wrote.done, whoWrites.includes(role), role);
    const owner = { personId, name: `As ${role}`, email: '', organisationKey: '' };
    const [own, other] = await ground.as(
      priya,
      async (ctx) =>
        [await addAction(ctx, actionWords({ owner })), await addAction(ctx, actionWords())] as const,
    );
    assert.ok(own.done && other.done);
    const say = (number: number) => (ctx: Ctx) =>
      sayProgress(ctx, { number, state: 'under-way', words: '', due: undefined, seen: 1 });
    const saidOfOwn = await ground.as(who, say(own.value.number));
    assert.equal(saidOfOwn.done, [...owners, 'manager'].includes(role), `${role}, own`);
    const saidOfOther = await ground.as(who, say(other.value.number));
    assert.equal(saidOfOther.done, role === 'manager', `${role}, another’s`);
    const changed = await ground.as(who, (ctx) =>
      changeAction(ctx, {
        number: other.value.number,
        seen: role === 'manager' ? 2 : 1,
        words: actionWords(),
      }),
    );
    assert.equal(changed.done, whoWrites.includes(role), `${role} changes`);
  }
});

test('A10 an action that names an element hangs on its thread without being tied', async (t) => {
  const ground = await deliveryGround(t);
  const priya = await ground.person('Priya North', 'manager');
  await ground.as(priya, (ctx) => addAction(ctx, actionWords()));
  const under = await ground.as(
    priya,
    (ctx) =>
      actionSubjects.under?.(ctx, { frameworkSlug: 'brackenshire', elementKey: 'gentle-start' }) ??
      Promise.resolve([]),
  );
  assert.deepEqual(
    under.map(({ title, link, state }) => [title, link, state]),
    [['Ring every family in the first fortnight', '/actions/1', 'A1, not begun, by 31 March 2027']],
  );
});
