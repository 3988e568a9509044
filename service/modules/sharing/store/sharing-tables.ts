import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import type { SharingTables } from './tables.generated.ts';

/** The room's tables, typed. */
export function tables(ctx: Ctx) {
  return ctx.db.withTables<SharingTables>();
}

/** When and by whom a row was written down. */
export function writtenNow(ctx: Ctx): { written_at: Date; written_by_name: string } {
  return { written_at: ctx.now, written_by_name: nameOfActor(ctx.actor) };
}

type Numbered = 'sharing.agreement' | 'sharing.disclosure';

/**
 * The next short number of a partnership's agreements or disclosures. Whoever asks holds the numbers until the
 * transaction ends, so that no two things get one number.
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
