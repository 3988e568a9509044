import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Body } from '../../domain/body.ts';
import type { Decision, Quorate } from '../../domain/decision.ts';
import type { AgendaItem, Meeting } from '../../domain/meeting.ts';
import type { MinuteNote } from '../../domain/minutes/minute-note.ts';
import type { MinutesSaid } from '../../domain/minutes/minutes-said.ts';
import { readBoards } from '../../domain/permissions.ts';
import { agendaOf } from '../../store/agenda-items.ts';
import { bodyById } from '../../store/bodies.ts';
import { decisionsOfMeeting } from '../../store/decisions.ts';
import { meetingByKey } from '../../store/meetings.ts';
import { minuteNotesOf, wordingsBefore, type Wording } from '../../store/minutes/minute-notes.ts';
import { minutesAgreed, type MinutesAgreed } from '../../store/minutes/minutes-agreed.ts';
import { saidOfMinutes } from '../../store/minutes/minutes-publishing.ts';
import { quorumOf } from '../meetings/quorum-of.ts';
import { whoCame, type SeatThen } from './who-came.ts';

/** What was noted and decided under one item, or under none. */
export type MinutesItem = {
  item: AgendaItem | undefined;
  notes: readonly NoteSeen[];
  decisions: readonly Decision[];
};

export type NoteSeen = { note: MinuteNote; before: readonly Wording[] };

/** The minutes of a meeting as they are being taken, or as they were agreed. */
export type Minutes = {
  meeting: Meeting;
  body: Body;
  quorum: Quorate;
  items: readonly MinutesItem[];
  agreed: MinutesAgreed | undefined;
  /** the last word on who reads them beside members */
  said: MinutesSaid | undefined;
  /** none before anybody wrote down who came */
  seats: readonly SeatThen[];
};

/** The minutes of a meeting, for those who read a board's papers; undefined for others and where there is no such meeting. */
export async function minutesOf(ctx: Ctx, meetingKey: string): Promise<Minutes | undefined> {
  if (!allowed(ctx.actor, readBoards)) return undefined;
  const meeting = await meetingByKey(ctx, meetingKey);
  const body = meeting && (await bodyById(ctx, meeting.bodyId));
  if (!meeting || !body) return undefined;
  const agenda = await agendaOf(ctx, meeting.id);
  const decisions = await decisionsOfMeeting(ctx, meeting.id);
  const before = Map.groupBy(await wordingsBefore(ctx, meeting.id), ({ noteId }) => noteId);
  const notes = (await minuteNotesOf(ctx, meeting.id)).map((note) => ({
    note,
    before: before.get(note.id) ?? [],
  }));
  const under = (item: AgendaItem | undefined): MinutesItem => ({
    item,
    notes: notes.filter(({ note }) => note.itemId === item?.id),
    decisions: decisions.filter(({ itemId }) => itemId === item?.id),
  });
  return {
    meeting,
    body,
    quorum: await quorumOf(ctx, meeting),
    items: [...agenda.map(under), under(undefined)],
    agreed: await minutesAgreed(ctx, meeting.id),
    said: (await saidOfMinutes(ctx, meeting.id))[0],
    seats: await whoCame(ctx, meeting),
  };
}
