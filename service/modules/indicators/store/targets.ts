import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import type { Target } from '../domain/report/target.ts';
import type { IndicatorsTables } from './tables.generated.ts';

/** The targets of some measures in an area. */
export async function targetsOf(
  ctx: Ctx,
  asked: { measures: readonly string[]; areaCodes: readonly string[] },
): Promise<Target[]> {
  if (asked.measures.length === 0) return [];
  const rows = await indicators(ctx)
    .selectFrom('indicators.target')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('area_code', 'in', asked.areaCodes)
    .where('measure', 'in', asked.measures)
    .where('amount', 'is not', null)
    .execute();
  return rows.flatMap(targetOf);
}

/** The version that stands, of a target that was taken away too; 0 where there never was one. */
export async function targetVersion(ctx: Ctx, of: { measure: string; areaCode: string }): Promise<number> {
  const row = await indicators(ctx)
    .selectFrom('indicators.target')
    .select('version')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('measure', '=', of.measure)
    .where('area_code', '=', of.areaCode)
    .executeTakeFirst();
  return row?.version ?? 0;
}

export type TargetToWrite = Pick<Target, 'measure' | 'areaCode' | 'byOn' | 'agreedBy' | 'words'> & {
  /** undefined takes it away */
  value: number | undefined;
  by: string;
  /** the version that its writer has seen */
  seen: number;
};

/** Writes a target unless another version stands than the one that was seen; answers whether it was written. */
export async function writeTarget(ctx: Ctx, given: TargetToWrite): Promise<boolean> {
  const words = {
    amount: given.value ?? null,
    by_on: given.byOn,
    agreed_by: given.agreedBy,
    words: given.words,
    changed_at: ctx.now,
    changed_by_name: given.by,
  };
  const written = await indicators(ctx)
    .insertInto('indicators.target')
    .values({
      partnership_id: ctx.partnershipId,
      measure: given.measure,
      area_code: given.areaCode,
      version: 1,
      ...words,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['partnership_id', 'measure', 'area_code'])
        .doUpdateSet({ ...words, version: given.seen + 1 })
        .where('indicators.target.version', '=', given.seen),
    )
    .returning('version')
    .executeTakeFirst();
  return written !== undefined;
}

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}

function targetOf(row: IndicatorsTables['indicators.target']): Target[] {
  if (row.amount === null) return [];
  return [
    {
      measure: row.measure,
      areaCode: row.area_code,
      value: row.amount,
      byOn: row.by_on,
      agreedBy: row.agreed_by,
      words: row.words,
      version: row.version,
      changedBy: row.changed_by_name,
      changedOn: dayInEngland(row.changed_at),
    },
  ];
}
