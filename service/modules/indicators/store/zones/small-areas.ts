import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { geographies } from '../../domain/zones/geography.ts';
import type { SmallArea } from '../../domain/zones/small-area.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

const geography = z.enum(geographies);
const ruralUrban = z.enum(['rural', 'urban']).optional();

/** The small areas of the partnership, by code. */
export async function smallAreas(ctx: Ctx): Promise<SmallArea[]> {
  const rows = await indicators(ctx)
    .selectFrom('indicators.small_area')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    geography: geography.parse(row.geography),
    children: row.children ?? undefined,
    deprivationTenth: row.deprivation_tenth ?? undefined,
    ruralUrban: ruralUrban.parse(row.rural_urban ?? undefined),
  }));
}

/** Puts a list of small areas in the place of the one before. */
export async function replaceSmallAreas(
  ctx: Ctx,
  { areas, fileName, byName }: { areas: readonly SmallArea[]; fileName: string; byName: string },
): Promise<void> {
  await indicators(ctx)
    .deleteFrom('indicators.small_area')
    .where('partnership_id', '=', ctx.partnershipId)
    .execute();
  for (let at = 0; at < areas.length; at += 500)
    await indicators(ctx)
      .insertInto('indicators.small_area')
      .values(
        areas.slice(at, at + 500).map((area) => ({
          partnership_id: ctx.partnershipId,
          code: area.code,
          name: area.name,
          geography: area.geography,
          children: area.children ?? null,
          deprivation_tenth: area.deprivationTenth ?? null,
          rural_urban: area.ruralUrban ?? null,
          file_name: fileName,
          loaded_at: ctx.now,
          loaded_by_name: byName,
        })),
      )
      .execute();
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
