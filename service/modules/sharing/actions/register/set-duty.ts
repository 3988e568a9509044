import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { keepSharing } from '../../domain/permissions.ts';
import { keepSetting, sharingSetting, type SharingSetting } from '../../store/register/setting.ts';

export type SetDutyRefusal = NotAllowed | { reason: 'changed-meanwhile'; theirs: SharingSetting };

/** Says from which day the duty to share binds; undefined where it is not known. */
export async function setDuty(
  ctx: Ctx,
  { beginsOn, seen }: { beginsOn: Day | undefined; seen: number },
): Promise<Outcome<SharingSetting, SetDutyRefusal>> {
  if (!allowed(ctx.actor, keepSharing)) return refuse({ reason: 'not-allowed' });
  const before = await sharingSetting(ctx);
  if (before.version !== seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const after = { dutyBeginsOn: beginsOn, version: seen + 1 };
  await keepSetting(ctx, after);
  await ctx.record({
    type: 'sharing.duty-set',
    subject: { kind: 'partnership', id: ctx.partnershipId },
    details: { beginsOn: beginsOn ?? null },
  });
  return done(after);
}
