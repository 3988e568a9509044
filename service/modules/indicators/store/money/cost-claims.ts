import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { claimShape, type ClaimWords, type CostClaim } from '../../domain/money/cost-claim.ts';
import { nameOf } from '../own/own-measures.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

/** Every claim, the newest first. */
export async function allCostClaims(ctx: Ctx): Promise<readonly CostClaim[]> {
  const rows = await ours(ctx).orderBy('id', 'desc').execute();
  return rows.map(claimOf);
}

/** One, held against every other writer until the transaction ends. */
export async function lockCostClaim(ctx: Ctx, id: Id<'cost-claim'>): Promise<CostClaim | undefined> {
  const row = await ours(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && claimOf(row);
}

/** Keeps a claim in place of the one of its id. */
export async function keepCostClaim(
  ctx: Ctx,
  given: { id: Id<'cost-claim'>; version: number; words: ClaimWords },
): Promise<void> {
  const row = {
    claim: jsonb(given.words),
    version: given.version,
    changed_at: ctx.now,
    changed_by_name: nameOf(ctx),
  };
  await indicators(ctx)
    .insertInto('indicators.cost_claim')
    .values({ id: given.id, partnership_id: ctx.partnershipId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

function ours(ctx: Ctx) {
  return indicators(ctx)
    .selectFrom('indicators.cost_claim')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

function claimOf(row: IndicatorsTables['indicators.cost_claim']): CostClaim {
  return {
    ...claimShape.parse(row.claim),
    id: storedId(row.id),
    version: row.version,
    changedAt: row.changed_at,
    changedByName: row.changed_by_name,
  };
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
