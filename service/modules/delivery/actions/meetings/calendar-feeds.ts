import { createHash, randomBytes } from 'node:crypto';
import type { NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { bodyByKey } from '../../store/bodies.ts';
import { addFeed, feedsOfPerson, revokeFeed } from '../../store/meetings/calendar-feeds.ts';

export type MakeFeedRefusal = NotAllowed | { reason: 'body-missing' } | { reason: 'too-many-feeds' };

/** One person needs a few, and somebody who makes hundreds is no person. */
const mostFeeds = 20;

/**
 * Makes an address that a person's calendar reads, of one body or (with '') of all. `token` is 32 random bytes as words
 * of an address; only its hash is kept, so it is seen once.
 */
export async function makeCalendarFeed(
  ctx: Ctx,
  given: { bodyKey: string; token: string },
): Promise<Outcome<'made', MakeFeedRefusal>> {
  if (ctx.actor.kind !== 'person') return refuse({ reason: 'not-allowed' });
  if (given.bodyKey !== '' && !(await bodyByKey(ctx, given.bodyKey)))
    return refuse({ reason: 'body-missing' });
  const { personId } = ctx.actor;
  if ((await feedsOfPerson(ctx, personId)).length >= mostFeeds) return refuse({ reason: 'too-many-feeds' });
  const id = ctx.newId<'calendar-feed'>();
  await addFeed(ctx, { id, bodyKey: given.bodyKey, tokenHash: hashOfToken(given.token), madeFor: personId });
  await ctx.record({ type: 'delivery.calendar-made', subject: { kind: 'calendar-feed', id } });
  return done('made');
}

/** Closes one's own feed: whoever has its address gets nothing more. */
export async function revokeCalendarFeed(
  ctx: Ctx,
  id: Id<'calendar-feed'>,
): Promise<Outcome<'revoked', NotAllowed | { reason: 'feed-missing' }>> {
  if (ctx.actor.kind !== 'person') return refuse({ reason: 'not-allowed' });
  const became = await revokeFeed(ctx, { id, personId: ctx.actor.personId });
  if (became === 'missing') return refuse({ reason: 'feed-missing' });
  await ctx.record({ type: 'delivery.calendar-revoked', subject: { kind: 'calendar-feed', id } });
  return done('revoked');
}

/** What is kept of the end of a feed's address. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(`calendar ${token}`).digest('hex');
}

/** The end of an address that nobody can guess: 32 random bytes as words of an address. */
export function freshToken(): string {
  return randomBytes(32).toString('base64url');
}

/** By what a reader knows that a feed is the one it has (an ETag). */
export function tagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}
