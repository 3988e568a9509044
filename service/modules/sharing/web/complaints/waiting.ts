import type { Ctx } from '#platform/db/database.ts';
import { complaintsWait } from '../../queries/complaints/complaints-seen.ts';

/** What waits here for whoever looks at their work: no name of anybody stands in it. */
export function complaintsThatWait(ctx: Ctx): ReturnType<typeof complaintsWait> {
  return complaintsWait(ctx);
}
