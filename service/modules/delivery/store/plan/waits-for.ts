import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import type { Wait } from '../../domain/plan/waits-for.ts';
import { tables } from '../delivery-tables.ts';

/** Every wait of the partnership: circles go through any action. */
export async function allWaits(ctx: Ctx): Promise<Wait[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.action_waits_for')
    .select(['action_id', 'waits_for'])
    .where('partnership_id', '=', ctx.partnershipId)
    .execute();
  return rows.map((row) => ({ actionId: row.action_id, waitsFor: row.waits_for }));
}

/** Holds the partnership's waits until the transaction ends, so that two people close no circle together. */
export async function lockWaits(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`delivery.action_waits_for ${ctx.partnershipId}`}, 0))`.execute(
    ctx.db,
  );
}

/** Keeps a wait; one that is kept already stays. */
export async function addWait(ctx: Ctx, { actionId, waitsFor }: Wait): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.action_waits_for')
    .values({ partnership_id: ctx.partnershipId, action_id: actionId, waits_for: waitsFor })
    .onConflict((conflict) => conflict.columns(['action_id', 'waits_for']).doNothing())
    .execute();
}

export async function removeWait(ctx: Ctx, { actionId, waitsFor }: Wait): Promise<void> {
  await tables(ctx)
    .deleteFrom('delivery.action_waits_for')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('action_id', '=', actionId)
    .where('waits_for', '=', waitsFor)
    .execute();
}
