import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import type { DeliveryTables } from './tables.generated.ts';

/** The room's tables, typed. */
export function tables(ctx: Ctx) {
  return ctx.db.withTables<DeliveryTables>();
}

/** When and by whom a row was changed: the columns that every changeable table of the room has. */
export function changedNow(ctx: Ctx): { changed_at: Date; changed_by_name: string } {
  return { changed_at: ctx.now, changed_by_name: nameOfActor(ctx.actor) };
}

type Numbered = 'delivery.action' | 'delivery.decision' | 'delivery.finding';

/**
 * The next short number of a partnership's actions, decisions or findings. Whoever asks holds the partnership's numbers
 * until the transaction ends, so that no two things get one number.
 */
export async function nextNumber(ctx: Ctx, table: Numbered): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${table} ${ctx.partnershipId}`}, 0))`.execute(
    ctx.db,
  );
  const row = await tables(ctx)
    .selectFrom(table)
    .select(({ fn }) => fn.max('number').as('highest'))
    .where('partnership_id', '=', ctx.partnershipId)
    .executeTakeFirst();
  return (row?.highest ?? 0) + 1;
}
