import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { deleteFramework } from '../store/frameworks.ts';
import { holdOwnFramework, type NotOwn } from './edit-own-framework.ts';

export type DeleteDraftRefusal = NotOwn | { reason: 'was-published' };

/** Takes a draft away for good. What was published once is closed instead, because people have read it. */
export async function deleteDraft(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<Outcome<null, DeleteDraftRefusal>> {
  const held = await holdOwnFramework(ctx, slug);
  if (!held.done) return held;
  if (held.value.published) return refuse({ reason: 'was-published' });
  await deleteFramework(ctx, held.value.id);
  await ctx.record({ type: 'strategy.draft-deleted', subject: { kind: 'framework', id: held.value.id } });
  return done(null);
}
