import { createHash } from 'node:crypto';
import type { Ctx } from '../db/database.ts';
import type { TogetherTables } from './tables.generated.ts';

/** Adds what is new to what all processes have counted in this minute; answers with all there is of each sender. */
export type SettleCounts = (
  minute: number,
  fresh: readonly { sender: string; requests: number }[],
) => Promise<ReadonlyMap<string, number>>;

/** Settles in the database. Of an address only a digest is written, another one each minute. */
export async function settleCounts(
  ctx: Ctx,
  minute: number,
  fresh: readonly { sender: string; requests: number }[],
): Promise<ReadonlyMap<string, number>> {
  const named = new Map(fresh.map(({ sender }) => [digest(ctx, minute, sender), sender]));
  // always in one order, so that two processes wait for each other and never both
  const rows = fresh
    .map(({ sender, requests }) => ({
      partnership_id: ctx.partnershipId,
      sender: digest(ctx, minute, sender),
      minute,
      requests,
    }))
    .toSorted((a, b) => (a.sender < b.sender ? -1 : 1));
  const tables = ctx.db.withTables<TogetherTables>();
  await tables
    .deleteFrom('platform.request_count')
    .where('minute', '<', minute - 1)
    .execute();
  const all = await tables
    .insertInto('platform.request_count')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['partnership_id', 'sender', 'minute']).doUpdateSet((row) => ({
        requests: row('platform.request_count.requests', '+', row.ref('excluded.requests')),
      })),
    )
    .returning(['sender', 'requests'])
    .execute();
  return new Map(all.map(({ sender, requests }) => [named.get(sender) ?? '', requests]));
}

function digest({ partnershipId }: Ctx, minute: number, sender: string): string {
  return createHash('sha256').update(`${partnershipId} ${minute} ${sender}`).digest('base64url');
}
