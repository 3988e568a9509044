import type { Ctx } from '#platform/db/database.ts';
import type { AreaChildren } from '../../domain/money/beside-need.ts';
import { nameOf } from '../own/own-measures.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

/** How many children live in each place, by its code. */
export async function areaChildren(ctx: Ctx): Promise<ReadonlyMap<string, AreaChildren>> {
  const rows = await ctx.db
    .withTables<IndicatorsTables>()
    .selectFrom('indicators.area_children')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.area_code,
      { areaCode: row.area_code, children: row.children, ofYear: row.of_year, source: row.source },
    ]),
  );
}

/** Puts these in place of all that were written down before. */
export async function keepAreaChildren(ctx: Ctx, found: readonly AreaChildren[]): Promise<void> {
  const tables = ctx.db.withTables<IndicatorsTables>();
  await tables
    .deleteFrom('indicators.area_children')
    .where('partnership_id', '=', ctx.partnershipId)
    .execute();
  if (found.length === 0) return;
  await tables
    .insertInto('indicators.area_children')
    .values(
      found.map(({ areaCode, children, ofYear, source }) => ({
        partnership_id: ctx.partnershipId,
        area_code: areaCode,
        children,
        of_year: ofYear,
        source,
        changed_at: ctx.now,
        changed_by_name: nameOf(ctx),
      })),
    )
    .execute();
}
