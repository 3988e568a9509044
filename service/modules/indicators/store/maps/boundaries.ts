import { sql } from 'kysely';
import type { Outline } from '#packages/charts';
import type { Ctx } from '#platform/db/database.ts';
import type { IndicatorsTables } from '../tables.generated.ts';

/** A boundary file that was loaded. */
export type BoundaryFile = {
  id: string;
  fileName: string;
  source: string;
  areas: number;
  loadedAt: Date;
  loadedByName: string;
};

/** An outline with the years for which it holds. */
export type DatedOutline = Outline & { name: string; from: number; until: number };

/** No year is given: the area stands for all of them. */
export const allYears = { from: 0, until: 9999 } as const;

/** The files whose boundaries can be seen, newest first. */
export async function boundaryFiles(ctx: Ctx): Promise<BoundaryFile[]> {
  const rows = await indicators(ctx)
    .selectFrom('indicators.boundary_file')
    .selectAll()
    .select(
      sql<number>`(select count(*)::int from indicators.boundary where boundary_file_id = boundary_file.id)`.as(
        'areas',
      ),
    )
    .where('partnership_id', '=', ctx.partnershipId)
    .where('withdrawn_at', 'is', null)
    .orderBy('loaded_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    source: row.source,
    areas: row.areas,
    loadedAt: row.loaded_at,
    loadedByName: row.loaded_by_name,
  }));
}

export type NewBoundaryFile = {
  id: string;
  fileName: string;
  sha256: string;
  bytes: number;
  source: string;
  byName: string;
  outlines: readonly DatedOutline[];
};

export async function addBoundaryFile(ctx: Ctx, file: NewBoundaryFile): Promise<void> {
  await indicators(ctx)
    .insertInto('indicators.boundary_file')
    .values({
      id: file.id,
      partnership_id: ctx.partnershipId,
      file_name: file.fileName,
      sha256: file.sha256,
      bytes: file.bytes,
      source: file.source,
      loaded_at: ctx.now,
      loaded_by_name: file.byName,
      withdrawn_at: null,
    })
    .execute();
  for (let at = 0; at < file.outlines.length; at += 200)
    await indicators(ctx)
      .insertInto('indicators.boundary')
      .values(
        file.outlines.slice(at, at + 200).map(({ key, name, from, until, path, box }) => ({
          partnership_id: ctx.partnershipId,
          boundary_file_id: file.id,
          area_code: key,
          name,
          from_year: from,
          until_year: until,
          path,
          box_left: box[0],
          box_top: box[1],
          box_right: box[2],
          box_bottom: box[3],
        })),
      )
      .execute();
}

/** Withdraws a file with all its boundaries; answers whether it was there. */
export async function withdrawBoundaryFile(ctx: Ctx, id: string): Promise<boolean> {
  const withdrawn = await indicators(ctx)
    .updateTable('indicators.boundary_file')
    .set({ withdrawn_at: ctx.now })
    .where('partnership_id', '=', ctx.partnershipId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return withdrawn !== undefined;
}

/** Outlines by area code, with whose boundaries they are. */
export type FoundOutlines = { outlines: readonly Outline[]; sources: readonly string[] };

/** The outlines of areas in a year, of the newest file that holds each. */
export async function outlinesOf(
  ctx: Ctx,
  asked: { codes: readonly string[]; year: number },
): Promise<FoundOutlines> {
  if (asked.codes.length === 0) return { outlines: [], sources: [] };
  const { rows } = await sql<OutlineRow>`
    select distinct on (area_code) area_code, path, box_left, box_top, box_right, box_bottom, source
    from indicators.boundary join indicators.boundary_file on boundary_file.id = boundary.boundary_file_id
    where boundary.partnership_id = ${ctx.partnershipId} and withdrawn_at is null
      and area_code = any(${[...asked.codes]}::text[])
    order by area_code, (from_year <= ${asked.year} and until_year >= ${asked.year}) desc, loaded_at desc`.execute(
    ctx.db,
  );
  return {
    outlines: rows.map((row) => ({
      key: row.area_code,
      path: row.path,
      box: [row.box_left, row.box_top, row.box_right, row.box_bottom],
    })),
    sources: [...new Set(rows.map(({ source }) => source))],
  };
}

type OutlineRow = {
  area_code: string;
  path: string;
  box_left: number;
  box_top: number;
  box_right: number;
  box_bottom: number;
  source: string;
};

function indicators(ctx: Ctx) {
  return ctx.db.withTables<IndicatorsTables>();
}
