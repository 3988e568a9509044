import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { cameFor, type MinuteNote } from '../../domain/minutes/minute-note.ts';
import { takeMinutes } from '../../domain/permissions.ts';
import { agendaOf } from '../../store/agenda-items.ts';
import { meetingByKey } from '../../store/meetings.ts';
import { addWordingBefore, keepMinuteNote, lockMinuteNote } from '../../store/minutes/minute-notes.ts';
import { minutesAgreed } from '../../store/minutes/minutes-agreed.ts';

export type ToNote = {
  meetingKey: string;
  itemId: Id<'agenda-item'> | undefined;
  clientKey: string;
  words: string;
  /** the version that stood on the page; 0 where none did */
  seen: number;
};

export type WriteNoteRefusal =
  | NotAllowed
  | { reason: 'meeting-missing' }
  | { reason: 'item-missing' }
  | { reason: 'minutes-agreed' }
  | { reason: 'note-empty' }
  /** it belongs to somebody else, whose words nobody changes */
  | { reason: 'note-of-another'; authorName: string };

export type Noted = {
  note: MinuteNote;
  /** what stood there before and is kept beside it, where the writer had not seen it */
  besides: string | undefined;
};

/**
 * Keeps what somebody took down. What comes twice is kept once; nobody's words take the place of another's; and words
 * that the new ones no longer hold are kept beside them.
 */
export async function writeNote(ctx: Ctx, given: ToNote): Promise<Outcome<Noted, WriteNoteRefusal>> {
  if (!allowed(ctx.actor, takeMinutes)) return refuse({ reason: 'not-allowed' });
  const meeting = await meetingByKey(ctx, given.meetingKey);
  if (!meeting) return refuse({ reason: 'meeting-missing' });
  const words = given.words.trim();
  const before = await lockMinuteNote(ctx, { meetingId: meeting.id, clientKey: given.clientKey });
  if (before && before.author.id !== authorOf(ctx).id)
    return refuse({ reason: 'note-of-another', authorName: before.author.name });
  if (before && cameFor(before, words, given.seen).kind === 'nothing-new')
    return done({ note: before, besides: undefined });
  if (await minutesAgreed(ctx, meeting.id)) return refuse({ reason: 'minutes-agreed' });
  if (before) return changeNote(ctx, before, { words, seen: given.seen });
  if (words === '') return refuse({ reason: 'note-empty' });
  const { itemId } = given;
  if (itemId !== undefined && !(await agendaOf(ctx, meeting.id)).some(({ id }) => id === itemId))
    return refuse({ reason: 'item-missing' });
  const note = newNote(ctx, { ...given, words }, meeting.id);
  await keepMinuteNote(ctx, note);
  await ctx.record({
    type: 'delivery.note-taken',
    subject: { kind: 'meeting', id: meeting.id },
    details: { note: note.id },
  });
  return done({ note, besides: undefined });
}

function newNote(ctx: Ctx, given: ToNote, meetingId: Id<'meeting'>): MinuteNote {
  return {
    id: ctx.newId(),
    meetingId,
    itemId: given.itemId,
    clientKey: given.clientKey,
    words: given.words,
    author: authorOf(ctx),
    writtenAt: ctx.now,
    changedAt: ctx.now,
    version: 1,
  };
}

async function changeNote(ctx: Ctx, before: MinuteNote, given: { words: string; seen: number }) {
  const came = cameFor(before, given.words, given.seen);
  if (came.kind !== 'goes-on') await addWordingBefore(ctx, before);
  const note = { ...before, words: given.words, changedAt: ctx.now, version: before.version + 1 };
  await keepMinuteNote(ctx, note);
  return done({ note, besides: came.kind === 'written-in-two-places' ? before.words : undefined });
}

function authorOf({ actor }: Ctx): MinuteNote['author'] {
  return { id: actor.kind === 'person' ? actor.personId : undefined, name: nameOfActor(actor) };
}
