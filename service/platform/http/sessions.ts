import { createHash } from 'node:crypto';
import type { Ctx } from '../db/database.ts';
import { storedId, type Id } from '../kernel/id.ts';
import type { HttpTables } from './tables.generated.ts';

/** An hour without a page ends a session; so do twelve hours, whatever happens. */
const idleMs = 60 * 60 * 1000;
const wholeMs = 12 * 60 * 60 * 1000;
/** How stale "last seen" may be: one write a minute, not one a page. */
const seenEveryMs = 60 * 1000;

export type Session = { personId: Id<'person'>; lastSeenIsStale: boolean };

/** Starts a session for a person; `secret` goes into the cookie and nowhere else. */
export async function startSession(ctx: Ctx, personId: Id<'person'>, secret: string): Promise<void> {
  const row = {
    id: digest(secret),
    partnership_id: ctx.partnershipId,
    person_id: personId,
    started_at: ctx.now,
    seen_at: ctx.now,
    ends_at: new Date(ctx.now.getTime() + wholeMs),
  };
  await sessions(ctx).deleteFrom('platform.session').where('ends_at', '<', ctx.now).execute();
  await sessions(ctx).insertInto('platform.session').values(row).execute();
}

/** The session of a cookie, where it is still open. */
export async function openSession(ctx: Ctx, secret: string): Promise<Session | undefined> {
  const row = await sessions(ctx)
    .selectFrom('platform.session')
    .select(['person_id', 'seen_at'])
    .where('id', '=', digest(secret))
    .where('ends_at', '>', ctx.now)
    .where('seen_at', '>', new Date(ctx.now.getTime() - idleMs))
    .executeTakeFirst();
  if (!row) return undefined;
  const stale = ctx.now.getTime() - row.seen_at.getTime() > seenEveryMs;
  return { personId: storedId<'person'>(row.person_id), lastSeenIsStale: stale };
}

/** Notes that the person is still here. */
export async function touchSession(ctx: Ctx, secret: string): Promise<void> {
  await sessions(ctx)
    .updateTable('platform.session')
    .set({ seen_at: ctx.now })
    .where('id', '=', digest(secret))
    .execute();
}

/** Ends a session at once. */
export async function endSession(ctx: Ctx, secret: string): Promise<void> {
  await sessions(ctx).deleteFrom('platform.session').where('id', '=', digest(secret)).execute();
}

function sessions(ctx: Ctx) {
  return ctx.db.withTables<HttpTables>();
}

function digest(secret: string): string {
  return createHash('sha256').update(`session ${secret}`).digest('base64url');
}
