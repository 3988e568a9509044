import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { dayInEngland } from '#platform/kernel/day.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Figure } from '../domain/figures/figure.ts';
import type { Period } from '../domain/period.ts';
import { statusOfCode } from '../domain/status-code.ts';
import type { Value } from '../domain/value.ts';
import { periodsByKey } from './periods.ts';
import type { IndicatorsTables } from './tables.generated.ts';

/**
 * What everything worked out from the figures is kept under: their version, and the newest file, so that two databases
 * never share what was worked out for one of them. Undefined before the first file.
 */
export async function figuresStamp(ctx: Ctx): Promise<string | undefined> {
  const { rows } = await sql<{ number: number; newest: string }>`
    select number, newest.id as newest from indicators.figures_version
    cross join lateral (select id from indicators.batch order by key desc limit 1) as newest
    where partnership_id = ${ctx.partnershipId}`.execute(ctx.db);
  const [row] = rows;
  return row && `${row.number} ${row.newest}`;
}

/** What the keys in a series stand for: the same for every question asked of one version of the figures. */
export type Keys = {
  periods: ReadonlyMap<number, Period>;
  /** the other way round, for the very periods of that map */
  keyOf: ReadonlyMap<Period, number>;
  /** the files that can be seen, and the day on which each was brought in */
  files: ReadonlyMap<number, Day>;
  /** those of them that hold invented areas: all that they say is invented, their England too */
  inventedFiles: ReadonlySet<number>;
};

/** What the keys stand for now. */
export async function readKeys(ctx: Ctx): Promise<Keys> {
  const rows = await ctx.db
    .withTables<IndicatorsTables>()
    .selectFrom('indicators.batch')
    .select(['key', 'started_at', 'finished_at'])
    .select(
      sql<boolean>`exists (select from indicators.series where batch_key = batch.key and area_code like 'X%')`.as(
        'is_invented',
      ),
    )
    .where('state', '=', 'visible')
    .execute();
  const periods = await periodsByKey(ctx);
  return {
    periods,
    keyOf: new Map([...periods].map(([key, period]) => [period, key])),
    files: new Map(rows.map((row) => [row.key, dayInEngland(row.finished_at ?? row.started_at)])),
    inventedFiles: new Set(rows.filter((row) => row.is_invented).map(({ key }) => key)),
  };
}

/** One series as the statement below sends it: an array is cheaper to send and to read than names. */
export type SentSeries = [
  measure: string,
  area: string,
  batch: number,
  periods: number[],
  amounts: (number | null)[],
  statuses: number[] | null,
  counts: (number | null)[] | null,
  denominators: (number | null)[] | null,
  lower: (number | null)[] | null,
  upper: (number | null)[] | null,
  remarks: Record<string, { trend?: string }> | null,
];

/** All figures, for everybody, of some measures in some areas, by measure: one question, however many of both. */
export async function readFigures(
  ctx: Ctx,
  keys: Keys,
  asked: {
    measures: readonly string[];
    areaCodes: readonly string[];
    invented: boolean;
    /** of which areas the publisher's remarks are wanted too */
    remarksOf?: readonly string[];
  },
): Promise<ReadonlyMap<string, readonly Figure[]>> {
  // An invented county is read beside an invented England, and a real one never is.
  const files = [...keys.files.keys()].filter((key) => keys.inventedFiles.has(key) === asked.invented);
  // Asked measure by measure inside the one statement, so that the planner takes the index and not the whole table.
  const { rows } = await sql<{ series: SentSeries[] | null }>`
    select json_agg(json_build_array(found.measure, area_code, batch_key, period_keys, amounts, statuses, counts,
      denominators, lower95, upper95,
      case when area_code = any(${asked.remarksOf ?? []}::text[]) then remarks end)) as series
    from unnest(${asked.measures}::text[]) as asked (measure)
    cross join lateral (
      select * from indicators.series
      where series.measure = asked.measure and area_code = any(${asked.areaCodes}::text[]) and breakdown = ''
      offset 0
    ) as found
    where batch_key = any(${files}::integer[])`.execute(ctx.db);
  const found = new Map<string, Figure[]>();
  for (const series of rows[0]?.series ?? []) {
    const [measure] = series;
    const known = found.get(measure);
    if (known) known.push(...figuresOf(series, keys));
    else found.set(measure, figuresOf(series, keys));
  }
  return found;
}

/** The figures of one series that was sent; none of a file that cannot be seen. */
export function figuresOf(series: SentSeries, keys: Keys): Figure[] {
  const [, areaCode, batch, periods, amounts, statuses, counts, denominators, lower, upper, remarks] = series;
  const broughtInOn = keys.files.get(batch);
  if (!broughtInOn) return [];
  return periods.flatMap((key, at) => {
    const period = keys.periods.get(key);
    if (!period) return [];
    const limits = { lower: lower?.[at] ?? undefined, upper: upper?.[at] ?? undefined };
    return [
      {
        areaCode,
        period,
        value: valueOf(amounts[at], statuses?.[at]),
        count: counts?.[at] ?? undefined,
        denominator: denominators?.[at] ?? undefined,
        limits95: limitsOf(limits),
        batch,
        broughtInOn,
        publishersTrend: remarks?.[String(key)]?.trend,
      },
    ];
  });
}

function valueOf(amount: number | null | undefined, status: number | undefined): Value {
  return amount ?? statusOfCode(status ?? 3);
}

function limitsOf(given: { lower: number | undefined; upper: number | undefined }): Figure['limits95'] {
  const { lower, upper } = given;
  return lower === undefined || upper === undefined ? undefined : { lower, upper };
}

/** One area's number in one period of one measure. */
export type AreaNumber = { areaCode: string; batch: number; value: number };

/** The numbers of every area in some periods of some measures, by measure and period key: what a rank is made from. */
export async function readAllAreas(
  ctx: Ctx,
  keys: Keys,
  asked: readonly { measure: string; periodKey: number }[],
): Promise<ReadonlyMap<string, readonly AreaNumber[]>> {
  if (asked.length === 0) return new Map();
  const { rows } = await sql<SentAreas>`
    select asked.measure, asked.period_key, found.*
    from unnest(${asked.map(({ measure }) => measure)}::text[], ${asked.map(({ periodKey }) => periodKey)}::integer[])
      as asked (measure, period_key)
    cross join lateral (
      select to_json(array_agg(area_code)) as areas, to_json(array_agg(batch_key)) as batches,
        to_json(array_agg(amounts[array_position(period_keys, asked.period_key)])) as amounts
      from indicators.series
      where measure = asked.measure and breakdown = '' and batch_key = any(${[...keys.files.keys()]}::integer[])
    ) as found`.execute(ctx.db);
  return new Map(
    rows.map(({ measure, period_key, areas, batches, amounts }) => [
      areaNumbersKey(measure, period_key),
      (areas ?? []).flatMap((areaCode, at) => {
        const [batch, value] = [batches?.[at] ?? undefined, amounts?.[at] ?? undefined];
        return batch === undefined || value === undefined ? [] : [{ areaCode, batch, value }];
      }),
    ]),
  );
}

type SentAreas = {
  measure: string;
  period_key: number;
  areas: string[] | null;
  batches: number[] | null;
  amounts: (number | null)[] | null;
};

/** The key under which the numbers of all areas stand. */
export function areaNumbersKey(measure: string, periodKey: number): string {
  return `${periodKey} ${measure}`;
}

/** The codes of the areas for which any of these measures has a figure. */
export async function areasWithFigures(
  ctx: Ctx,
  keys: Keys,
  measures: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ area_code: string }>`
    select distinct area_code from indicators.series
    where measure = any(${[...measures]}::text[]) and breakdown = ''
      and batch_key = any(${[...keys.files.keys()]}::integer[])`.execute(ctx.db);
  return rows.map(({ area_code }) => area_code);
}

/** The measures that any area has a figure of. */
export async function measuresWithFigures(ctx: Ctx, keys: Keys): Promise<ReadonlySet<string>> {
  // One step of the index for each measure, where "distinct" would read every series.
  const files = sql`batch_key = any(${[...keys.files.keys()]}::integer[])`;
  const { rows } = await sql<{ measure: string }>`
    with recursive found as (
      (select measure from indicators.series where ${files} order by measure limit 1)
      union all
      select (select measure from indicators.series where measure > found.measure and ${files} order by measure limit 1)
      from found where found.measure is not null
    )
    select measure from found where measure is not null`.execute(ctx.db);
  return new Set(rows.map(({ measure }) => measure));
}
