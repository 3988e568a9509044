import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { tables } from '../delivery-tables.ts';

/** An address that a calendar reads. What it ends in is not kept, only its hash. */
export type CalendarFeed = {
  id: Id<'calendar-feed'>;
  bodyKey: string;
  madeFor: Id<'person'> | undefined;
  madeAt: Date;
};

/** A person's feeds that still open, the newest first. */
export async function feedsOfPerson(ctx: Ctx, personId: Id<'person'>): Promise<CalendarFeed[]> {
  const rows = await open(ctx).where('made_for', '=', personId).orderBy('made_at', 'desc').execute();
  return rows.map(feedOf);
}

/** The feed whose address ends in what has this hash; undefined where there is none, or it was revoked. */
export async function feedByHash(ctx: Ctx, tokenHash: string): Promise<CalendarFeed | undefined> {
  const row = await open(ctx).where('token_hash', '=', tokenHash).executeTakeFirst();
  return row && feedOf(row);
}

export async function addFeed(
  ctx: Ctx,
  feed: Omit<CalendarFeed, 'madeAt'> & { tokenHash: string; madeFor: Id<'person'> },
): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.calendar_feed')
    .values({
      id: feed.id,
      partnership_id: ctx.partnershipId,
      body_key: feed.bodyKey,
      token_hash: feed.tokenHash,
      made_for: feed.madeFor,
      made_at: ctx.now,
      revoked_at: null,
    })
    .execute();
}

/** Closes a feed of a person; whether there was one to close. */
export async function revokeFeed(
  ctx: Ctx,
  { id, personId }: { id: Id<'calendar-feed'>; personId: Id<'person'> },
): Promise<'revoked' | 'missing'> {
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('delivery.calendar_feed')
    .set({ revoked_at: ctx.now })
    .where('partnership_id', '=', ctx.partnershipId)
    .where('id', '=', id)
    .where('made_for', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n ? 'revoked' : 'missing';
}

function open(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('delivery.calendar_feed')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('revoked_at', 'is', null);
}

function feedOf(row: { id: string; body_key: string; made_for: string | null; made_at: Date }): CalendarFeed {
  return {
    id: storedId(row.id),
    bodyKey: row.body_key,
    madeFor: row.made_for === null ? undefined : storedId(row.made_for),
    madeAt: row.made_at,
  };
}
