import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { keepRetention } from '../../domain/permissions.ts';
import type { Hold } from '../../domain/retention/retention-rule.ts';
import { keepHold, lockHold } from '../../store/retention/rules-and-holds.ts';

export type HoldToSet = Pick<Hold, 'on' | 'title' | 'reason'> & { untilOn: Day | undefined };

export type HoldRefusal = NotAllowed | { reason: 'reason-missing' } | { reason: 'until-before-today' };

/** Keeps something beyond its rule, with the reason and until when. It counts at once, for lists that wait too. */
export async function setHold(ctx: Ctx, given: HoldToSet): Promise<Outcome<Hold, HoldRefusal>> {
  if (!allowed(ctx.actor, keepRetention)) return refuse({ reason: 'not-allowed' });
  if (given.reason.trim() === '') return refuse({ reason: 'reason-missing' });
  if (given.untilOn !== undefined && compareDays(given.untilOn, ctx.today) < 0)
    return refuse({ reason: 'until-before-today' });
  const hold: Hold = {
    ...given,
    id: ctx.newId<'retention-hold'>(),
    fromOn: ctx.today,
    setByName: nameOfActor(ctx.actor),
    ended: undefined,
    version: 1,
  };
  await keepHold(ctx, hold);
  touch(ctx, hold, 'retention-hold-set');
  return done(hold);
}

export type EndHoldRefusal =
  | NotAllowed
  | { reason: 'hold-missing' }
  | { reason: 'hold-ended' }
  | { reason: 'changed-meanwhile' }
  | { reason: 'reason-missing' };

/** Ends a hold, with the reason: what is due then stands on the next list. */
export async function endHold(
  ctx: Ctx,
  { id, seen, why }: { id: string; seen: number; why: string },
): Promise<Outcome<Hold, EndHoldRefusal>> {
  if (!allowed(ctx.actor, keepRetention)) return refuse({ reason: 'not-allowed' });
  const hold = await lockHold(ctx, id);
  if (!hold) return refuse({ reason: 'hold-missing' });
  if (hold.ended) return refuse({ reason: 'hold-ended' });
  if (hold.version !== seen) return refuse({ reason: 'changed-meanwhile' });
  if (why.trim() === '') return refuse({ reason: 'reason-missing' });
  const ended = {
    ...hold,
    ended: { on: ctx.today, byName: nameOfActor(ctx.actor), why },
    version: hold.version + 1,
  };
  await keepHold(ctx, ended);
  touch(ctx, ended, 'retention-hold-ended');
  return done(ended);
}

function touch(ctx: Ctx, { id }: Hold, act: string): void {
  ctx.audit({
    act: `sharing.${act}`,
    way: 'written',
    subject: { kind: 'retention-hold', id },
    relationship: 'retention-desk',
    purpose: 'record-keeping',
  });
}
