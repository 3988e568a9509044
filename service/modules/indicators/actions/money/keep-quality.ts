import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Kept, QualitySaid } from '../../domain/money/service-quality.ts';
import { keepMoney } from '../../domain/permissions.ts';
import { keepServiceQuality, lockServiceQuality } from '../../store/money/service-quality.ts';

export type KeepQualityRefusal =
  | NotAllowed
  | { reason: 'quality-missing' }
  | { reason: 'changed-meanwhile'; theirs: Kept };

/** Writes down a standard that a service keeps, or what a service came to; or changes one. */
export async function keepQuality(
  ctx: Ctx,
  given: { id: Id<'service-quality'> | undefined; seen: number; said: QualitySaid },
): Promise<Outcome<Id<'service-quality'>, KeepQualityRefusal>> {
  if (!allowed(ctx.actor, keepMoney)) return refuse({ reason: 'not-allowed' });
  const before = given.id && (await lockServiceQuality(ctx, given.id));
  if (given.id && before?.said.kind !== given.said.kind) return refuse({ reason: 'quality-missing' });
  if (before && before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const id = before?.id ?? ctx.newId<'service-quality'>();
  const version = (before?.version ?? 0) + 1;
  await keepServiceQuality(ctx, { id, version, said: given.said });
  await ctx.record({
    type: 'indicators.service-quality-kept',
    subject: { kind: 'service-quality', id },
    details: { kind: given.said.kind, version },
  });
  return done(id);
}
