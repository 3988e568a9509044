import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { minutesDocument, type MinutesDocument } from '../../domain/minutes/minutes-document.ts';
import { tables } from '../delivery-tables.ts';

/** The minutes of a meeting as they were agreed. */
export type MinutesAgreed = {
  document: MinutesDocument;
  at: Date;
  byName: string;
  /** the meeting that agreed them */
  agreedIn: Id<'meeting'> | undefined;
};

export async function minutesAgreed(ctx: Ctx, meetingId: Id<'meeting'>): Promise<MinutesAgreed | undefined> {
  const row = await tables(ctx)
    .selectFrom('delivery.minutes_agreed')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  return (
    row && {
      document: minutesDocument.parse(row.document),
      at: row.agreed_at,
      byName: row.agreed_by_name,
      agreedIn: row.agreed_in === null ? undefined : storedId(row.agreed_in),
    }
  );
}

/** Keeps minutes as they were agreed; they are agreed once. */
export async function keepMinutesAgreed(
  ctx: Ctx,
  given: { meetingId: Id<'meeting'>; document: MinutesDocument; agreedIn: Id<'meeting'> | undefined },
): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.minutes_agreed')
    .values({
      meeting_id: given.meetingId,
      partnership_id: ctx.partnershipId,
      document: jsonb(given.document),
      agreed_at: ctx.now,
      agreed_by_name: nameOfActor(ctx.actor),
      agreed_in: given.agreedIn ?? null,
    })
    .execute();
}

/** Meetings of whose minutes none are agreed yet, by their ids. */
export async function notYetAgreed(ctx: Ctx): Promise<Id<'meeting'>[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.meeting')
    .leftJoin('delivery.minutes_agreed', 'delivery.minutes_agreed.meeting_id', 'delivery.meeting.id')
    .select('delivery.meeting.id')
    .where('delivery.meeting.partnership_id', '=', ctx.partnershipId)
    .where('delivery.meeting.state', '=', 'held')
    .where('delivery.minutes_agreed.meeting_id', 'is', null)
    .orderBy('meets_on', 'desc')
    .execute();
  return rows.map(({ id }) => storedId(id));
}
