import type { Ctx } from '#platform/db/database.ts';
import { addDays } from '#platform/kernel/day.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { meetingsBetween } from '../../store/meetings.ts';

/** The meetings of the same body after one, whose day has come: those that can agree its minutes. */
export async function laterMeetings(ctx: Ctx, meeting: Meeting): Promise<Meeting[]> {
  const asked = { bodyId: meeting.bodyId, from: addDays(meeting.on, 1), to: ctx.today };
  return (await meetingsBetween(ctx, asked)).filter(({ state }) => state !== 'cancelled');
}
