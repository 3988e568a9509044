import type { Ctx } from '../db/database.ts';
import { compareDays, dayInEngland, type Day } from '../kernel/day.ts';
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
export async function lettersTo(ctx: Ctx, address: string): Promise<KeptLetter[]> {
  const rows = await kept(ctx)
    .where(({ fn }) => fn<string>('lower', ['to_address']), '=', address)
    .execute();
  return rows.map(keptFrom);
}

/** Letters that went, or were given up, on a day or before. */
export async function lettersSettled(ctx: Ctx, onOrBefore: Day): Promise<KeptLetter[]> {
  // the day ends in England at another instant than elsewhere: a day more is read, and the day itself decides
  const before = new Date(Date.parse(`${onOrBefore}T00:00:00Z`) + 2 * 86_400_000);
  const rows = await kept(ctx).where('settled_at', '<', before).execute();
  return rows
    .map(keptFrom)
    .filter(({ settledOn }) => settledOn !== null && compareDays(settledOn, onOrBefore) <= 0);
}

export async function deleteLetters(ctx: Ctx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { numDeletedRows } = await tables(ctx)
    .deleteFrom('platform.letter')
    .where('id', 'in', [...ids])
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function kept(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('platform.letter')
    .select(['id', 'to_address', 'subject', 'state', 'parts', 'written_at', 'settled_at'])
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy('written_at');
}

type Row = Pick<
  MailTables['platform.letter'],
  'id' | 'to_address' | 'subject' | 'state' | 'parts' | 'settled_at'
> & { written_at: Date };

function keptFrom({ to_address: to, written_at: writtenAt, settled_at: settled, ...row }: Row): KeptLetter {
  return { ...row, to, writtenAt, settledOn: settled === null ? null : dayInEngland(settled) };
}

function tables(ctx: Ctx) {
  return ctx.db.withTables<MailTables>();
}
