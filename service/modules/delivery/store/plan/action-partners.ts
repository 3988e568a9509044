import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { tables } from '../delivery-tables.ts';

/** An organisation that helps with an action, and its part in it. */
export type ActionPartner = { organisationKey: string; part: string };

/** Who helps with an action, by key. */
export async function partnersOf(ctx: Ctx, actionId: Id<'action'>): Promise<ActionPartner[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.action_partner')
    .select(['organisation_key', 'part'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where('action_id', '=', actionId)
    .orderBy('organisation_key')
    .execute();
  return rows.map((row) => ({ organisationKey: row.organisation_key, part: row.part }));
}

/** Keeps a partner's part in place of what was said of it before. */
export async function keepPartner(
  ctx: Ctx,
  actionId: Id<'action'>,
  { organisationKey, part }: ActionPartner,
): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.action_partner')
    .values({
      partnership_id: ctx.partnershipId,
      action_id: actionId,
      organisation_key: organisationKey,
      part,
    })
    .onConflict((conflict) => conflict.columns(['action_id', 'organisation_key']).doUpdateSet({ part }))
    .execute();
}

export async function removePartner(
  ctx: Ctx,
  actionId: Id<'action'>,
  organisationKey: string,
): Promise<void> {
  await tables(ctx)
    .deleteFrom('delivery.action_partner')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('action_id', '=', actionId)
    .where('organisation_key', '=', organisationKey)
    .execute();
}
