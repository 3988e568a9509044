import type { Ctx } from '#platform/db/database.ts';
import { disposalsWait } from '../../queries/retention/retention-seen.ts';

/** What waits here for whoever looks at their work: no name of anybody stands in it. */
export function disposalsThatWait(ctx: Ctx): ReturnType<typeof disposalsWait> {
  return disposalsWait(ctx);
}
