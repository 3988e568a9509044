import { sql, type RawBuilder } from 'kysely';
import type { Day } from '../kernel/day.ts';

/** That an entry was written on these days, as they are in England; both ends count. */
export function inPeriod({
  from,
  until,
}: {
  from?: Day | undefined;
  until?: Day | undefined;
}): RawBuilder<boolean> {
  const begins = from ? sql`at >= ${from}::timestamp at time zone 'Europe/London'` : sql`true`;
  const ends = until ? sql`at < (${until}::date + 1)::timestamp at time zone 'Europe/London'` : sql`true`;
  return sql<boolean>`(${begins} and ${ends})`;
}
