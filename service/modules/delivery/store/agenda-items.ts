import { z } from 'zod';
import type { Selectable } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { agendaOrigins, asks, type AgendaItem } from '../domain/meeting.ts';
import { tables } from './delivery-tables.ts';
import type { DeliveryTables } from './tables.generated.ts';

const asksOf = z.enum(asks);
const publishOf = z.enum(['publish', 'exempt']);
const originOf = z.enum(agendaOrigins);

/** What a meeting talks about, in order. */
export async function agendaOf(ctx: Ctx, meetingId: Id<'meeting'>): Promise<AgendaItem[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.agenda_item')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('meeting_id', '=', meetingId)
    .orderBy('place')
    .execute();
  return rows.map(itemOf);
}

/** Keeps an item in place of the one of its id. */
export async function keepAgendaItem(ctx: Ctx, item: AgendaItem): Promise<void> {
  const row = {
    meeting_id: item.meetingId,
    place: item.place,
    title: item.title,
    words: item.words,
    asks: item.asks,
    minutes: item.minutes,
    lead_name: item.leadName,
    origin: item.origin,
    subject_kind: item.subject.kind,
    subject_id: item.subject.id,
    publish: item.publishing.publish,
    ground: item.publishing.ground,
    version: item.version,
  };
  await tables(ctx)
    .insertInto('delivery.agenda_item')
    .values({ id: item.id, partnership_id: ctx.partnershipId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export async function removeAgendaItem(ctx: Ctx, id: Id<'agenda-item'>): Promise<void> {
  await tables(ctx)
    .deleteFrom('delivery.agenda_item')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('id', '=', id)
    .execute();
}

function itemOf(row: Selectable<DeliveryTables['delivery.agenda_item']>): AgendaItem {
  return {
    id: storedId(row.id),
    meetingId: storedId(row.meeting_id),
    place: row.place,
    title: row.title,
    words: row.words,
    asks: asksOf.parse(row.asks),
    minutes: row.minutes,
    leadName: row.lead_name,
    origin: originOf.parse(row.origin),
    subject: { kind: row.subject_kind, id: row.subject_id },
    publishing: { publish: publishOf.parse(row.publish), ground: row.ground },
    version: row.version,
  };
}
