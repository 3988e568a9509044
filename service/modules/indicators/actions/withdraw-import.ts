import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { holdsFigures } from '../domain/bringing-in/batch.ts';
import type { Batch, BatchState } from '../domain/bringing-in/batch.ts';
import { bringInFigures } from '../domain/permissions.ts';
import { changeBatch, lockBatch, raiseFiguresVersion } from '../store/batches.ts';

export type WithdrawRefusal =
  | NotAllowed
  | { reason: 'no-such-import' }
  | { reason: 'not-visible'; state: BatchState }
  /** a list of facts took the place of what was before: there is nothing to fall back to */
  | { reason: 'only-facts' };

/**
 * Takes the figures of a file out of sight: what an earlier file said of the same periods is seen again. The figures are
 * kept, so that it can be known what stood on a page.
 */
export async function withdrawImport(ctx: Ctx, id: Id<'import'>): Promise<Outcome<Batch, WithdrawRefusal>> {
  if (!allowed(ctx.actor, bringInFigures)) return refuse({ reason: 'not-allowed' });
  const batch = await lockBatch(ctx, id);
  if (!batch) return refuse({ reason: 'no-such-import' });
  if (batch.state !== 'visible') return refuse({ reason: 'not-visible', state: batch.state });
  if (!holdsFigures(batch.format)) return refuse({ reason: 'only-facts' });
  await changeBatch(ctx, batch.key, { state: 'withdrawn' });
  await raiseFiguresVersion(ctx);
  await ctx.record({
    type: 'indicators.figures-withdrawn',
    subject: { kind: 'import', id: batch.id },
    details: { format: batch.format, figures: batch.summary.figures },
  });
  return done(batch);
}
