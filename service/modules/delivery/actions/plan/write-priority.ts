import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { keepPlan } from '../../domain/permissions.ts';
import type { Priority } from '../../domain/plan.ts';
import { movedPriority } from '../../domain/plan/new-plan.ts';
import { keepPriority, lockPlan, prioritiesOf } from '../../store/plans.ts';

/** What is written of a priority. */
export type PriorityWords = Pick<Priority, 'elementKey' | 'title' | 'why'>;

export type PriorityRefusal = NotAllowed | { reason: 'plan-missing' } | { reason: 'title-missing' };

/** Adds a priority below the others. */
export async function addPriority(
  ctx: Ctx,
  given: { planKey: string; words: PriorityWords; carriedFrom?: Id<'priority'> },
): Promise<Outcome<Priority, PriorityRefusal>> {
  if (!allowed(ctx.actor, keepPlan)) return refuse({ reason: 'not-allowed' });
  const plan = await lockPlan(ctx, given.planKey);
  if (!plan) return refuse({ reason: 'plan-missing' });
  const title = given.words.title.trim();
  if (title === '') return refuse({ reason: 'title-missing' });
  const others = await prioritiesOf(ctx, plan.id);
  const priority: Priority = {
    ...given.words,
    title,
    why: given.words.why.trim(),
    id: ctx.newId<'priority'>(),
    planId: plan.id,
    place: Math.max(0, ...others.map(({ place }) => place)) + 1,
    carriedFrom: given.carriedFrom,
    version: 1,
  };
  await keepPriority(ctx, priority);
  await tell(ctx, priority);
  return done(priority);
}

export type ChangePriorityRefusal =
  | PriorityRefusal
  | { reason: 'priority-missing' }
  | { reason: 'changed-meanwhile'; theirs: Priority };

type Which = { planKey: string; id: string };

/** Changes a priority's words, unless somebody changed them first. */
export async function changePriority(
  ctx: Ctx,
  given: Which & { seen: number; words: PriorityWords },
): Promise<Outcome<Priority, ChangePriorityRefusal>> {
  const found = await lockOne(ctx, given);
  if (!found.done) return found;
  const { before } = found.value;
  if (before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const title = given.words.title.trim();
  if (title === '') return refuse({ reason: 'title-missing' });
  const priority = {
    ...before,
    ...given.words,
    title,
    why: given.words.why.trim(),
    version: before.version + 1,
  };
  await keepPriority(ctx, priority);
  await tell(ctx, priority);
  return done(priority);
}

export type MovePriorityRefusal = PriorityRefusal | { reason: 'priority-missing' } | { reason: 'at-the-end' };

/** Moves a priority one place up or down. */
export async function movePriority(
  ctx: Ctx,
  given: Which & { way: 'up' | 'down' },
): Promise<Outcome<readonly Priority[], MovePriorityRefusal>> {
  const found = await lockOne(ctx, given);
  if (!found.done) return found;
  const { before, all } = found.value;
  const moved = movedPriority(all, before.id, given.way);
  if (!moved) return refuse({ reason: 'at-the-end' });
  for (const priority of moved) await keepPriority(ctx, priority);
  await tell(ctx, before);
  return done(moved);
}

async function lockOne(ctx: Ctx, { planKey, id }: Which) {
  if (!allowed(ctx.actor, keepPlan)) return refuse({ reason: 'not-allowed' });
  const plan = await lockPlan(ctx, planKey);
  if (!plan) return refuse({ reason: 'plan-missing' });
  const all = await prioritiesOf(ctx, plan.id);
  const before = all.find((one) => one.id === id);
  return before ? done({ before, all }) : refuse({ reason: 'priority-missing' });
}

async function tell(ctx: Ctx, { id }: Priority): Promise<void> {
  await ctx.record({ type: 'delivery.priority-changed', subject: { kind: 'priority', id } });
}
