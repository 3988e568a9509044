import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { tables } from '../delivery-tables.ts';

/** A day on which a meeting was to be, and why it is not. */
export type Move = { from: Day; fromAt: string; to: Day; toAt: string; reason: string; madeAt: Date };

/** How a meeting was moved, in order. */
export async function movesOf(ctx: Ctx, meetingId: Id<'meeting'>): Promise<Move[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.meeting_move')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('meeting_id', '=', meetingId)
    .orderBy('made_at')
    .execute();
  return rows.map((row) => ({
    from: row.from_on,
    fromAt: row.from_at.slice(0, 5),
    to: row.to_on,
    toAt: row.to_at.slice(0, 5),
    reason: row.reason,
    madeAt: row.made_at,
  }));
}

/** Keeps that a meeting was moved. Nothing here is ever changed. */
export async function addMove(ctx: Ctx, meetingId: Id<'meeting'>, move: Omit<Move, 'madeAt'>): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.meeting_move')
    .values({
      id: ctx.newId(),
      partnership_id: ctx.partnershipId,
      meeting_id: meetingId,
      from_on: move.from,
      from_at: move.fromAt,
      to_on: move.to,
      to_at: move.toAt,
      reason: move.reason,
      made_at: ctx.now,
      made_by_name: nameOfActor(ctx.actor),
    })
    .execute();
}

/** When each of some meetings was last changed, by its id. */
export async function changedAt(ctx: Ctx, ids: readonly Id<'meeting'>[]): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(ctx)
    .selectFrom('delivery.meeting')
    .select(['id', 'changed_at'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.changed_at]));
}

/** How many items each of some meetings has on its agenda; a meeting without any is left out. */
export async function agendaCounts(ctx: Ctx, ids: readonly Id<'meeting'>[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(ctx)
    .selectFrom('delivery.agenda_item')
    .select(['meeting_id', ({ fn }) => fn.countAll<string>().as('items')])
    .where('partnership_id', '=', ctx.partnershipId)
    .where('meeting_id', 'in', [...ids])
    .groupBy('meeting_id')
    .execute();
  return new Map(rows.map((row) => [row.meeting_id, Number(row.items)]));
}
