import type { Ctx } from '#platform/db/database.ts';
import type { Partnership } from '../domain/person.ts';
import * as partnerships from '../store/partnerships.ts';

/** The context's partnership; undefined where it has not been set up yet. */
export async function ownPartnership(ctx: Ctx): Promise<Partnership | undefined> {
  return partnerships.ownPartnership(ctx);
}
