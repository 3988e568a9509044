import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { qualityShape, type Kept, type QualitySaid } from '../../domain/money/service-quality.ts';
import { nameOf } from '../own/own-measures.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

/** Standards and outcomes of services, the newest first. */
export async function serviceQuality(ctx: Ctx): Promise<readonly Kept[]> {
  const rows = await ours(ctx).orderBy('id', 'desc').execute();
  return rows.map(keptOf);
}

/** One, held against every other writer until the transaction ends. */
export async function lockServiceQuality(ctx: Ctx, id: Id<'service-quality'>): Promise<Kept | undefined> {
  const row = await ours(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && keptOf(row);
}

/** Keeps one in place of the one of its id. */
export async function keepServiceQuality(
  ctx: Ctx,
  { id, version, said }: { id: Id<'service-quality'>; version: number; said: QualitySaid },
): Promise<void> {
  const row = { said: jsonb(said), version, changed_at: ctx.now, changed_by_name: nameOf(ctx) };
  await ctx.db
    .withTables<IndicatorsTables>()
    .insertInto('indicators.service_quality')
    .values({ id, partnership_id: ctx.partnershipId, kind: said.kind, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

function ours(ctx: Ctx) {
  return ctx.db
    .withTables<IndicatorsTables>()
    .selectFrom('indicators.service_quality')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId);
}

function keptOf(row: IndicatorsTables['indicators.service_quality']): Kept {
  return {
    id: storedId(row.id),
    version: row.version,
    said: qualityShape.parse(row.said),
    changedByName: row.changed_by_name,
  };
}
