import type { Ctx } from '#platform/db/database.ts';
import { digestOf } from '#platform/identity/digest.ts';
import { noteUsed } from '../../store/sign-in/used-once.ts';

/** Uses something up that may be used once; false where it was used before, by whomever. */
export function useOnce(ctx: Ctx, what: string): Promise<boolean> {
  return noteUsed(ctx, digestOf('once', what));
}
