import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { gdpDeflators } from '#reference/deflators.ts';
import {
  checkClaim,
  type ClaimRefusal,
  type ClaimWords,
  type CostClaim,
} from '../../domain/money/cost-claim.ts';
import { keepMoney } from '../../domain/permissions.ts';
import { keepCostClaim, lockCostClaim } from '../../store/money/cost-claims.ts';

export type KeepClaimRefusal =
  | NotAllowed
  | ClaimRefusal
  | { reason: 'claim-missing' }
  | { reason: 'changed-meanwhile'; theirs: CostClaim };

/** Writes a claim down, or changes one: with every assumption, or not at all. */
export async function keepClaim(
  ctx: Ctx,
  given: { id: Id<'cost-claim'> | undefined; seen: number; words: ClaimWords },
): Promise<Outcome<Id<'cost-claim'>, KeepClaimRefusal>> {
  if (!allowed(ctx.actor, keepMoney)) return refuse({ reason: 'not-allowed' });
  const before = given.id && (await lockCostClaim(ctx, given.id));
  if (given.id && !before) return refuse({ reason: 'claim-missing' });
  const checked = checkClaim(given.words, gdpDeflators());
  if (!checked.done) return checked;
  if (before && before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const id = before?.id ?? ctx.newId<'cost-claim'>();
  await keepCostClaim(ctx, { id, version: (before?.version ?? 0) + 1, words: checked.value });
  await ctx.record({
    type: 'indicators.cost-claim-kept',
    subject: { kind: 'cost-claim', id },
    details: { year: checked.value.year, version: (before?.version ?? 0) + 1 },
  });
  return done(id);
}
