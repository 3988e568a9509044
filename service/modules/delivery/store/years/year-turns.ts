import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { becamings, type Turn } from '../../domain/years/turn-line.ts';
import { tables } from '../delivery-tables.ts';

const becameOf = z.enum(becamings);
const kindOf = z.enum(['priority', 'action']);

/** What was said of the lines of a year, the first said first. */
export async function turnsOf(ctx: Ctx, planId: Id<'plan'>): Promise<Turn[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.year_turn')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('plan_id', '=', planId)
    .orderBy('said_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    kind: kindOf.parse(row.subject_kind),
    subjectId: row.subject_id,
    became: becameOf.parse(row.became),
    reason: row.reason,
    intoId: row.into_id ?? undefined,
    saidAt: row.said_at,
    saidByName: row.said_by_name,
  }));
}

export async function addTurn(ctx: Ctx, planId: Id<'plan'>, turn: Turn): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.year_turn')
    .values({
      id: ctx.newId(),
      partnership_id: ctx.partnershipId,
      plan_id: planId,
      subject_kind: turn.kind,
      subject_id: turn.subjectId,
      became: turn.became,
      reason: turn.reason,
      into_id: turn.intoId ?? null,
      said_at: turn.saidAt,
      said_by_name: turn.saidByName,
    })
    .execute();
}
