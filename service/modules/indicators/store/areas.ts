import type { Ctx } from '#platform/db/database.ts';
import type { OwnArea } from '../domain/bringing-in/places.ts';
import type { IndicatorsTables } from './tables.generated.ts';

/** The areas that the partnership wrote down itself, by name. */
export async function ownAreas(ctx: Ctx): Promise<OwnArea[]> {
  const rows = await ctx.db
    .withTables<IndicatorsTables>()
    .selectFrom('indicators.area')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    dfeCode: row.dfe_code ?? undefined,
    name: row.name,
    kind: row.kind,
    regionCode: row.region_code ?? undefined,
  }));
}

/** Keeps areas in place of those of the same code. */
export async function keepAreas(ctx: Ctx, areas: readonly OwnArea[]): Promise<void> {
  if (areas.length === 0) return;
  await ctx.db
    .withTables<IndicatorsTables>()
    .insertInto('indicators.area')
    .values(
      areas.map((area) => ({
        partnership_id: ctx.partnershipId,
        code: area.code,
        dfe_code: area.dfeCode ?? null,
        name: area.name,
        kind: area.kind,
        region_code: area.regionCode ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['partnership_id', 'code']).doUpdateSet((eb) => ({
        dfe_code: eb.ref('excluded.dfe_code'),
        name: eb.ref('excluded.name'),
        kind: eb.ref('excluded.kind'),
        region_code: eb.ref('excluded.region_code'),
      })),
    )
    .execute();
}

/** The area that the partnership is of; undefined where nobody has said. */
export async function homeArea(ctx: Ctx): Promise<string | undefined> {
  const row = await ctx.db
    .withTables<IndicatorsTables>()
    .selectFrom('indicators.home_area')
    .select('area_code')
    .where('partnership_id', '=', ctx.partnershipId)
    .executeTakeFirst();
  return row?.area_code;
}

export async function keepHomeArea(ctx: Ctx, areaCode: string): Promise<void> {
  await ctx.db
    .withTables<IndicatorsTables>()
    .insertInto('indicators.home_area')
    .values({ partnership_id: ctx.partnershipId, area_code: areaCode })
    .onConflict((conflict) => conflict.column('partnership_id').doUpdateSet({ area_code: areaCode }))
    .execute();
}
