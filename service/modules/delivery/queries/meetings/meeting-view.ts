import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { standsOn, type Body } from '../../domain/body.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { couldDecide, type Attendance } from '../../domain/meetings/attendance.ts';
import type { MinutesSaid } from '../../domain/minutes/minutes-said.ts';
import type { Paper } from '../../domain/meetings/paper.ts';
import { keepBoards, readBoards, takeMinutes } from '../../domain/permissions.ts';
import { bodyById } from '../../store/bodies.ts';
import { attendanceOf } from '../../store/meetings/attendances.ts';
import { movesOf, type Move } from '../../store/meetings/moves.ts';
import { contentOf, paperById, papersOf } from '../../store/meetings/papers.ts';
import { meetingByKey } from '../../store/meetings.ts';
import { minutesAgreed } from '../../store/minutes/minutes-agreed.ts';
import { saidOfMinutes } from '../../store/minutes/minutes-publishing.ts';
import { packsOf } from '../../store/packs/packs.ts';
import { membershipsOf } from '../../store/memberships.ts';
import { seatsSeen, type SeatSeen } from '../boards/seats-seen.ts';

/** A meeting, as one person sees it. */
export type MeetingView = {
  /** how to take part from afar only for those who read a board's papers */
  meeting: Meeting;
  body: Body;
  moves: readonly Move[];
  papers: readonly Paper[];
  /** the seats of its day */
  seats: readonly SeatSeen[];
  /** none before anybody wrote it down */
  attendance: readonly Attendance[];
  /** undefined before anybody wrote down who came */
  quorum: 'could-decide' | 'too-few' | undefined;
  /** the newest of those that this person may read */
  pack: { edition: number; meetsOn: Day } | undefined;
  /** the last word on who reads its agreed minutes; undefined before anybody said it */
  minutesSaid: MinutesSaid | undefined;
  mayRead: boolean;
  mayKeep: boolean;
  /** until it is cancelled or its minutes are agreed */
  mayChange: boolean;
  maySayWhoCame: boolean;
};

/** A meeting by its key; undefined where there is none. */
export async function meetingView(ctx: Ctx, key: string): Promise<MeetingView | undefined> {
  const meeting = await meetingByKey(ctx, key);
  const body = meeting && (await bodyById(ctx, meeting.bodyId));
  if (!meeting || !body) return undefined;
  const mayRead = allowed(ctx.actor, readBoards);
  const mayKeep = allowed(ctx.actor, keepBoards);
  const seats = (await membershipsOf(ctx, body.id)).filter((seat) => standsOn(seat, meeting.on));
  const attendance = (await attendanceOf(ctx, [meeting.id])).get(meeting.id) ?? [];
  return {
    meeting: mayRead ? meeting : { ...meeting, joining: '' },
    body,
    moves: await movesOf(ctx, meeting.id),
    papers: (await papersOf(ctx, meeting.id)).filter((paper) => maySee(ctx, paper)),
    seats: await seatsSeen(ctx, seats),
    attendance: mayRead ? attendance : attendance.map((one) => ({ ...one, contribution: '' })),
    quorum:
      attendance.length === 0
        ? undefined
        : couldDecide(body.quorum, seats, attendance)
          ? 'could-decide'
          : 'too-few',
    pack: (await packsOf(ctx, meeting.id)).find(({ isPublished }) => mayRead || isPublished),
    minutesSaid: (await saidOfMinutes(ctx, meeting.id))[0],
    mayRead,
    mayKeep,
    mayChange: mayKeep && meeting.state !== 'cancelled' && !(await minutesAgreed(ctx, meeting.id)),
    maySayWhoCame:
      allowed(ctx.actor, takeMinutes) &&
      meeting.state !== 'cancelled' &&
      compareDays(meeting.on, ctx.today) <= 0,
  };
}

/** A paper with its bytes; undefined where there is none, or none that this person may know of. */
export async function paperToRead(
  ctx: Ctx,
  asked: { meetingKey: string; id: Id<'paper'> },
): Promise<{ paper: Paper; content: Uint8Array } | undefined> {
  const meeting = await meetingByKey(ctx, asked.meetingKey);
  const paper = await paperById(ctx, asked.id);
  if (!meeting || !paper || paper.meetingId !== meeting.id || !maySee(ctx, paper)) return undefined;
  if (paper.withdrawn && !allowed(ctx.actor, keepBoards)) return undefined;
  const content = await contentOf(ctx, paper);
  return content && { paper, content };
}

/** What is exempt is only for those who read a board's papers: for everybody else it is not there. */
function maySee(ctx: Ctx, { publishing }: Paper): boolean {
  return publishing.publish === 'publish' || allowed(ctx.actor, readBoards);
}
