import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import type { Figure } from '../../domain/figures/figure.ts';
import { placeKey, type SideAt } from '../../domain/gap/telling.ts';
import { figuresOf, type Keys, type SentSeries } from '../figures.ts';

type InAreas = { areaCodes: readonly string[]; invented: boolean };

/** The files that may be read for areas: an invented county stands beside an invented England, a real one never does. */
function filesFor({ files, inventedFiles }: Keys, { invented }: InAreas): readonly number[] {
  return [...files.keys()].filter((key) => inventedFiles.has(key) === invented);
}

/** Every part of a measure that these areas have a figure of. */
export async function partsWithFigures(ctx: Ctx, keys: Keys, asked: InAreas): Promise<readonly SideAt[]> {
  const { rows } = await sql<SideAt>`
    select distinct measure, breakdown from indicators.series
    where breakdown <> '' and area_code = any(${[...asked.areaCodes]}::text[])
      and batch_key = any(${[...filesFor(keys, asked)]}::integer[])
    order by measure, breakdown`.execute(ctx.db);
  return rows;
}

/** The figures of some parts of measures in some areas, by `placeKey`: one question, however many of both. */
export async function readParts(
  ctx: Ctx,
  keys: Keys,
  asked: InAreas & { places: readonly SideAt[] },
): Promise<ReadonlyMap<string, readonly Figure[]>> {
  if (asked.places.length === 0) return new Map();
  const { rows } = await sql<{ series: [breakdown: string, series: SentSeries][] | null }>`
    select json_agg(json_build_array(found.breakdown, json_build_array(found.measure, area_code, batch_key, period_keys,
      amounts, statuses, counts, denominators, lower95, upper95))) as series
    from unnest(
      ${asked.places.map(({ measure }) => measure)}::text[], ${asked.places.map(({ breakdown }) => breakdown)}::text[]
    ) as asked (measure, breakdown)
    cross join lateral (
      select * from indicators.series
      where series.measure = asked.measure and area_code = any(${[...asked.areaCodes]}::text[])
        and series.breakdown = asked.breakdown
      offset 0
    ) as found
    where batch_key = any(${[...filesFor(keys, asked)]}::integer[])`.execute(ctx.db);
  const found = new Map<string, Figure[]>();
  for (const [breakdown, series] of rows[0]?.series ?? []) {
    const key = placeKey({ measure: series[0], breakdown });
    found.set(key, [...(found.get(key) ?? []), ...figuresOf(series, keys)]);
  }
  return found;
}
