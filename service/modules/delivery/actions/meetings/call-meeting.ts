import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Meeting } from '../../domain/meeting.ts';
import {
  cancelMeeting as cancelled,
  checkMeeting,
  moveMeeting as moved,
  rewriteMeeting,
  type CancelRefusal,
  type MeetingRefusal,
  type MeetingWords,
  type MoveRefusal,
  type RewriteRefusal,
  type WordsBesideTheDay,
} from '../../domain/meetings/change-meeting.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { lockBody } from '../../store/bodies.ts';
import { keepMeeting, lockMeeting } from '../../store/meetings.ts';
import { addMove } from '../../store/meetings/moves.ts';
import { minutesAgreed } from '../../store/minutes/minutes-agreed.ts';
import { newMeeting } from './new-meeting.ts';

export type CallMeetingRefusal = NotAllowed | MeetingRefusal | { reason: 'body-missing' };

/** Calls one meeting beside those of the year. */
export async function callMeeting(
  ctx: Ctx,
  given: { key: string; words: MeetingWords },
): Promise<Outcome<Meeting, CallMeetingRefusal>> {
  if (!allowed(ctx.actor, keepBoards)) return refuse({ reason: 'not-allowed' });
  const body = await lockBody(ctx, given.key);
  if (!body) return refuse({ reason: 'body-missing' });
  const checked = checkMeeting(given.words);
  if (!checked.done) return checked;
  const meeting = await newMeeting(ctx, { body, cycleId: undefined, words: checked.value });
  await keepMeeting(ctx, meeting);
  await ctx.record({ type: 'delivery.meeting-called', ...about(meeting) });
  return done(meeting);
}

type Changing = NotAllowed | { reason: 'meeting-missing' } | { reason: 'changed-meanwhile'; theirs: Meeting };

export type ChangeMeetingRefusal = Changing | RewriteRefusal;

/** Changes what is written of a meeting: all but its day and hour, which are moved with a reason. */
export async function changeMeeting(
  ctx: Ctx,
  given: { key: string; seen: number; words: Partial<WordsBesideTheDay> },
): Promise<Outcome<Meeting, ChangeMeetingRefusal>> {
  const before = await toChange(ctx, given);
  if (!before.done) return before;
  const minutes = (await minutesAgreed(ctx, before.value.id)) ? 'agreed' : 'open';
  const meeting = rewriteMeeting(before.value, { ...before.value, ...given.words }, minutes);
  if (!meeting.done || meeting.value === before.value) return meeting;
  await keepMeeting(ctx, meeting.value);
  await ctx.record({ type: 'delivery.meeting-changed', ...about(meeting.value) });
  return meeting;
}

/** Moves a meeting to another day or hour, with a reason that stays. */
export async function moveMeeting(
  ctx: Ctx,
  given: { key: string; seen: number; on: Day; at: string; reason: string },
): Promise<Outcome<Meeting, Changing | MoveRefusal>> {
  const before = await toChange(ctx, given);
  if (!before.done) return before;
  const meeting = moved(before.value, given, ctx.today);
  if (!meeting.done) return meeting;
  await keepMeeting(ctx, meeting.value);
  await addMove(ctx, before.value.id, {
    from: before.value.on,
    fromAt: before.value.at,
    to: given.on,
    toAt: given.at,
    reason: given.reason.trim(),
  });
  await ctx.record({ type: 'delivery.meeting-moved', ...about(meeting.value) });
  return meeting;
}

/** Cancels a meeting, with a reason that everybody reads. */
export async function cancelMeeting(
  ctx: Ctx,
  given: { key: string; seen: number; because: string },
): Promise<Outcome<Meeting, Changing | CancelRefusal>> {
  const before = await toChange(ctx, given);
  if (!before.done) return before;
  const meeting = cancelled(before.value, given.because);
  if (!meeting.done) return meeting;
  await keepMeeting(ctx, meeting.value);
  await ctx.record({ type: 'delivery.meeting-cancelled', ...about(meeting.value) });
  return meeting;
}

async function toChange(
  ctx: Ctx,
  { key, seen }: { key: string; seen: number },
): Promise<Outcome<Meeting, Changing>> {
  if (!allowed(ctx.actor, keepBoards)) return refuse({ reason: 'not-allowed' });
  const before = await lockMeeting(ctx, key);
  if (!before) return refuse({ reason: 'meeting-missing' });
  return before.version === seen ? done(before) : refuse({ reason: 'changed-meanwhile', theirs: before });
}

function about({ id, key, sequence }: Meeting) {
  return { subject: { kind: 'meeting', id }, details: { key, sequence } };
}
