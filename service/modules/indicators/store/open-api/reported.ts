import type { Insertable } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

type Kept<Table extends keyof IndicatorsTables> = Omit<
  Insertable<IndicatorsTables[Table]>,
  'partnership_id' | 'area_code' | 'made_at' | 'made_of'
>;

/** What the views for SQL show of one area, as the service worked it out. */
export type Reported = {
  area: { code: string; name: string; kind: string; is_invented: boolean };
  /** of which version of the figures */
  madeOf: string;
  rows: readonly Kept<'indicators.reported_row'>[];
  gaps: readonly Kept<'indicators.reported_gap'>[];
};

/** Puts what was worked out of an area in the place of what stood there. */
export async function keepReported(ctx: Ctx, { area, madeOf, rows, gaps }: Reported): Promise<void> {
  const db = ctx.db.withTables<IndicatorsTables>();
  const { partnershipId } = ctx;
  const of = { partnership_id: partnershipId, area_code: area.code, made_of: madeOf, made_at: ctx.now };
  await db
    .deleteFrom('indicators.reported_area')
    .where('partnership_id', '=', partnershipId)
    .where('code', '=', area.code)
    .execute();
  for (const table of ['indicators.reported_row', 'indicators.reported_gap'] as const)
    await db
      .deleteFrom(table)
      .where('partnership_id', '=', partnershipId)
      .where('area_code', '=', area.code)
      .execute();
  await db
    .insertInto('indicators.reported_area')
    .values({ ...area, partnership_id: partnershipId })
    .execute();
  if (rows.length > 0)
    await db
      .insertInto('indicators.reported_row')
      .values(rows.map((row) => ({ ...row, ...of })))
      .execute();
  if (gaps.length > 0)
    await db
      .insertInto('indicators.reported_gap')
      .values(gaps.map((gap) => ({ ...gap, ...of })))
      .execute();
}

/** Forgets areas that are no longer among those reported. */
export async function forgetOtherReported(ctx: Ctx, kept: readonly string[]): Promise<void> {
  const db = ctx.db.withTables<IndicatorsTables>();
  const codes = kept.length > 0 ? [...kept] : [''];
  await db
    .deleteFrom('indicators.reported_area')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('code', 'not in', codes)
    .execute();
  for (const table of ['indicators.reported_row', 'indicators.reported_gap'] as const)
    await db
      .deleteFrom(table)
      .where('partnership_id', '=', ctx.partnershipId)
      .where('area_code', 'not in', codes)
      .execute();
}
