import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { crosswalkDocument, type CrosswalkDocument } from '../domain/framework-document.ts';
import type { StrategyTables } from './tables.generated.ts';

/** Every crosswalk that the context may read, by title. */
export async function allCrosswalks(ctx: Ctx): Promise<CrosswalkDocument[]> {
  const rows = await strategy(ctx)
    .selectFrom('strategy.crosswalk')
    .select('document')
    .orderBy('slug')
    .execute();
  return rows.map((row) => crosswalkDocument.parse(row.document));
}

/** Keeps a crosswalk, in place of one with the same name. */
export async function keepCrosswalk(ctx: Ctx, document: CrosswalkDocument): Promise<void> {
  const row = { left_slug: document.left, right_slug: document.right, document: jsonb(document) };
  await strategy(ctx)
    .insertInto('strategy.crosswalk')
    .values({ id: ctx.newId<'crosswalk'>(), partnership_id: ctx.partnershipId, slug: document.slug, ...row })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'slug']).doUpdateSet(row))
    .execute();
}

function strategy(ctx: Ctx) {
  return ctx.db.withTables<StrategyTables>();
}
