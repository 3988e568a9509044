import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import type { Period, PeriodKind, PeriodState } from '../domain/period.ts';
import type { IndicatorsTables } from './tables.generated.ts';

/** Every span of time that figures speak of, by its key: some hundreds at most. */
export async function periodsByKey(ctx: Ctx): Promise<ReadonlyMap<number, Period>> {
  const rows = await ctx.db
    .withTables<IndicatorsTables>()
    .selectFrom('indicators.period')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.key,
      {
        start: row.start_on,
        end: row.end_on,
        kind: known(kinds, row.kind),
        years: row.years,
        state: known(states, row.state),
        text: row.text,
      },
    ]),
  );
}

/** Keeps periods that are not kept yet; answers with the key of each, in the order given. */
export async function keepPeriods(ctx: Ctx, periods: readonly Period[]): Promise<number[]> {
  const column = <Cell>(cell: (period: Period) => Cell) => periods.map(cell);
  const given = sql`unnest(
    ${column(({ start }) => start)}::date[], ${column(({ end }) => end)}::date[], ${column(({ kind }) => kind)}::text[],
    ${column(({ years }) => years)}::smallint[], ${column(({ state }) => state)}::text[],
    ${column(({ text }) => text)}::text[]
  ) with ordinality as given (start_on, end_on, kind, years, state, text, place)`;
  await sql`
    insert into indicators.period (partnership_id, start_on, end_on, kind, years, state, text)
    select ${ctx.partnershipId}::uuid, start_on, end_on, kind, years, state, text from ${given}
    on conflict do nothing`.execute(ctx.db);
  const { rows } = await sql<{ key: number }>`
    select period.key from ${given}
    join indicators.period as period using (start_on, end_on, kind, years, state, text)
    where period.partnership_id = ${ctx.partnershipId}
    order by given.place`.execute(ctx.db);
  if (rows.length !== periods.length) throw new Error('a period was given twice, or was not kept');
  return rows.map(({ key }) => key);
}

const kinds: readonly PeriodKind[] = [
  ...([
    'calendar',
    'academic',
    'financial',
    'year',
    'half',
    'term',
    'quarter',
    'month',
    'week',
    'day',
  ] as const),
];
const states: readonly PeriodState[] = ['final', 'provisional', 'revised'];

function known<Name extends string>(names: readonly Name[], text: string): Name {
  const found = names.find((name) => name === text);
  if (found === undefined) throw new RangeError(`no period is ${text}`);
  return found;
}
