import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { PackLine } from '../../domain/packs/pack-line.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { addPublishing, packById } from '../../store/packs/packs.ts';

export type PublishPackRefusal =
  | NotAllowed
  | { reason: 'pack-missing' }
  | { reason: 'already-so'; publish: 'publish' | 'withdraw' }
  | { reason: 'withdrawing-reason-missing' };

/** Lets everybody read a pack in its version for the public, or takes it back with a reason. */
export async function publishPack(
  ctx: Ctx,
  given: { id: Id<'pack'>; publish: 'publish' | 'withdraw'; reason: string },
): Promise<Outcome<PackLine, PublishPackRefusal>> {
  if (!allowed(ctx.actor, keepBoards)) return refuse({ reason: 'not-allowed' });
  const pack = await packById(ctx, given.id);
  if (!pack) return refuse({ reason: 'pack-missing' });
  const { publish } = given;
  const reason = publish === 'publish' ? '' : given.reason.trim();
  if (pack.isPublished === (publish === 'publish')) return refuse({ reason: 'already-so', publish });
  if (publish === 'withdraw' && reason === '') return refuse({ reason: 'withdrawing-reason-missing' });
  await addPublishing(ctx, { packId: pack.id, publish, reason });
  const type = publish === 'publish' ? 'delivery.pack-published' : 'delivery.pack-withdrawn';
  await ctx.record({ type, subject: { kind: 'pack', id: pack.id }, details: { edition: pack.edition } });
  return done(pack);
}
