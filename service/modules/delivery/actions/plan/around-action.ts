import { organisations } from '#modules/accounts/index.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { isOwnedBy, type Action } from '../../domain/action.ts';
import { keepPlan, sayProgress } from '../../domain/permissions.ts';
import { circleMadeBy } from '../../domain/plan/waits-for.ts';
import { actionByNumber, actionsById, lockAction } from '../../store/actions.ts';
import { keepPartner, removePartner } from '../../store/plan/action-partners.ts';
import { keepMilestone, milestonesOf, removeMilestone, type Milestone } from '../../store/plan/milestones.ts';
import { addWait, allWaits, lockWaits, removeWait } from '../../store/plan/waits-for.ts';

type Missing = NotAllowed | { reason: 'action-missing' };

/** What may be said around an action: its steps, who helps, what it waits for. */
export type AroundRefusal =
  | Missing
  | { reason: 'title-missing' }
  | { reason: 'milestone-missing' }
  | { reason: 'no-such-organisation' }
  | { reason: 'no-such-action' }
  /** each would wait for the other for ever; the way round, by number */
  | { reason: 'goes-in-a-circle'; round: readonly string[] };

/** Adds a step by which one sees that an action goes on; one that was reached before it was written down says when. */
export async function addMilestone(
  ctx: Ctx,
  given: { number: number; title: string; due: Day; reached?: Day | undefined },
): Promise<Outcome<Milestone, AroundRefusal>> {
  const found = await toKeep(ctx, given.number);
  if (!found.done) return found;
  const title = given.title.trim();
  if (title === '') return refuse({ reason: 'title-missing' });
  const milestone = {
    id: ctx.newId<'milestone'>(),
    actionId: found.value.id,
    title,
    due: given.due,
    reached: given.reached,
    version: 1,
  };
  await keepMilestone(ctx, milestone);
  await tell(ctx, found.value, 'milestone-added');
  return done(milestone);
}

/** Says that a milestone is reached, or not after all; whoever says how the action goes may say it. */
export async function sayReached(
  ctx: Ctx,
  given: { number: number; milestoneId: string; reached: 'yes' | 'no' },
): Promise<Outcome<Milestone, AroundRefusal>> {
  const action = await lockAction(ctx, given.number);
  const ofOwn = action && allowed(ctx.actor, sayProgress) && isOwnedBy(action, ctx.actor);
  if (!allowed(ctx.actor, keepPlan) && !ofOwn) return refuse({ reason: 'not-allowed' });
  if (!action) return refuse({ reason: 'action-missing' });
  const before = (await milestonesOf(ctx, action.id)).find(({ id }) => id === given.milestoneId);
  if (!before) return refuse({ reason: 'milestone-missing' });
  // said twice, the first day stands
  const reached = given.reached === 'yes' ? (before.reached ?? ctx.today) : undefined;
  const milestone = { ...before, reached, version: before.version + 1 };
  await keepMilestone(ctx, milestone);
  await tell(ctx, action, 'milestone-said');
  return done(milestone);
}

/** Takes a milestone away. */
export async function takeMilestone(
  ctx: Ctx,
  given: { number: number; milestoneId: string },
): Promise<Outcome<Action, AroundRefusal>> {
  const found = await toKeep(ctx, given.number);
  if (!found.done) return found;
  const known = (await milestonesOf(ctx, found.value.id)).find(({ id }) => id === given.milestoneId);
  if (!known) return refuse({ reason: 'milestone-missing' });
  await removeMilestone(ctx, known.id);
  await tell(ctx, found.value, 'milestone-taken');
  return found;
}

/** Names an organisation that helps, with its part; only one that stands today can be named. */
export async function namePartner(
  ctx: Ctx,
  given: { number: number; organisationKey: string; part: string },
): Promise<Outcome<Action, AroundRefusal>> {
  const found = await toKeep(ctx, given.number);
  if (!found.done) return found;
  const { organisationKey, part } = given;
  if (!(await organisations(ctx)).some(({ key }) => key === organisationKey))
    return refuse({ reason: 'no-such-organisation' });
  await keepPartner(ctx, found.value.id, { organisationKey, part: part.trim() });
  await tell(ctx, found.value, 'partner-named');
  return found;
}

export async function takePartner(
  ctx: Ctx,
  given: { number: number; organisationKey: string },
): Promise<Outcome<Action, AroundRefusal>> {
  const found = await toKeep(ctx, given.number);
  if (!found.done) return found;
  await removePartner(ctx, found.value.id, given.organisationKey);
  await tell(ctx, found.value, 'partner-taken');
  return found;
}

type Waiting = { number: number; waitsFor: number };

/** Says what an action waits for, unless the two would then wait for each other. */
export async function waitFor(ctx: Ctx, given: Waiting): Promise<Outcome<Action, AroundRefusal>> {
  const found = await toKeep(ctx, given.number);
  if (!found.done) return found;
  await lockWaits(ctx);
  const other = await actionByNumber(ctx, given.waitsFor);
  if (!other) return refuse({ reason: 'no-such-action' });
  const wait = { actionId: found.value.id, waitsFor: other.id };
  const circle = circleMadeBy(await allWaits(ctx), wait);
  if (circle) {
    const named = await actionsById(ctx, circle);
    const numbers = new Map<string, number>(named.map(({ id, number: known }) => [id, known]));
    return refuse({
      reason: 'goes-in-a-circle',
      round: circle.map((id) => `A${numbers.get(id) ?? '?'}`),
    });
  }
  await addWait(ctx, wait);
  await tell(ctx, found.value, 'wait-added');
  return found;
}

export async function waitNoMore(ctx: Ctx, given: Waiting): Promise<Outcome<Action, AroundRefusal>> {
  const found = await toKeep(ctx, given.number);
  if (!found.done) return found;
  const other = await actionByNumber(ctx, given.waitsFor);
  if (!other) return refuse({ reason: 'no-such-action' });
  await removeWait(ctx, { actionId: found.value.id, waitsFor: other.id });
  await tell(ctx, found.value, 'wait-taken');
  return found;
}

async function toKeep(ctx: Ctx, number: number): Promise<Outcome<Action, Missing>> {
  if (!allowed(ctx.actor, keepPlan)) return refuse({ reason: 'not-allowed' });
  const action = await lockAction(ctx, number);
  return action ? done(action) : refuse({ reason: 'action-missing' });
}

async function tell(ctx: Ctx, { id, number }: Action, what: string): Promise<void> {
  await ctx.record({
    type: 'delivery.around-action-changed',
    subject: { kind: 'action', id },
    details: { number, what },
  });
}
