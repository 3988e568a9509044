import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { keepPlan } from '../../domain/permissions.ts';
import {
  checkImpact,
  type CombinedImpact,
  type ImpactRefusal,
  type ImpactWords,
} from '../../domain/plan/combined-impact.ts';
import { keepImpact, lockImpact } from '../../store/plan/combined-impacts.ts';
import { planByKey } from '../../store/plans.ts';

export type WriteImpactRefusal =
  | NotAllowed
  | ImpactRefusal
  | { reason: 'plan-missing' }
  | { reason: 'impact-missing' }
  | { reason: 'changed-meanwhile'; theirs: CombinedImpact };

/** Writes down what several changes do to the same families at once: a new one, or one that is changed where `id` names it. */
export async function writeImpact(
  ctx: Ctx,
  given: { planKey: string; words: ImpactWords; change?: { id: Id<'combined-impact'>; seen: number } },
): Promise<Outcome<CombinedImpact, WriteImpactRefusal>> {
  if (!allowed(ctx.actor, keepPlan)) return refuse({ reason: 'not-allowed' });
  const plan = await planByKey(ctx, given.planKey);
  if (!plan) return refuse({ reason: 'plan-missing' });
  const before = given.change && (await lockImpact(ctx, given.change.id));
  if (given.change && (!before || before.planId !== plan.id)) return refuse({ reason: 'impact-missing' });
  if (before && before.version !== given.change?.seen)
    return refuse({ reason: 'changed-meanwhile', theirs: before });
  const checked = checkImpact(given.words);
  if (!checked.done) return checked;
  const impact: CombinedImpact = {
    ...checked.value,
    id: before?.id ?? ctx.newId<'combined-impact'>(),
    planId: plan.id,
    changes: checked.value.changes.map((change) => ({ ...change, id: ctx.newId<'combined-change'>() })),
    version: (before?.version ?? 0) + 1,
  };
  await keepImpact(ctx, impact);
  await ctx.record({
    type: 'delivery.combined-impact-written',
    subject: { kind: 'combined-impact', id: impact.id },
    details: { changes: impact.changes.length },
  });
  return done(impact);
}
