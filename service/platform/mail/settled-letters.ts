import { sql } from 'kysely';
import type { Ctx } from '../db/database.ts';
import type { Day } from '../kernel/day.ts';
import type { MailTables } from './tables.generated.ts';

/** A letter as it stands in the tables: what it said is forgotten once it has gone. */
export type KeptLetter = {
  id: string;
  to: string;
  subject: string;
  state: string;
  writtenAt: Date;
  /** the day on which it went or was given up; null while it waits */
  settledOn: Day | null;
  /** what it says, while it has not gone */
  parts: unknown;
};

/** Every letter to an address. */
export function lettersTo(ctx: Ctx, address: string): Promise<KeptLetter[]> {
  return kept(ctx)
    .where(sql`lower(to_address)`, '=', address)
    .orderBy('written_at')
    .execute();
}

/** Letters that went, or were given up, on a day or before. */
export function lettersSettled(ctx: Ctx, onOrBefore: Day): Promise<KeptLetter[]> {
  return kept(ctx)
    .where(sql<boolean>`${settledOn} <= ${onOrBefore}::date`)
    .orderBy('written_at')
    .execute();
}

export async function deleteLetters(ctx: Ctx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { numDeletedRows } = await tables(ctx)
    .deleteFrom('platform.letter')
    .where('id', 'in', [...ids])
    .executeTakeFirst();
  return Number(numDeletedRows);
}

const settledOn = sql<Day | null>`(settled_at at time zone 'Europe/London')::date`;

function kept(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('platform.letter')
    .select(['id', 'to_address as to', 'subject', 'state', 'parts', 'written_at as writtenAt'])
    .select(settledOn.as('settledOn'))
    .where('partnership_id', '=', ctx.partnershipId);
}

function tables(ctx: Ctx) {
  return ctx.db.withTables<MailTables>();
}
