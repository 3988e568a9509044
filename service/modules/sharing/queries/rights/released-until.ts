import type { Ctx } from '#platform/db/database.ts';
import { releasedDay } from '../../store/rights/released.ts';

/** Until when an answer can be fetched; undefined where it is not there any more. Nothing of it is read. */
export function releasedUntil(ctx: Ctx, id: string): Promise<Date | undefined> {
  return releasedDay(ctx, id);
}
