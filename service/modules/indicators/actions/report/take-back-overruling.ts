import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { overruleVerdicts } from '../../domain/permissions.ts';
import type { Overruling } from '../../domain/report/overruling.ts';
import { raiseFiguresVersion } from '../../store/batches.ts';
import { lockOverruling, takeOverrulingsBack } from '../../store/overrulings.ts';
import { whoseWords } from './whose-words.ts';

/** None of this name, or somebody took it back already. */
export type TakeBackRefusal = NotAllowed | { reason: 'no-such-overruling' };

/** Takes back what was said of a verdict: what was worked out stands alone again. Any analyst may. */
export async function takeBackOverruling(
  ctx: Ctx,
  id: Id<'overruling'>,
): Promise<Outcome<Overruling, TakeBackRefusal>> {
  if (!allowed(ctx.actor, overruleVerdicts)) return refuse({ reason: 'not-allowed' });
  const found = await lockOverruling(ctx, id);
  if (!found) return refuse({ reason: 'no-such-overruling' });
  await takeOverrulingsBack(ctx, [id], whoseWords(ctx));
  await raiseFiguresVersion(ctx);
  await ctx.record({
    type: 'indicators.overruling-taken-back',
    subject: { kind: 'measure', id: found.measure },
    details: { area: found.areaCode, about: found.about },
  });
  return done(found);
}
