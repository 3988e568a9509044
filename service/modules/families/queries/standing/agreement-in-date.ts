import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';

export type BetweenBodies = { from: Id<'organisation'>; to: Id<'organisation'>; purpose: string };

/** Whether two bodies have an agreement in date for a purpose. None is known before the sharing room keeps them. */
export async function agreementInDate(_ctx: Ctx, _between: BetweenBodies): Promise<boolean> {
  return false;
}
