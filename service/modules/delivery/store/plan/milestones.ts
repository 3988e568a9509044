import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { tables } from '../delivery-tables.ts';

/** A step of an action by which one sees that it goes on. */
export type Milestone = {
  id: Id<'milestone'>;
  actionId: Id<'action'>;
  title: string;
  due: Day;
  reached: Day | undefined;
  version: number;
};

/** The milestones of an action, the earliest first. */
export async function milestonesOf(ctx: Ctx, actionId: Id<'action'>): Promise<Milestone[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.milestone')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('action_id', '=', actionId)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: storedId(row.id),
    actionId: storedId(row.action_id),
    title: row.title,
    due: row.due_on,
    reached: row.reached_on ?? undefined,
    version: row.version,
  }));
}

/** Keeps a milestone in place of the one of its id. */
export async function keepMilestone(ctx: Ctx, milestone: Milestone): Promise<void> {
  const row = {
    action_id: milestone.actionId,
    title: milestone.title,
    due_on: milestone.due,
    reached_on: milestone.reached ?? null,
    version: milestone.version,
  };
  await tables(ctx)
    .insertInto('delivery.milestone')
    .values({ id: milestone.id, partnership_id: ctx.partnershipId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export async function removeMilestone(ctx: Ctx, id: Id<'milestone'>): Promise<void> {
  await tables(ctx)
    .deleteFrom('delivery.milestone')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('id', '=', id)
    .execute();
}
