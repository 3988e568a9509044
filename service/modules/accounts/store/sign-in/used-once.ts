import type { Ctx } from '#platform/db/database.ts';
import { accounts } from '../accounts-tables.ts';

/** Longer than anything that may be used once lives. */
const keptMs = 60 * 60_000;

/** Uses something up that may be used once; false where it was used before, by whomever. */
export async function noteUsed(ctx: Ctx, digest: string): Promise<boolean> {
  await accounts(ctx).deleteFrom('accounts.used_once').where('until', '<', ctx.now).execute();
  const added = await accounts(ctx)
    .insertInto('accounts.used_once')
    .values({
      digest,
      partnership_id: ctx.partnershipId,
      until: new Date(ctx.now.getTime() + keptMs),
    })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .returning('digest')
    .executeTakeFirst();
  return added !== undefined;
}
