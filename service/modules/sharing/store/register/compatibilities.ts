import { z } from 'zod';
import { purposes, type Purpose } from '#platform/access/purposes.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import type { CompatibilityDecision } from '../../domain/disclosures/compatibility.ts';
import { tables } from '../sharing-tables.ts';

const purposeOf = z.enum(purposes);

/** Every decision on two purposes, the newest first. */
export async function compatibilityDecisions(ctx: Ctx): Promise<CompatibilityDecision[]> {
  const rows = await tables(ctx)
    .selectFrom('sharing.compatibility')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    gatheredFor: purposeOf.parse(row.gathered_for),
    usedFor: purposeOf.parse(row.used_for),
    compatible: row.compatible,
    words: row.words,
    decidedAt: row.decided_at,
    decidedByName: row.decided_by_name,
  }));
}

export async function keepCompatibility(
  ctx: Ctx,
  given: { gatheredFor: Purpose; usedFor: Purpose; compatible: boolean; words: string },
): Promise<void> {
  await tables(ctx)
    .insertInto('sharing.compatibility')
    .values({
      id: ctx.newId<'compatibility'>(),
      partnership_id: ctx.partnershipId,
      gathered_for: given.gatheredFor,
      used_for: given.usedFor,
      compatible: given.compatible,
      words: given.words,
      decided_at: ctx.now,
      decided_by_name: nameOfActor(ctx.actor),
    })
    .execute();
}
