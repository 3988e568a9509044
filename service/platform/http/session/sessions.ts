import { createHash } from 'node:crypto';
import type { Ctx } from '../../db/database.ts';
import { storedId, type Id } from '../../kernel/id.ts';
import { idleMinutesFor, sessionLimits } from './session-limits.ts';
import type { HttpTables } from '../tables.generated.ts';

/** How a session came about. Whoever only chose who to be, in a demonstration, has proved nothing. */
export type WayIn = 'chosen' | 'single-sign-on' | 'passkey' | 'letter-and-code';

export type Session = {
  /** by which its person names it */
  handle: string;
  personId: Id<'person'>;
  way: WayIn;
  /** "Firefox on Windows" */
  browser: string;
  /** the roles that its secret opens: those held when it was given out */
  roles: readonly string[];
  startedAt: Date;
  seenAt: Date;
  provedAt: Date | undefined;
  carried: string | undefined;
  lastSeenIsStale: boolean;
};

export type SessionStart = Pick<Session, 'personId' | 'way' | 'browser' | 'roles'> & {
  /** goes into the cookie and nowhere else */
  secret: string;
  carried?: string | undefined;
};

/** Starts a session for a person. Only choosing who to be is no proof of it. */
export async function startSession(ctx: Ctx, start: SessionStart): Promise<void> {
  const row = {
    id: digest(start.secret),
    handle: ctx.newId<'session'>(),
    partnership_id: ctx.partnershipId,
    person_id: start.personId,
    way: start.way,
    browser: start.browser,
    roles: [...start.roles],
    started_at: ctx.now,
    seen_at: ctx.now,
    ends_at: new Date(ctx.now.getTime() + sessionLimits.wholeHours * 3_600_000),
    proved_at: start.way === 'chosen' ? null : ctx.now,
    carried: start.carried ?? null,
  };
  await sessions(ctx).deleteFrom('platform.session').where('ends_at', '<', ctx.now).execute();
  await sessions(ctx).insertInto('platform.session').values(row).execute();
}

/** The session of a cookie, where it is still open. */
export async function openSession(ctx: Ctx, secret: string): Promise<Session | undefined> {
  const row = await openRows(ctx).where('id', '=', digest(secret)).executeTakeFirst();
  return row && inTime(sessionOf(row, ctx.now), ctx.now);
}

/** Every open session of a person, the one seen last first. */
export async function sessionsOf(ctx: Ctx, personId: Id<'person'>): Promise<Session[]> {
  const rows = await openRows(ctx).where('person_id', '=', personId).orderBy('seen_at', 'desc').execute();
  return rows.flatMap((row) => inTime(sessionOf(row, ctx.now), ctx.now) ?? []);
}

/** Notes that the person is still here. */
export async function touchSession(ctx: Ctx, secret: string): Promise<void> {
  await sessions(ctx)
    .updateTable('platform.session')
    .set({ seen_at: ctx.now })
    .where('id', '=', digest(secret))
    .execute();
}

export type Renewal = { before: string; after: string; roles?: readonly string[]; proved?: true };

/** Gives a session a new secret, because it opens more than before or was proved anew; what was known before opens nothing. */
export async function renewSession(ctx: Ctx, { before, after, roles, proved }: Renewal): Promise<void> {
  await sessions(ctx)
    .updateTable('platform.session')
    .set({
      id: digest(after),
      seen_at: ctx.now,
      ...(roles ? { roles: [...roles] } : {}),
      ...(proved ? { proved_at: ctx.now } : {}),
    })
    .where('id', '=', digest(before))
    .execute();
}

/** Ends a session at once. */
export async function endSession(ctx: Ctx, secret: string): Promise<void> {
  await sessions(ctx).deleteFrom('platform.session').where('id', '=', digest(secret)).execute();
}

export type SessionsToEnd = {
  personId: Id<'person'>;
  /** this one alone */
  handle?: string;
  /** all but the one of this secret */
  but?: string;
};

/** Ends sessions of a person at once: all, one, or all but one. */
export async function endSessionsOf(ctx: Ctx, { personId, handle, but }: SessionsToEnd): Promise<void> {
  let query = sessions(ctx).deleteFrom('platform.session').where('person_id', '=', personId);
  if (handle !== undefined) query = query.where('handle', '=', handle);
  if (but !== undefined) query = query.where('id', '<>', digest(but));
  await query.execute();
}

/** Notes that a person signed in with the browser of a cookie; whether they had signed in before, but never with this one. */
export async function noteBrowser(
  ctx: Ctx,
  seen: { personId: Id<'person'>; known: string; browser: string },
): Promise<{ isNewHere: boolean }> {
  const forgotten = new Date(ctx.now.getTime() - sessionLimits.browserKnownDays * 86_400_000);
  const all = sessions(ctx);
  await all.deleteFrom('platform.browser_seen').where('seen_at', '<', forgotten).execute();
  const before = await all
    .selectFrom('platform.browser_seen')
    .select('digest')
    .where('person_id', '=', seen.personId)
    .execute();
  const own = digest(seen.known);
  await all
    .insertInto('platform.browser_seen')
    .values({
      partnership_id: ctx.partnershipId,
      person_id: seen.personId,
      digest: own,
      browser: seen.browser,
      seen_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'digest']).doUpdateSet({ seen_at: ctx.now }))
    .execute();
  return { isNewHere: before.length > 0 && before.every((one) => one.digest !== own) };
}

type Row = HttpTables['platform.session'];

function openRows(ctx: Ctx) {
  return sessions(ctx).selectFrom('platform.session').selectAll().where('ends_at', '>', ctx.now);
}

/** How far the clocks of two processes may be apart. */
const clockDoubtMs = 5 * 60_000;

function inTime(session: Session, now: Date): Session | undefined {
  const idle = now.getTime() - session.seenAt.getTime();
  // seen later than now: our clock is wrong, and by such a clock nothing would ever end
  if (idle < -clockDoubtMs) return undefined;
  return idle < idleMinutesFor(session.roles) * 60_000 ? session : undefined;
}

function sessionOf(row: Row, now: Date): Session {
  return {
    handle: row.handle,
    personId: storedId<'person'>(row.person_id),
    way: wayFrom(row.way),
    browser: row.browser,
    roles: row.roles.filter((role) => role !== null),
    startedAt: row.started_at,
    seenAt: row.seen_at,
    provedAt: row.proved_at ?? undefined,
    carried: row.carried ?? undefined,
    lastSeenIsStale: now.getTime() - row.seen_at.getTime() > sessionLimits.seenEverySeconds * 1000,
  };
}

const ways: readonly WayIn[] = ['single-sign-on', 'passkey', 'letter-and-code'];

function wayFrom(text: string): WayIn {
  return ways.find((way) => way === text) ?? 'chosen';
}

function sessions(ctx: Ctx) {
  return ctx.db.withTables<HttpTables>();
}

function digest(secret: string): string {
  return createHash('sha256').update(`session ${secret}`).digest('base64url');
}
