import { hasLeft } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays } from '#platform/kernel/day.ts';
import type { Body } from '../../domain/body.ts';
import { allBodies, bodyByKey } from '../../store/bodies.ts';
import { feedByHash, feedsOfPerson, type CalendarFeed } from '../../store/meetings/calendar-feeds.ts';
import { changedAt } from '../../store/meetings/moves.ts';
import { meetingsBetween } from '../../store/meetings.ts';
import type { MeetingOf } from './meetings-of.ts';

export type { CalendarFeed } from '../../store/meetings/calendar-feeds.ts';

/** What a calendar reads: meetings with the instant at which each was last changed. */
export type CalendarMeetings = {
  /** undefined where the feed is of all bodies */
  body: Body | undefined;
  meetings: readonly (MeetingOf & { changedAt: Date })[];
};

const daysBack = 365;

/** The meetings of the last twelve months and all that come, cancelled ones too; undefined where the feed does not open. */
export async function calendarMeetings(ctx: Ctx, tokenHash: string): Promise<CalendarMeetings | undefined> {
  const feed = await feedByHash(ctx, tokenHash);
  // a calendar opens no longer than whoever made it has a way in
  if (!feed || (feed.madeFor && (await hasLeft(ctx, feed.madeFor)))) return undefined;
  const body = feed.bodyKey === '' ? undefined : await bodyByKey(ctx, feed.bodyKey);
  const bodies = new Map((await allBodies(ctx)).map((one) => [one.id, one]));
  const found = await meetingsBetween(ctx, { bodyId: body?.id, from: addDays(ctx.today, -daysBack) });
  const changed = await changedAt(
    ctx,
    found.map(({ id }) => id),
  );
  return {
    body,
    meetings: found.flatMap((meeting) => {
      const of = bodies.get(meeting.bodyId);
      return of ? [{ meeting, body: of, changedAt: changed.get(meeting.id) ?? ctx.now }] : [];
    }),
  };
}

/** The feeds that somebody made and that still open, and the bodies that one can be made of. */
export async function ownCalendars(
  ctx: Ctx,
): Promise<{ feeds: readonly CalendarFeed[]; bodies: readonly Body[] }> {
  const bodies = (await allBodies(ctx)).filter(({ until }) => until === undefined);
  if (ctx.actor.kind !== 'person') return { feeds: [], bodies };
  return { feeds: await feedsOfPerson(ctx, ctx.actor.personId), bodies };
}
