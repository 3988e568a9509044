import type { Ctx } from '../db/database.ts';
import { compareDays, dayInEngland, type Day } from '../kernel/day.ts';
import type { LinksTables } from './tables.generated.ts';

/** A link as it stands in the tables, for whoever asks what is held, or deletes what is over. */
export type KeptLink = { id: string; purpose: string; title: string; to: string; madeAt: Date; overOn: Day };

/** Every link that went to an address. */
export async function linksTo(ctx: Ctx, address: string): Promise<KeptLink[]> {
  const rows = await kept(ctx)
    .where(({ fn }) => fn<string>('lower', ['to_address']), '=', address)
    .execute();
  return rows.map(keptFrom);
}

/** Links that were over on a day or before: used, taken back or out of time. */
export async function linksOver(ctx: Ctx, onOrBefore: Day): Promise<KeptLink[]> {
  // the day ends in England at another instant than elsewhere: a day more is read, and the day itself decides
  const before = new Date(Date.parse(`${onOrBefore}T00:00:00Z`) + 2 * 86_400_000);
  const rows = await kept(ctx)
    .where((of) => of.or([of('ended_at', '<', before), of('expires_at', '<', before)]))
    .execute();
  return rows.map(keptFrom).filter(({ overOn }) => compareDays(overOn, onOrBefore) <= 0);
}

/** Deletes links with their tokens, codes and passes; answers with how many rows went. */
export async function deleteLinks(ctx: Ctx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  let rows = 0;
  for (const table of ['platform.link_token', 'platform.link_code', 'platform.link_pass'] as const) {
    const gone = await tables(ctx)
      .deleteFrom(table)
      .where('link_id', 'in', [...ids])
      .executeTakeFirst();
    rows += Number(gone.numDeletedRows);
  }
  const gone = await tables(ctx)
    .deleteFrom('platform.link')
    .where('id', 'in', [...ids])
    .executeTakeFirst();
  return rows + Number(gone.numDeletedRows);
}

function kept(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('platform.link')
    .select(['id', 'purpose', 'title', 'to_address', 'made_at', 'ended_at', 'expires_at'])
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy('made_at');
}

type Row = Pick<
  LinksTables['platform.link'],
  'id' | 'purpose' | 'title' | 'to_address' | 'made_at' | 'ended_at' | 'expires_at'
>;

function keptFrom({ id, purpose, title, to_address: to, made_at: madeAt, ...row }: Row): KeptLink {
  const over = row.ended_at && row.ended_at < row.expires_at ? row.ended_at : row.expires_at;
  return { id, purpose, title, to, madeAt, overOn: dayInEngland(over) };
}

function tables(ctx: Ctx) {
  return ctx.db.withTables<LinksTables>();
}
