import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { judgements, speakers, type LookBack } from '../../domain/years/look-back.ts';
import { tables } from '../delivery-tables.ts';

const judgementOf = z.enum(judgements);
const speakerOf = z.enum(speakers);

/** What was said of a year, the first said first. */
export async function lookBacksOf(ctx: Ctx, planId: Id<'plan'>): Promise<LookBack[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.look_back')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('plan_id', '=', planId)
    .orderBy('said_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: storedId(row.id),
    planId: storedId(row.plan_id),
    priorityId: row.priority_id === null ? undefined : storedId(row.priority_id),
    judgement: judgementOf.parse(row.judgement),
    who: speakerOf.parse(row.who),
    words: row.words,
    evidence: row.evidence,
    saidByName: row.said_by_name,
    saidFor: row.said_for,
    saidAt: row.said_at,
  }));
}

export async function addLookBack(ctx: Ctx, given: LookBack): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.look_back')
    .values({
      id: given.id,
      partnership_id: ctx.partnershipId,
      plan_id: given.planId,
      priority_id: given.priorityId ?? null,
      judgement: given.judgement,
      who: given.who,
      words: given.words,
      evidence: given.evidence,
      said_by_name: given.saidByName,
      said_for: given.saidFor,
      said_at: given.saidAt,
      version: 1,
    })
    .execute();
}

export async function removeLookBack(ctx: Ctx, id: Id<'look-back'>): Promise<void> {
  await tables(ctx)
    .deleteFrom('delivery.look_back')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('id', '=', id)
    .execute();
}
