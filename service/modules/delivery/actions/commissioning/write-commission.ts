import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Commission } from '../../domain/commissioning/commission.ts';
import {
  checkCommission,
  keyOf,
  type CommissionRefusal,
  type CommissionWords,
} from '../../domain/commissioning/new-commission.ts';
import { keepCommissioning } from '../../domain/permissions.ts';
import { commissionByKey, keepCommission, lockCommission } from '../../store/commissioning/commissions.ts';

export type BeginCommissionRefusal = NotAllowed | CommissionRefusal | { reason: 'title-taken' };

/** Begins a joint purchase with its need. */
export async function beginCommission(
  ctx: Ctx,
  words: CommissionWords,
): Promise<Outcome<Commission, BeginCommissionRefusal>> {
  if (!allowed(ctx.actor, keepCommissioning)) return refuse({ reason: 'not-allowed' });
  const checked = checkCommission(words);
  if (!checked.done) return checked;
  const key = keyOf(checked.value.title);
  // two of one name could not be told apart in an address
  if (key === 'new' || (await commissionByKey(ctx, key))) return refuse({ reason: 'title-taken' });
  const commission: Commission = {
    ...checked.value,
    id: ctx.newId<'commission'>(),
    key,
    step: 'need',
    decisionId: undefined,
    service: { name: '', provider: '', from: undefined, until: undefined },
    outcome: '',
    verdict: undefined,
    verdictReason: '',
    version: 1,
  };
  await keepCommission(ctx, commission);
  await ctx.record({
    type: 'delivery.commission-begun',
    subject: { kind: 'commission', id: commission.id },
    details: { key },
  });
  return done(commission);
}

export type ChangeCommissionRefusal =
  | NotAllowed
  | CommissionRefusal
  | { reason: 'commission-missing' }
  | { reason: 'changed-meanwhile'; theirs: Commission };

/** Changes what is written of its need, unless somebody changed it first. */
export async function changeCommission(
  ctx: Ctx,
  given: { key: string; seen: number; words: CommissionWords },
): Promise<Outcome<Commission, ChangeCommissionRefusal>> {
  if (!allowed(ctx.actor, keepCommissioning)) return refuse({ reason: 'not-allowed' });
  const before = await lockCommission(ctx, given.key);
  if (!before) return refuse({ reason: 'commission-missing' });
  if (before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const checked = checkCommission(given.words);
  if (!checked.done) return checked;
  const commission = { ...before, ...checked.value, version: before.version + 1 };
  await keepCommission(ctx, commission);
  await ctx.record({
    type: 'delivery.commission-changed',
    subject: { kind: 'commission', id: commission.id },
    details: { key: commission.key },
  });
  return done(commission);
}
