import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { Change } from '../../domain/decisions/new-decision.ts';
import { tables } from '../delivery-tables.ts';

/** A change that a decision made, once made never rewritten. */
export type PlanChange = Change & {
  id: Id<'plan-change'>;
  decisionId: Id<'decision'>;
  planId: Id<'plan'> | undefined;
  madeAt: Date;
};

/** The changes that some decisions made, or those to one plan, or all there ever were; the newest first. */
export async function planChanges(
  ctx: Ctx,
  of: 'all' | { decisions: readonly Id<'decision'>[] } | { plan: Id<'plan'> } = 'all',
): Promise<PlanChange[]> {
  if (of !== 'all' && 'decisions' in of && of.decisions.length === 0) return [];
  let query = tables(ctx)
    .selectFrom('delivery.plan_change')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
  if (of !== 'all')
    query =
      'plan' in of
        ? query.where('plan_id', '=', of.plan)
        : query.where(sql<boolean>`decision_id = any(${[...of.decisions]}::uuid[])`);
  const rows = await query.orderBy('made_at', 'desc').orderBy('id', 'desc').execute();
  return rows.map((row) => ({
    id: storedId(row.id),
    decisionId: storedId(row.decision_id),
    planId: row.plan_id === null ? undefined : storedId(row.plan_id),
    what: row.what,
    before: row.before,
    after: row.after,
    takenPart: row.taken_part,
    madeAt: row.made_at,
  }));
}

export async function addPlanChange(ctx: Ctx, change: PlanChange): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.plan_change')
    .values({
      id: change.id,
      partnership_id: ctx.partnershipId,
      decision_id: change.decisionId,
      plan_id: change.planId ?? null,
      what: change.what,
      before: change.before,
      after: change.after,
      taken_part: change.takenPart,
      made_at: change.madeAt,
      made_by_name: nameOfActor(ctx.actor),
    })
    .execute();
}
