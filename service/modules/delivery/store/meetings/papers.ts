import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { Paper } from '../../domain/meetings/paper.ts';
import { tables } from '../delivery-tables.ts';
import type { DeliveryTables } from '../tables.generated.ts';

const publishOf = z.enum(['publish', 'exempt']);

/** Every paper that a meeting ever had, in the order in which they were handed in. */
export async function papersOf(ctx: Ctx, meetingId: Id<'meeting'>): Promise<Paper[]> {
  const rows = await ours(ctx).where('meeting_id', '=', meetingId).orderBy('made_at').orderBy('id').execute();
  return rows.map(paperOf);
}

export async function paperById(ctx: Ctx, id: Id<'paper'>): Promise<Paper | undefined> {
  const row = await ours(ctx).where('id', '=', id).executeTakeFirst();
  return row && paperOf(row);
}

/** The bytes of a paper. */
export async function contentOf(ctx: Ctx, { sha256 }: Paper): Promise<Uint8Array | undefined> {
  const row = await tables(ctx)
    .selectFrom('delivery.paper_content')
    .select('content')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.content;
}

/** Adds a paper with its bytes; bytes that are kept already are not kept twice. */
export async function addPaper(ctx: Ctx, paper: Paper, content: Uint8Array): Promise<void> {
  const { sha256 } = paper;
  await tables(ctx)
    .insertInto('delivery.paper_content')
    .values({ partnership_id: ctx.partnershipId, sha256, content: Buffer.from(content) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tables(ctx)
    .insertInto('delivery.paper')
    .values({
      id: paper.id,
      partnership_id: ctx.partnershipId,
      meeting_id: paper.meetingId,
      item_id: paper.itemId ?? null,
      title: paper.title,
      file_name: paper.fileName,
      media_type: paper.mediaType,
      bytes: paper.bytes,
      sha256,
      publish: paper.publishing.publish,
      ground: paper.publishing.ground,
      made_at: ctx.now,
      made_by_name: nameOfActor(ctx.actor),
      withdrawn_at: null,
      withdrawn_because: '',
    })
    .execute();
}

/** Says that a paper is withdrawn, and why. It stays where those who keep boards see it. */
export async function withdraw(ctx: Ctx, id: Id<'paper'>, because: string): Promise<void> {
  await tables(ctx)
    .updateTable('delivery.paper')
    .set({ withdrawn_at: ctx.now, withdrawn_because: because })
    .where('partnership_id', '=', ctx.partnershipId)
    .where('id', '=', id)
    .execute();
}

function ours(ctx: Ctx) {
  return tables(ctx).selectFrom('delivery.paper').selectAll().where('partnership_id', '=', ctx.partnershipId);
}

function paperOf(row: Selectable<DeliveryTables['delivery.paper']>): Paper {
  return {
    id: storedId(row.id),
    meetingId: storedId(row.meeting_id),
    itemId: row.item_id === null ? undefined : storedId(row.item_id),
    title: row.title,
    fileName: row.file_name,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    publishing: { publish: publishOf.parse(row.publish), ground: row.ground },
    withdrawn:
      row.withdrawn_at === null ? undefined : { at: row.withdrawn_at, because: row.withdrawn_because },
  };
}
