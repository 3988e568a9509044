import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { compareDays } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Quorate } from '../../domain/decision.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { MinutesDocument } from '../../domain/minutes/minutes-document.ts';
import { keepBoards, takeMinutes } from '../../domain/permissions.ts';
import { quorumOf } from '../../queries/meetings/quorum-of.ts';
import { minutesOf, type Minutes } from '../../queries/minutes/minutes-of.ts';
import { decisionsOfMeeting, keepDecision } from '../../store/decisions.ts';
import { keepMeeting, lockMeeting, meetingByKey } from '../../store/meetings.ts';
import { keepMinutesAgreed, minutesAgreed } from '../../store/minutes/minutes-agreed.ts';

export type EndMeetingRefusal =
  | NotAllowed
  | { reason: 'meeting-missing' }
  | { reason: 'meeting-cancelled' }
  /** its day has not come */
  | { reason: 'not-yet-met'; meeting: Meeting };

/** Says that a meeting was held, and whether enough were there for what it decided, as far as is known who came. */
export async function endMeeting(ctx: Ctx, meetingKey: string): Promise<Outcome<Meeting, EndMeetingRefusal>> {
  if (!allowed(ctx.actor, takeMinutes)) return refuse({ reason: 'not-allowed' });
  const meeting = await lockMeeting(ctx, meetingKey);
  if (!meeting) return refuse({ reason: 'meeting-missing' });
  if (meeting.state === 'cancelled') return refuse({ reason: 'meeting-cancelled' });
  if (compareDays(ctx.today, meeting.on) < 0) return refuse({ reason: 'not-yet-met', meeting });
  if (await minutesAgreed(ctx, meeting.id)) return done(meeting);
  const wasHeld = meeting.state === 'held';
  const held: Meeting = { ...meeting, state: 'held', version: meeting.version + 1 };
  if (!wasHeld) await keepMeeting(ctx, held);
  const quorum = await settleQuorum(ctx, meeting);
  if (wasHeld) return done(meeting);
  await ctx.record({
    type: 'delivery.meeting-held',
    subject: { kind: 'meeting', id: meeting.id },
    details: { quorum },
  });
  return done(held);
}

/** Says of every decision of a meeting whether enough were there, as it is known now; what is agreed stands. */
export async function settleQuorum(ctx: Ctx, meeting: Pick<Meeting, 'id' | 'bodyId'>): Promise<Quorate> {
  const quorum = await quorumOf(ctx, meeting);
  if (await minutesAgreed(ctx, meeting.id)) return quorum;
  for (const decision of await decisionsOfMeeting(ctx, meeting.id))
    if (decision.quorum !== quorum)
      await keepDecision(ctx, { ...decision, quorum, version: decision.version + 1 });
  return quorum;
}

export type AgreeMinutesRefusal =
  | NotAllowed
  | { reason: 'meeting-missing' }
  | { reason: 'not-held' }
  /** the meeting that agreed them is not one of the same body that was held, or is being held, after it */
  | { reason: 'not-a-later-meeting' }
  | { reason: 'minutes-agreed' };

/** Freezes the minutes of a meeting as a later one agreed them: every note and decision as it then stood. */
export async function agreeMinutes(
  ctx: Ctx,
  given: { meetingKey: string; agreedIn: string },
): Promise<Outcome<Meeting, AgreeMinutesRefusal>> {
  if (!allowed(ctx.actor, keepBoards)) return refuse({ reason: 'not-allowed' });
  const meeting = await lockMeeting(ctx, given.meetingKey);
  const minutes = meeting && (await minutesOf(ctx, given.meetingKey));
  if (!meeting || !minutes) return refuse({ reason: 'meeting-missing' });
  if (meeting.state !== 'held') return refuse({ reason: 'not-held' });
  if (await minutesAgreed(ctx, meeting.id)) return refuse({ reason: 'minutes-agreed' });
  const later = await meetingByKey(ctx, given.agreedIn);
  const isLater =
    later?.bodyId === meeting.bodyId &&
    later.state !== 'cancelled' &&
    compareDays(later.on, meeting.on) > 0 &&
    compareDays(later.on, ctx.today) <= 0;
  if (!later || !isLater) return refuse({ reason: 'not-a-later-meeting' });
  await keepMinutesAgreed(ctx, {
    meetingId: meeting.id,
    document: documentOf(minutes),
    agreedIn: later.id,
  });
  await ctx.record({
    type: 'delivery.minutes-agreed',
    subject: { kind: 'meeting', id: meeting.id },
    details: { agreedIn: later.id },
  });
  return done(meeting);
}

function documentOf({ items }: Minutes): MinutesDocument {
  return {
    items: items.map(({ item, notes, decisions }) => ({
      title: item?.title ?? '',
      isExempt: item?.publishing.publish === 'exempt',
      ground: item?.publishing.ground ?? '',
      notes: notes.map(({ note }) => ({ words: note.words, author: note.author.name })),
      decisions: decisions.map(({ number }) => number),
    })),
  };
}
