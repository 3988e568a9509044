import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { MinutesSaid } from '../../domain/minutes/minutes-said.ts';
import { publicMinutesShape } from '../../domain/minutes/public-minutes.ts';
import { tables } from '../delivery-tables.ts';
import type { DeliveryTables } from '../tables.generated.ts';

const otherThanPublished = z.enum(['exempt', 'withdraw']);

/** All that was said of who reads the minutes of a meeting, the last first. */
export async function saidOfMinutes(ctx: Ctx, meetingId: Id<'meeting'>): Promise<MinutesSaid[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.minutes_publishing')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('meeting_id', '=', meetingId)
    .orderBy('nth', 'desc')
    .execute();
  return rows.map(saidOf);
}

/** Adds what was said; nothing that was said before is changed. */
export async function addSaidOfMinutes(
  ctx: Ctx,
  meetingId: Id<'meeting'>,
  said: Omit<MinutesSaid, 'at' | 'byName'>,
): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.minutes_publishing')
    .values({
      id: ctx.newId<'minutes-publishing'>(),
      partnership_id: ctx.partnershipId,
      meeting_id: meetingId,
      nth: said.nth,
      publish: said.publish,
      edition: said.edition,
      ground: said.ground,
      reason: said.reason,
      document: 'document' in said ? jsonb(said.document) : null,
      said_at: ctx.now,
      said_by_name: nameOfActor(ctx.actor),
    })
    .execute();
}

function saidOf(row: Selectable<DeliveryTables['delivery.minutes_publishing']>): MinutesSaid {
  const { nth, edition, ground, reason, said_at: at, said_by_name: byName } = row;
  const said = { nth, edition, ground, reason, at, byName };
  return row.publish === 'publish'
    ? { ...said, publish: 'publish', document: publicMinutesShape.parse(row.document) }
    : { ...said, publish: otherThanPublished.parse(row.publish) };
}
