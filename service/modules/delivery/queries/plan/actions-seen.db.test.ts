import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ctx } from '#platform/db/database.ts';
import { dayOf } from '#platform/kernel/day.ts';
import { addAction } from '../../actions/plan/write-action.ts';
import { addPlan, changePlan } from '../../actions/plan/write-plan.ts';
import { actionWords, addBoard, addMeeting, deliveryGround } from '../../store/testing.ts';
import { actionSubjects } from '../delivery-subjects.ts';
import { agendaFor } from '../meetings/agenda-for.ts';
import { packDocument } from '../packs/pack-document.ts';
import { actionView } from './action-view.ts';

const title = 'Give the hub to the parents';

test('H05 what stands in the draft of a plan is nowhere to be found by a visitor, and is there once it is agreed', async (t) => {
  const { as, person, partnershipId } = await deliveryGround(t);
  const manager = await person('Mina Manager', 'manager');
  const member = await person('Some member', 'board-member');
  const visitor = { actor: { kind: 'visitor' }, partnershipId } as const;
  const plan = {
    key: '2026-27',
    title: 'Our plan',
    frameworkSlug: 'brackenshire',
    from: dayOf(2026, 4, 1),
    until: dayOf(2027, 3, 31),
    agreedOn: undefined,
  };
  const action = await as(manager, async (ctx) => {
    const added = await addPlan(ctx, { ...plan, state: 'draft' });
    assert.ok(added.done);
    const words = actionWords({ title, planId: added.value.id, due: dayOf(2026, 8, 1) });
    const drafted = await addAction(ctx, words);
    assert.ok(drafted.done);
    await addMeeting(ctx, await addBoard(ctx), { element: words.element });
    return drafted.value;
  });
  const seen = async (ctx: Ctx) => ({
    page: (await actionView(ctx, action.number))?.action.title,
    found: (await actionSubjects.find(ctx, [action.id])).length,
    searched: (await actionSubjects.search(ctx, 'hub')).length,
    under: (await actionSubjects.under?.(ctx, action.element))?.length,
  });
  const suggested = (ctx: Ctx) =>
    agendaFor(ctx, 'board-september').then((agenda) => agenda?.suggestions.map((one) => one.title));
  const all = { page: title, found: 1, searched: 1, under: 1 };
  assert.deepEqual(await as(visitor, seen), { page: undefined, found: 0, searched: 0, under: 0 });
  assert.deepEqual(await as(member, seen), all);
  assert.deepEqual(await as(manager, suggested), [], 'an agenda that everybody reads does not take it in');
  const pack = await as(manager, (ctx) => packDocument(ctx, 'board-september'));
  assert.deepEqual(
    [pack?.members.late.map((one) => one.title), pack?.public.late],
    [[title], []],
    'nor in the pack for everybody',
  );
  const agreed = await as(manager, (ctx) =>
    changePlan(ctx, { key: plan.key, seen: 1, words: { ...plan, state: 'agreed', agreedOn: ctx.today } }),
  );
  assert.ok(agreed.done);
  assert.deepEqual(await as(visitor, seen), all);
  assert.deepEqual(await as(manager, suggested), [`Late: ${title}`]);
});
