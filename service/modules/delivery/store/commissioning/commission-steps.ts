import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { commissionSteps, type StepTaken } from '../../domain/commissioning/commission.ts';
import { tables } from '../delivery-tables.ts';

const stepOf = z.enum(commissionSteps);

/** The steps that were taken, the newest first; never changed. */
export async function stepsOf(ctx: Ctx, commissionId: Id<'commission'>): Promise<StepTaken[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.commission_step')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('commission_id', '=', commissionId)
    .orderBy('said_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const taken = rows.map((row) => ({
    id: storedId<'commission-step'>(row.id),
    before: stepOf.parse(row.step_before),
    after: stepOf.parse(row.step_after),
    words: row.words,
    saidAt: row.said_at,
    saidByName: row.said_by_name,
  }));
  // of steps taken in one moment the later is the one further on
  return taken.toSorted(
    (a, b) =>
      b.saidAt.getTime() - a.saidAt.getTime() ||
      commissionSteps.indexOf(b.after) - commissionSteps.indexOf(a.after),
  );
}

/** Writes down a step, as whoever acts. */
export async function addStep(
  ctx: Ctx,
  step: { commissionId: Id<'commission'>; words: string } & Pick<StepTaken, 'before' | 'after'>,
): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.commission_step')
    .values({
      id: ctx.newId<'commission-step'>(),
      partnership_id: ctx.partnershipId,
      commission_id: step.commissionId,
      step_before: step.before,
      step_after: step.after,
      words: step.words,
      said_at: ctx.now,
      said_by_name: nameOfActor(ctx.actor),
    })
    .execute();
}
