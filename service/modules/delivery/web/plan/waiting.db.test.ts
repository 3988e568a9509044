import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import { addMilestone, sayReached } from '../../actions/plan/around-action.ts';
import { addAction } from '../../actions/plan/write-action.ts';
import { lockAction } from '../../store/actions.ts';
import { milestonesOf } from '../../store/plan/milestones.ts';
import { actionWords, deliveryGround } from '../../store/testing.ts';
import { planWaits } from './waiting.ts';

test('H05 whoever owns an action says that a milestone is reached, and hears of it in their work fourteen days before', async (t) => {
  const ground = await deliveryGround(t);
  const priya = await ground.person('Priya North', 'manager');
  const sam = await ground.person('Sam Well', 'partner-lead');
  const personId = sam.actor.kind === 'person' ? sam.actor.personId : undefined;
  const owner = { personId, name: 'Sam Well', email: '', organisationKey: '' };
  const milestoneId = await ground.as(priya, async (ctx) => {
    assert.ok((await addAction(ctx, actionWords({ owner, due: dayOf(2026, 9, 17) }))).done);
    assert.ok((await addAction(ctx, actionWords({ owner, due: dayOf(2026, 9, 18) }))).done);
    assert.ok((await addAction(ctx, actionWords({ owner, due: dayOf(2026, 9, 1) }))).done);
    const element = { frameworkSlug: 'brackenshire', elementKey: 'no-more' };
    assert.ok((await addAction(ctx, actionWords({ owner, element }))).done);
    const step = await addMilestone(ctx, { number: 1, title: 'Half', due: dayOf(2026, 9, 5) });
    assert.ok(step.done);
    return step.value.id;
  });
  const reached = await ground.as(sam, (ctx) => sayReached(ctx, { number: 1, milestoneId, reached: 'yes' }));
  assert.ok(reached.done);
  const [step] = await ground.as(sam, async (ctx) => {
    const action = await lockAction(ctx, 1);
    return action ? milestonesOf(ctx, action.id) : [];
  });
  assert.equal(step?.reached, '2026-09-03');
  const links = async (who: typeof sam) =>
    (await ground.as(who, planWaits)).map(({ link, words }) => [link, words.split(/[ :,]/)[0]]);
  assert.deepEqual(await links(sam), [
    ['/actions/3/say', 'Late'],
    ['/actions/1/say', 'Yours'],
  ]);
  assert.deepEqual(await links(priya), [['/actions/4/edit', 'The']], 'what came loose waits for the manager');
});
