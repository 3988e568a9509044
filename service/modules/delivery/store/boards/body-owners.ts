import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { tables } from '../delivery-tables.ts';

/** An owner that a strategy names, by its framework and its key there. */
export type OwnerName = { frameworkSlug: string; ownerKey: string };

/** For which owner a body stands, from when until when. */
export type BodyOwns = OwnerName & { bodyId: string; from: Day; until: Day | undefined };

/** For which owners bodies stand and stood, of all bodies or of one. */
export async function ownersOf(ctx: Ctx, bodyId?: Id<'body'>): Promise<BodyOwns[]> {
  let query = tables(ctx)
    .selectFrom('delivery.body_ownership')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
  if (bodyId !== undefined) query = query.where('body_id', '=', bodyId);
  const rows = await query.orderBy('framework_slug').orderBy('owner_key').orderBy('from_on').execute();
  return rows.map((row) => ({
    bodyId: row.body_id,
    frameworkSlug: row.framework_slug,
    ownerKey: row.owner_key,
    from: row.from_on,
    until: row.until_on ?? undefined,
  }));
}

/** From a day on a body stands for an owner. */
export async function beginOwning(ctx: Ctx, bodyId: Id<'body'>, owner: OwnerName & { from: Day }) {
  await tables(ctx)
    .insertInto('delivery.body_ownership')
    .values({
      partnership_id: ctx.partnershipId,
      body_id: bodyId,
      framework_slug: owner.frameworkSlug,
      owner_key: owner.ownerKey,
      from_on: owner.from,
      until_on: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['body_id', 'framework_slug', 'owner_key', 'from_on']).doUpdateSet({ until_on: null }),
    )
    .execute();
}

/** From a day on a body no longer stands for an owner; that it did stays. */
export async function endOwning(ctx: Ctx, bodyId: Id<'body'>, owner: OwnerName & { until: Day }) {
  await tables(ctx)
    .updateTable('delivery.body_ownership')
    .set({ until_on: owner.until })
    .where('partnership_id', '=', ctx.partnershipId)
    .where('body_id', '=', bodyId)
    .where('framework_slug', '=', owner.frameworkSlug)
    .where('owner_key', '=', owner.ownerKey)
    .where('until_on', 'is', null)
    .execute();
}
