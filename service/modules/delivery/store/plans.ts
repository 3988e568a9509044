import { z } from 'zod';
import { sql, type Selectable } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { planStates, type Plan, type Priority } from '../domain/plan.ts';
import { changedNow, tables } from './delivery-tables.ts';
import type { DeliveryTables } from './tables.generated.ts';

const stateOf = z.enum(planStates);

/** Every plan of a year, the newest first. */
export async function allPlans(ctx: Ctx): Promise<Plan[]> {
  const rows = await ours(ctx).orderBy('from_on', 'desc').execute();
  return rows.map(planOf);
}

export async function planByKey(ctx: Ctx, key: string): Promise<Plan | undefined> {
  const row = await ours(ctx).where('key', '=', key).executeTakeFirst();
  return row && planOf(row);
}

export async function planById(ctx: Ctx, id: Id<'plan'>): Promise<Plan | undefined> {
  const row = await ours(ctx).where('id', '=', id).executeTakeFirst();
  return row && planOf(row);
}

/** One, held against every other writer until the transaction ends. */
export async function lockPlan(ctx: Ctx, key: string): Promise<Plan | undefined> {
  const row = await ours(ctx).where('key', '=', key).forUpdate().executeTakeFirst();
  return row && planOf(row);
}

/** Keeps a plan in place of the one of its id. */
export async function keepPlanOfYear(ctx: Ctx, plan: Plan): Promise<void> {
  const row = {
    key: plan.key,
    title: plan.title,
    framework_slug: plan.frameworkSlug,
    from_on: plan.from,
    until_on: plan.until,
    state: plan.state,
    follows: plan.follows ?? null,
    agreed_on: plan.agreedOn ?? null,
    agreed_by: plan.agreedBy ?? null,
    version: plan.version,
    ...changedNow(ctx),
  };
  await tables(ctx)
    .insertInto('delivery.plan')
    .values({ id: plan.id, partnership_id: ctx.partnershipId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** The priorities of a plan, in their order. */
export async function prioritiesOf(ctx: Ctx, planId: Id<'plan'>): Promise<Priority[]> {
  return prioritiesOfPlans(ctx, [planId]);
}

/** The priorities of several plans at once, each plan's in their order. */
export async function prioritiesOfPlans(ctx: Ctx, planIds: readonly Id<'plan'>[]): Promise<Priority[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.priority')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where(sql<boolean>`plan_id = any(${[...planIds]}::uuid[])`)
    .orderBy('place')
    .execute();
  return rows.map(priorityOf);
}

/** Keeps a priority in place of the one of its id. */
export async function keepPriority(ctx: Ctx, priority: Priority): Promise<void> {
  const row = {
    plan_id: priority.planId,
    element_key: priority.elementKey,
    title: priority.title,
    why: priority.why,
    place: priority.place,
    carried_from: priority.carriedFrom ?? null,
    version: priority.version,
    ...changedNow(ctx),
  };
  await tables(ctx)
    .insertInto('delivery.priority')
    .values({ id: priority.id, partnership_id: ctx.partnershipId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** Takes a priority out; actions that stood under it stand by themselves, and whoever has one open is told. */
export async function removePriority(ctx: Ctx, id: Id<'priority'>): Promise<void> {
  await tables(ctx)
    .updateTable('delivery.action')
    .set(({ eb }) => ({ priority_id: null, version: eb('version', '+', 1), ...changedNow(ctx) }))
    .where('partnership_id', '=', ctx.partnershipId)
    .where('priority_id', '=', id)
    .execute();
  await tables(ctx)
    .deleteFrom('delivery.priority')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('id', '=', id)
    .execute();
}

function ours(ctx: Ctx) {
  return tables(ctx).selectFrom('delivery.plan').selectAll().where('partnership_id', '=', ctx.partnershipId);
}

function planOf(row: Selectable<DeliveryTables['delivery.plan']>): Plan {
  return {
    id: storedId(row.id),
    key: row.key,
    title: row.title,
    frameworkSlug: row.framework_slug,
    from: row.from_on,
    until: row.until_on,
    state: stateOf.parse(row.state),
    follows: row.follows === null ? undefined : storedId(row.follows),
    agreedOn: row.agreed_on ?? undefined,
    agreedBy: row.agreed_by === null ? undefined : storedId(row.agreed_by),
    version: row.version,
  };
}

function priorityOf(row: Selectable<DeliveryTables['delivery.priority']>): Priority {
  return {
    id: storedId(row.id),
    planId: storedId(row.plan_id),
    elementKey: row.element_key,
    title: row.title,
    why: row.why,
    place: row.place,
    carriedFrom: row.carried_from === null ? undefined : storedId(row.carried_from),
    version: row.version,
  };
}
