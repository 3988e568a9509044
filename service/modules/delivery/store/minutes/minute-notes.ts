import { sql, type Selectable } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { MinuteNote } from '../../domain/minutes/minute-note.ts';
import { tables } from '../delivery-tables.ts';
import type { DeliveryTables } from '../tables.generated.ts';

/** Everything noted in a meeting, in the order in which it was begun. */
export async function minuteNotesOf(ctx: Ctx, meetingId: Id<'meeting'>): Promise<MinuteNote[]> {
  const rows = await ours(ctx)
    .where('meeting_id', '=', meetingId)
    .orderBy('written_at')
    .orderBy('id')
    .execute();
  return rows.map(noteOf);
}

/** One by the key that its page made, held against every other writer until the transaction ends. */
export async function lockMinuteNote(
  ctx: Ctx,
  { meetingId, clientKey }: { meetingId: Id<'meeting'>; clientKey: string },
): Promise<MinuteNote | undefined> {
  // what comes for the first time twice at once has no row to hold yet
  await sql`select pg_advisory_xact_lock(hashtextextended(${`note ${meetingId} ${clientKey}`}, 0))`.execute(
    ctx.db,
  );
  const row = await ours(ctx)
    .where('meeting_id', '=', meetingId)
    .where('client_key', '=', clientKey)
    .forUpdate()
    .executeTakeFirst();
  return row && noteOf(row);
}

/** Keeps a note in place of the one of its id. */
export async function keepMinuteNote(ctx: Ctx, note: MinuteNote): Promise<void> {
  const changing = { words: note.words, changed_at: note.changedAt, version: note.version };
  await tables(ctx)
    .insertInto('delivery.minute_note')
    .values({
      id: note.id,
      partnership_id: ctx.partnershipId,
      meeting_id: note.meetingId,
      item_id: note.itemId ?? null,
      client_key: note.clientKey,
      author_id: note.author.id ?? null,
      author_name: note.author.name,
      written_at: note.writtenAt,
      ...changing,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute();
}

/** A wording that a note had before, and until when. */
export type Wording = { noteId: Id<'minute-note'>; words: string; untilAt: Date };

export async function addWordingBefore(ctx: Ctx, note: MinuteNote): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.minute_note_before')
    .values({
      id: ctx.newId<'wording'>(),
      partnership_id: ctx.partnershipId,
      note_id: note.id,
      words: note.words,
      author_name: note.author.name,
      until_at: ctx.now,
    })
    .execute();
}

/** The wordings that the notes of a meeting had before, the newest first. */
export async function wordingsBefore(ctx: Ctx, meetingId: Id<'meeting'>): Promise<Wording[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.minute_note_before')
    .innerJoin('delivery.minute_note', 'delivery.minute_note.id', 'note_id')
    .select(['note_id', 'delivery.minute_note_before.words', 'until_at'])
    .where('delivery.minute_note_before.partnership_id', '=', ctx.partnershipId)
    .where('meeting_id', '=', meetingId)
    .orderBy('until_at', 'desc')
    .orderBy('delivery.minute_note_before.id', 'desc')
    .execute();
  return rows.map((row) => ({ noteId: storedId(row.note_id), words: row.words, untilAt: row.until_at }));
}

function ours(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('delivery.minute_note')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

function noteOf(row: Selectable<DeliveryTables['delivery.minute_note']>): MinuteNote {
  return {
    id: storedId(row.id),
    meetingId: storedId(row.meeting_id),
    itemId: row.item_id === null ? undefined : storedId(row.item_id),
    clientKey: row.client_key,
    words: row.words,
    author: {
      id: row.author_id === null ? undefined : storedId(row.author_id),
      name: row.author_name,
    },
    writtenAt: row.written_at,
    changedAt: row.changed_at,
    version: row.version,
  };
}
