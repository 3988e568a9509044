import { ownFrameworks } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';

/** Whether everybody is shown targets: once a strategy of our own that is published says so. */
export async function targetsShown(ctx: Ctx): Promise<boolean> {
  const own = await ownFrameworks(ctx);
  return own.some(({ stored }) => stored.published?.targetsShown === true);
}
