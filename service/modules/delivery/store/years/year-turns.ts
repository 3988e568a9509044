import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { becamings, type Turn, type TurnedBack } from '../../domain/years/turn-line.ts';
import { tables } from '../delivery-tables.ts';
import type { DeliveryTables } from '../tables.generated.ts';

const becameOf = z.enum(becamings);
const kindOf = z.enum(['priority', 'action']);

/** What was said of the lines of a year and stands, the first said first. */
export async function turnsOf(ctx: Ctx, planId: Id<'plan'>): Promise<Turn[]> {
  return turnsOfPlans(ctx, [planId]);
}

/** The same of several years at once, each with its plan. */
export async function turnsOfPlans(
  ctx: Ctx,
  planIds: readonly Id<'plan'>[],
): Promise<(Turn & { planId: string })[]> {
  const rows = await ofPlans(ctx, planIds).where('turned_back_at', 'is', null).execute();
  return rows.map((row) => ({ ...turnOf(row), planId: row.plan_id }));
}

/** What was said of the lines of a year and taken back, the first taken back first. */
export async function turnedBackOf(ctx: Ctx, planId: Id<'plan'>): Promise<TurnedBack[]> {
  const rows = await ofPlans(ctx, [planId]).where('turned_back_at', 'is not', null).execute();
  return rows
    .flatMap((row) =>
      row.turned_back_at === null
        ? []
        : [{ ...turnOf(row), backAt: row.turned_back_at, backByName: row.turned_back_by_name }],
    )
    .toSorted((a, b) => a.backAt.getTime() - b.backAt.getTime());
}

function ofPlans(ctx: Ctx, planIds: readonly Id<'plan'>[]) {
  return tables(ctx)
    .selectFrom('delivery.year_turn')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where(sql<boolean>`plan_id = any(${[...planIds]}::uuid[])`)
    .orderBy('said_at')
    .orderBy('id');
}

function turnOf(row: Selectable<DeliveryTables['delivery.year_turn']>): Turn {
  return {
    id: storedId(row.id),
    kind: kindOf.parse(row.subject_kind),
    subjectId: row.subject_id,
    became: becameOf.parse(row.became),
    reason: row.reason,
    intoId: row.into_id ?? undefined,
    saidAt: row.said_at,
    saidByName: row.said_by_name,
  };
}

/** Takes back what was said of a line; it stays to be read, with who took it back. */
export async function keepTurnedBack(
  ctx: Ctx,
  { id, backAt, backByName }: Pick<TurnedBack, 'id' | 'backAt' | 'backByName'>,
): Promise<void> {
  await tables(ctx)
    .updateTable('delivery.year_turn')
    .set({ turned_back_at: backAt, turned_back_by_name: backByName })
    .where('partnership_id', '=', ctx.partnershipId)
    .where('id', '=', id)
    .execute();
}

export async function addTurn(ctx: Ctx, planId: Id<'plan'>, turn: Turn): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.year_turn')
    .values({
      id: turn.id,
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
