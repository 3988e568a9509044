import { sql, type Selectable } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { packShape } from '../../domain/packs/pack-document.ts';
import type { Pack, PackLine } from '../../domain/packs/pack-line.ts';
import { tables } from '../delivery-tables.ts';
import type { DeliveryTables } from '../tables.generated.ts';

/** The packs of a meeting, the newest first. */
export async function packsOf(ctx: Ctx, meetingId: Id<'meeting'>): Promise<PackLine[]> {
  const rows = await lines(ctx).where('meeting_id', '=', meetingId).orderBy('edition', 'desc').execute();
  return rows.map(lineOf);
}

export async function packById(ctx: Ctx, id: Id<'pack'>): Promise<Pack | undefined> {
  const row = await lines(ctx).select('document').where('id', '=', id).executeTakeFirst();
  return row && { ...lineOf(row), document: packShape.parse(row.document) };
}

/** Adds a pack; one that stands is never changed. */
export async function addPack(
  ctx: Ctx,
  pack: Omit<Pack, 'isPublished' | 'madeAt' | 'madeByName'>,
): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.pack')
    .values({
      id: pack.id,
      partnership_id: ctx.partnershipId,
      meeting_id: pack.meetingId,
      edition: pack.edition,
      meets_on: pack.meetsOn,
      title: pack.title,
      document: JSON.stringify(pack.document),
      reason: pack.reason,
      made_at: ctx.now,
      made_by_name: nameOfActor(ctx.actor),
    })
    .execute();
}

/** Writes down that a pack is for everybody to read, or is no more. */
export async function addPublishing(
  ctx: Ctx,
  said: { packId: Id<'pack'>; publish: 'publish' | 'withdraw'; reason: string },
): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.pack_publishing')
    .values({
      id: ctx.newId<'pack-publishing'>(),
      partnership_id: ctx.partnershipId,
      pack_id: said.packId,
      publish: said.publish,
      reason: said.reason,
      said_at: ctx.now,
      said_by_name: nameOfActor(ctx.actor),
    })
    .execute();
}

function lines(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('delivery.pack')
    .select(['id', 'meeting_id', 'edition', 'meets_on', 'title', 'reason', 'made_at', 'made_by_name'])
    .select(
      sql<boolean>`coalesce((select publish = 'publish' from delivery.pack_publishing said
        where said.pack_id = delivery.pack.id order by said_at desc, said.id desc limit 1), false)`.as(
        'is_published',
      ),
    )
    .where('partnership_id', '=', ctx.partnershipId);
}

type Row = Pick<
  Selectable<DeliveryTables['delivery.pack']>,
  'id' | 'meeting_id' | 'edition' | 'meets_on' | 'title' | 'reason' | 'made_at' | 'made_by_name'
> & { is_published: boolean };

function lineOf(row: Row): PackLine {
  return {
    id: storedId(row.id),
    meetingId: storedId(row.meeting_id),
    edition: row.edition,
    meetsOn: row.meets_on,
    title: row.title,
    reason: row.reason,
    madeAt: row.made_at,
    madeByName: row.made_by_name,
    isPublished: row.is_published,
  };
}
