import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import type { CompatibilityDecision } from '../../domain/disclosures/compatibility.ts';
import { purposeNamed } from '../../domain/law/purpose-named.ts';
import { tables } from '../sharing-tables.ts';

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
    gatheredFor: purposeNamed(row.gathered_for),
    usedFor: purposeNamed(row.used_for),
    compatible: row.compatible,
    words: row.words,
    decidedAt: row.decided_at,
    decidedByName: row.decided_by_name,
  }));
}

export async function keepCompatibility(
  ctx: Ctx,
  given: Pick<CompatibilityDecision, 'gatheredFor' | 'usedFor' | 'compatible' | 'words'>,
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
