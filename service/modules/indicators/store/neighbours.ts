import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import type { IndicatorsTables } from './tables.generated.ts';

/** One area's neighbours in one set, nearest first, by area codes. */
export type NeighbourList = {
  /** the set's year */
  readonly set: string;
  readonly areaCode: string;
  readonly neighbours: readonly { readonly code: string; readonly closeness: string }[];
};

/** The neighbours of an area in every set that was brought in, newest set first. */
export async function neighboursOf(ctx: Ctx, areaCode: string): Promise<NeighbourList[]> {
  const rows = await ctx.db
    .withTables<IndicatorsTables>()
    .selectFrom('indicators.neighbour')
    .select(['neighbour_set', 'neighbour_code', 'closeness'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where('area_code', '=', areaCode)
    .orderBy('neighbour_set', 'desc')
    .orderBy('rank')
    .execute();
  return [...Map.groupBy(rows, (row) => row.neighbour_set)].map(([set, list]) => ({
    set,
    areaCode,
    neighbours: list.map((row) => ({ code: row.neighbour_code, closeness: row.closeness })),
  }));
}

/** Keeps neighbours in place of those that the same area had in the same set. */
export async function keepNeighbours(ctx: Ctx, lists: readonly NeighbourList[]): Promise<void> {
  const rows = lists.flatMap(({ set, areaCode, neighbours }) =>
    neighbours.map(({ code, closeness }, index) => ({ set, areaCode, rank: index + 1, code, closeness })),
  );
  const column = (cell: (row: (typeof rows)[number]) => string | number) => rows.map(cell);
  await sql`
    delete from indicators.neighbour
    where partnership_id = ${ctx.partnershipId}
      and (neighbour_set, area_code) in (
        select * from unnest(${lists.map(({ set }) => set)}::text[], ${lists.map(({ areaCode }) => areaCode)}::text[]))`.execute(
    ctx.db,
  );
  await sql`
    insert into indicators.neighbour (partnership_id, neighbour_set, area_code, rank, neighbour_code, closeness)
    select ${ctx.partnershipId}::uuid, *
    from unnest(
      ${column(({ set }) => set)}::text[], ${column(({ areaCode }) => areaCode)}::text[],
      ${column(({ rank }) => rank)}::smallint[], ${column(({ code }) => code)}::text[],
      ${column(({ closeness }) => closeness)}::text[])`.execute(ctx.db);
}

/** Which sets were brought in, and for how many areas. */
export async function neighbourSets(ctx: Ctx): Promise<{ set: string; areas: number }[]> {
  const { rows } = await sql<{ set: string; areas: number }>`
    select neighbour_set as set, count(distinct area_code)::integer as areas from indicators.neighbour
    where partnership_id = ${ctx.partnershipId} group by neighbour_set order by neighbour_set desc`.execute(
    ctx.db,
  );
  return rows;
}
