import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { besideNames } from '../domain/bringing-in/gathered.ts';
import type { BesideName, GatheredSeries } from '../domain/bringing-in/gathered.ts';
import type { Period } from '../domain/period.ts';
import type { Point, Remark, SeriesPart } from '../domain/standing.ts';
import { statusOfCode } from '../domain/status-code.ts';

/**
 * Writes series of a batch in one statement.
 * @param periodKeys the key of each period in the gathering's list
 */
export async function writeSeries(
  ctx: Ctx,
  given: { batchKey: number; series: readonly GatheredSeries[]; periodKeys: readonly number[] },
): Promise<void> {
  const { batchKey, series, periodKeys } = given;
  const column = (write: (one: GatheredSeries) => string | null) => series.map(write);
  const beside = (name: BesideName) => column(({ beside }) => (beside[name] ? numbers(beside[name]) : null));
  await sql`
    insert into indicators.series
      (partnership_id, batch_key, measure, area_code, breakdown, period_keys, amounts, statuses,
       counts, denominators, lower95, upper95, lower998, upper998, remarks)
    select ${ctx.partnershipId}::uuid, ${batchKey}::integer, measure, area_code, breakdown, period_keys::integer[],
      amounts::float8[], statuses::smallint[], counts::float8[], denominators::float8[], lower95::float8[],
      upper95::float8[], lower998::float8[], upper998::float8[], remarks::jsonb
    from unnest(
      ${column(({ measure }) => measure)}::text[], ${column(({ areaCode }) => areaCode)}::text[],
      ${column(({ breakdown }) => breakdown)}::text[],
      ${column(({ periods }) => `{${periods.map((place) => periodKeys[place]).join(',')}}`)}::text[],
      ${column(({ amounts }) => numbers(amounts))}::text[],
      ${column(({ statuses }) => (statuses.some((status) => status !== 0) ? `{${statuses.join(',')}}` : null))}::text[],
      ${beside('count')}::text[], ${beside('denominator')}::text[], ${beside('lower95')}::text[],
      ${beside('upper95')}::text[], ${beside('lower998')}::text[], ${beside('upper998')}::text[],
      ${column(({ remarks }) => remarksText(remarks, periodKeys))}::text[]
    ) as given (measure, area_code, breakdown, period_keys, amounts, statuses, counts, denominators,
      lower95, upper95, lower998, upper998, remarks)`.execute(ctx.db);
}

function numbers(list: readonly number[]): string {
  return `{${list.map((number) => (Number.isNaN(number) ? 'NULL' : number)).join(',')}}`;
}

function remarksText(remarks: ReadonlyMap<number, Remark>, periodKeys: readonly number[]): string | null {
  if (remarks.size === 0) return null;
  return JSON.stringify(
    Object.fromEntries([...remarks].map(([place, remark]) => [String(periodKeys[place]), remark])),
  );
}

/** Takes some of a batch's series away; answers how many. Asked again until it answers none, so that pages go on. */
export async function removeSomeSeries(ctx: Ctx, batchKey: number, most: number): Promise<number> {
  const result = await sql`
    delete from indicators.series where key in
      (select key from indicators.series where batch_key = ${batchKey} limit ${most})`.execute(ctx.db);
  return Number(result.numAffectedRows ?? 0n);
}

/** A series as one visible file gives it. */
export type VisibleSeries = SeriesPart & SeriesName;

/** A series by what it is of; '' as breakdown is everybody. */
export type SeriesName = {
  readonly measure: string;
  readonly areaCode: string;
  readonly breakdown: string;
};

/**
 * What every visible file says of some series. Files may overlap: `standing` of the domain says what holds.
 * @param periods every period by its key, see `periodsByKey`
 */
export async function visibleSeries(
  ctx: Ctx,
  asked: readonly SeriesName[],
  periods: ReadonlyMap<number, Period>,
): Promise<VisibleSeries[]> {
  // "offset 0" keeps the planner to one look at the index for each series: it knows too little to plan it better.
  const { rows } = await sql<FoundRow>`
    select found.* from unnest(
      ${asked.map(({ measure }) => measure)}::text[], ${asked.map(({ areaCode }) => areaCode)}::text[],
      ${asked.map(({ breakdown }) => breakdown)}::text[]
    ) as asked (measure, area_code, breakdown)
    cross join lateral (
      select batch_key, measure, area_code, breakdown, period_keys, amounts, statuses, counts, denominators,
        lower95, upper95, lower998, upper998, remarks
      from indicators.series as series
      where series.measure = asked.measure and series.area_code = asked.area_code
        and series.breakdown = asked.breakdown and series.partnership_id = ${ctx.partnershipId}
      offset 0
    ) as found
    where found.batch_key in (select key from indicators.batch where state = 'visible')`.execute(ctx.db);
  return rows.map((row) => ({
    batchKey: row.batch_key,
    measure: row.measure,
    areaCode: row.area_code,
    breakdown: row.breakdown,
    points: pointsOf(row, periods),
  }));
}

/** Lets the planner learn what tables hold now; asked after figures were brought in. */
export async function learnAboutSeries(ctx: Ctx): Promise<void> {
  await sql`select indicators.learn_about_series()`.execute(ctx.db);
}

type FoundRow = Row & { batch_key: number; measure: string; area_code: string; breakdown: string };

type Numbers = readonly (number | null)[] | null;

type Row = {
  period_keys: readonly (number | null)[];
  amounts: readonly (number | null)[];
  statuses: Numbers;
  counts: Numbers;
  denominators: Numbers;
  lower95: Numbers;
  upper95: Numbers;
  lower998: Numbers;
  upper998: Numbers;
  remarks: unknown;
};

const columnOf: {
  readonly [Name in BesideName]: Exclude<keyof Row, 'period_keys' | 'amounts' | 'remarks' | 'statuses'>;
} = {
  count: 'counts',
  denominator: 'denominators',
  lower95: 'lower95',
  upper95: 'upper95',
  lower998: 'lower998',
  upper998: 'upper998',
};

const remarkRows = z.record(
  z.string(),
  z.object({
    note: z.string().exactOptional(),
    trend: z.string().exactOptional(),
    comparison: z.string().exactOptional(),
  }),
);

function pointsOf(row: Row, periods: ReadonlyMap<number, Period>): Point[] {
  const remarks = row.remarks === null ? {} : remarkRows.parse(row.remarks);
  return row.period_keys.map((key, at) => {
    const period = periods.get(key ?? 0);
    if (!period) throw new RangeError(`a series speaks of the period ${key}, which is not kept`);
    const amount = row.amounts[at] ?? null;
    const value = amount === null ? statusOfCode(row.statuses?.[at] ?? 0) : amount;
    const beside: { [Name in BesideName]?: number } = {};
    for (const name of besideNames) {
      const number = row[columnOf[name]]?.[at] ?? null;
      if (number !== null) beside[name] = number;
    }
    const remark = remarks[String(key)];
    return { period, value, ...beside, ...(remark ? { remark } : {}) };
  });
}
