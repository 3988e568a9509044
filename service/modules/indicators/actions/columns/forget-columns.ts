import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { bringInFigures } from '../../domain/permissions.ts';
import { forgetSavedReading } from '../../store/saved-readings.ts';

/** Forgets columns that were remembered under a name: the next file of that shape asks again. What was brought in stays. */
export async function forgetColumns(ctx: Ctx, name: string): Promise<Outcome<{ name: string }, NotAllowed>> {
  if (!allowed(ctx.actor, bringInFigures)) return refuse({ reason: 'not-allowed' });
  await forgetSavedReading(ctx, name);
  return done({ name });
}
