import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import type { Keys } from '../figures.ts';

/** The measures of which any of these areas has a figure for everybody. */
export async function measuresOfAreas(
  ctx: Ctx,
  keys: Keys,
  codes: readonly string[],
): Promise<readonly string[]> {
  if (codes.length === 0) return [];
  const { rows } = await sql<{ measure: string }>`
    select distinct measure from indicators.series
    where area_code = any(${[...codes]}::text[]) and breakdown = ''
      and batch_key = any(${[...keys.files.keys()]}::integer[])
    order by measure`.execute(ctx.db);
  return rows.map(({ measure }) => measure);
}
