import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';

/** The measures, for everybody, that at least two of these areas have a figure of, by id. */
export async function measuresOfAreas(
  ctx: Ctx,
  files: readonly number[],
  areaCodes: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ measure: string }>`
    select measure from indicators.series
    where area_code = any(${[...areaCodes]}::text[]) and breakdown = '' and batch_key = any(${[...files]}::integer[])
    group by measure having count(distinct area_code) >= 2
    order by measure`.execute(ctx.db);
  return rows.map(({ measure }) => measure);
}
