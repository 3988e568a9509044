import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { compareDays } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { standsOn } from '../../domain/body.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Attendance } from '../../domain/meetings/attendance.ts';
import { takeMinutes } from '../../domain/permissions.ts';
import { settleQuorum } from '../minutes/close-meeting.ts';
import { keepMeeting, lockMeeting } from '../../store/meetings.ts';
import { keepAttendance } from '../../store/meetings/attendances.ts';
import { membershipsOf } from '../../store/memberships.ts';

export type WhoCameRefusal =
  | NotAllowed
  | { reason: 'meeting-missing' }
  | { reason: 'meeting-cancelled' }
  | { reason: 'meeting-not-yet'; on: Meeting['on'] };

/** Writes down who came and what they brought. Once anybody came, the meeting was held. */
export async function sayWhoCame(
  ctx: Ctx,
  given: { key: string; attendance: readonly Attendance[] },
): Promise<Outcome<Meeting, WhoCameRefusal>> {
  if (!allowed(ctx.actor, takeMinutes)) return refuse({ reason: 'not-allowed' });
  const before = await lockMeeting(ctx, given.key);
  if (!before) return refuse({ reason: 'meeting-missing' });
  if (before.state === 'cancelled') return refuse({ reason: 'meeting-cancelled' });
  if (compareDays(ctx.today, before.on) < 0) return refuse({ reason: 'meeting-not-yet', on: before.on });
  const seats = (await membershipsOf(ctx, before.bodyId)).filter((seat) => standsOn(seat, before.on));
  const known = new Set<string>(seats.map(({ id }) => id));
  const said = given.attendance
    .filter(({ membershipId }) => known.has(membershipId))
    .map((one) => ({ ...one, contribution: one.contribution.trim() }));
  await keepAttendance(ctx, before.id, said);
  const cameAny = said.some(({ came }) => came === 'there' || came === 'sent-somebody');
  const meeting: Meeting =
    before.state === 'planned' && cameAny
      ? { ...before, state: 'held', version: before.version + 1 }
      : before;
  if (meeting !== before) await keepMeeting(ctx, meeting);
  await settleQuorum(ctx, meeting);
  await ctx.record({
    type: 'delivery.attendance-kept',
    subject: { kind: 'meeting', id: meeting.id },
    details: { key: meeting.key, seats: said.length },
  });
  return done(meeting);
}
