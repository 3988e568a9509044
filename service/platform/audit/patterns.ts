import { sql } from 'kysely';
import type { Ctx } from '../db/database.ts';
import type { Day } from '../kernel/day.ts';
import { storedId, type Id } from '../kernel/id.ts';
import { inPeriod } from './in-period.ts';

type Period = { from: Day; until: Day };

/** How many entries were written on a day in England, by way. */
export type DayCount = { day: Day; way: string; count: number };

/** How much was touched each day, oldest first; days without an entry are not there. */
export async function entriesByDay(ctx: Ctx, period: Period): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select (at at time zone 'Europe/London')::date as day, way, count(*) as count from platform.audit_entry
    where partnership_id = ${ctx.partnershipId} and ${inPeriod(period)} group by 1, 2 order by 1, 2`.execute(
    ctx.db,
  );
  return rows;
}

/** The acts written down in these days, by name. */
export async function actsBetween(ctx: Ctx, period: Period): Promise<string[]> {
  const { rows } = await sql<{ act: string }>`
    select distinct act from platform.audit_entry
    where partnership_id = ${ctx.partnershipId} and ${inPeriod(period)} order by act`.execute(ctx.db);
  return rows.map(({ act }) => act);
}

/** Who acted in these days, and the chains they wrote to. */
export async function actorsBetween(
  ctx: Ctx,
  period: Period,
): Promise<{ people: string[]; chains: string[] }> {
  const { rows } = await sql<{ person_id: string | null; chain: string }>`
    select distinct person_id, chain from platform.audit_entry
    where partnership_id = ${ctx.partnershipId} and ${inPeriod(period)}`.execute(ctx.db);
  const people = rows.flatMap(({ person_id }) => (person_id === null ? [] : [person_id]));
  return { people: [...new Set(people)], chains: [...new Set(rows.map(({ chain }) => chain))] };
}

/** One person's acts that somebody may want to ask about: when they began, how many acts, and how many children. */
export type Pattern = { personId: Id<'person'>; from: Date; acts: number; children: number };

type PatternRow = { person_id: string; since: Date; acts: number; children: number };

/** What counts as much, and as out of hours. */
export type PatternLimits = { children: number; refusals: number; opens: number; closes: number };

export type Patterns = {
  withoutStanding: Pattern[];
  many: Pattern[];
  outOfHours: Pattern[];
  refused: Pattern[];
};

/** What is out of the ordinary in these days, in the order in which it happened: it says nothing of anybody's reasons. */
export async function patternsBetween(ctx: Ctx, period: Period, limits: PatternLimits): Promise<Patterns> {
  const { children, refusals, opens, closes } = limits;
  const hour = sql`date_trunc('hour', at)`;
  const day = sql`(at at time zone 'Europe/London')::date`;
  const clock = sql`extract(hour from at at time zone 'Europe/London')`;
  const weekend = sql`extract(isodow from at at time zone 'Europe/London') > 5`;
  const read = sql`way in ('read', 'disclosed') and subject_kind = 'child'`;
  const ask = async (
    where: ReturnType<typeof sql>,
    by: ReturnType<typeof sql>,
    having: ReturnType<typeof sql>,
  ) => {
    const { rows } = await sql<PatternRow>`
      select person_id, min(at) as since, count(*) as acts,
        count(distinct subject_id) filter (where subject_kind = 'child') as children
      from platform.audit_entry
      where partnership_id = ${ctx.partnershipId} and ${inPeriod(period)} and person_id is not null and ${where}
      group by person_id, ${by} having ${having} order by min(number) desc limit 50`.execute(ctx.db);
    return rows.map((row) => ({
      personId: storedId<'person'>(row.person_id),
      from: row.since,
      acts: row.acts,
      children: row.children,
    }));
  };
  return {
    withoutStanding: await ask(sql`${read} and relationship = 'none'`, day, sql`true`),
    many: await ask(read, hour, sql`count(distinct subject_id) >= ${children}::int`),
    outOfHours: await ask(
      sql`${read} and (${clock} < ${opens}::int or ${clock} >= ${closes}::int or ${weekend})`,
      day,
      sql`true`,
    ),
    refused: await ask(sql`way = 'refused'`, day, sql`count(*) >= ${refusals}::int`),
  };
}
