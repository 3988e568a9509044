import { sql } from 'kysely';
import type { Ctx } from '../db/database.ts';
import type { Day } from '../kernel/day.ts';
import type { LinksTables } from './tables.generated.ts';

/** A link as it stands in the tables, for whoever asks what is held, or deletes what is over. */
export type KeptLink = { id: string; purpose: string; title: string; to: string; madeAt: Date; overOn: Day };

/** Every link that went to an address. */
export function linksTo(ctx: Ctx, address: string): Promise<KeptLink[]> {
  return kept(ctx)
    .where(sql`lower(to_address)`, '=', address)
    .orderBy('made_at')
    .execute();
}

/** Links that were over on a day or before: used, taken back or out of time. */
export function linksOver(ctx: Ctx, onOrBefore: Day): Promise<KeptLink[]> {
  return kept(ctx)
    .where(sql<boolean>`${overOn} <= ${onOrBefore}::date`)
    .orderBy('made_at')
    .execute();
}

/** Deletes links with their tokens, codes and passes; answers with how many rows went. */
export async function deleteLinks(ctx: Ctx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  let rows = 0;
  for (const table of ['platform.link_token', 'platform.link_code', 'platform.link_pass'] as const) {
    const gone = await tables(ctx)
      .deleteFrom(table)
      .where('link_id', 'in', [...ids])
      .executeTakeFirst();
    rows += Number(gone.numDeletedRows);
  }
  const gone = await tables(ctx)
    .deleteFrom('platform.link')
    .where('id', 'in', [...ids])
    .executeTakeFirst();
  return rows + Number(gone.numDeletedRows);
}

const overOn = sql<Day>`(least(coalesce(ended_at, expires_at), expires_at) at time zone 'Europe/London')::date`;

function kept(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('platform.link')
    .select(['id', 'purpose', 'title', 'to_address as to', 'made_at as madeAt', overOn.as('overOn')])
    .where('partnership_id', '=', ctx.partnershipId);
}

function tables(ctx: Ctx) {
  return ctx.db.withTables<LinksTables>();
}
