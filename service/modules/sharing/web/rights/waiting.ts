import type { Ctx } from '#platform/db/database.ts';
import { rightsWait } from '../../queries/rights/requests-seen.ts';

/** What waits here for whoever looks at their work: no name of anybody stands in it. */
export function rightsThatWait(ctx: Ctx): ReturnType<typeof rightsWait> {
  return rightsWait(ctx);
}
