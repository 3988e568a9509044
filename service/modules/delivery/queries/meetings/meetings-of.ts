import type { Ctx } from '#platform/db/database.ts';
import { compareDays } from '#platform/kernel/day.ts';
import type { Body } from '../../domain/body.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { allBodies, bodyByKey } from '../../store/bodies.ts';
import { meetingsBetween } from '../../store/meetings.ts';

/** The meetings of bodies, those that come first by their day and those that were with the newest first. */
export type MeetingsOf = { coming: readonly MeetingOf[]; past: readonly MeetingOf[] };

/** A meeting, and the body that meets. */
export type MeetingOf = { meeting: Meeting; body: Body };

/** Every meeting of one body, or of all of them; undefined where there is no such body. */
export async function meetingsOf(ctx: Ctx, bodyKey?: string): Promise<MeetingsOf | undefined> {
  const body = bodyKey === undefined ? undefined : await bodyByKey(ctx, bodyKey);
  if (bodyKey !== undefined && !body) return undefined;
  const bodies = new Map((await allBodies(ctx)).map((one) => [one.id, one]));
  const found = (await meetingsBetween(ctx, { bodyId: body?.id })).flatMap((meeting) => {
    const of = bodies.get(meeting.bodyId);
    return of ? [{ meeting, body: of }] : [];
  });
  const isPast = ({ meeting }: MeetingOf) =>
    meeting.state === 'held' || compareDays(meeting.on, ctx.today) < 0;
  return {
    coming: found.filter((one) => !isPast(one)),
    past: found.filter((one) => isPast(one)).toReversed(),
  };
}
