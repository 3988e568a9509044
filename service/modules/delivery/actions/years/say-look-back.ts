import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { lookBack, turnYear } from '../../domain/permissions.ts';
import {
  checkLookBack,
  type LookBack,
  type LookBackRefusal,
  type LookBackWords,
} from '../../domain/years/look-back.ts';
import { planByKey, prioritiesOf } from '../../store/plans.ts';
import { addLookBack, lookBacksOf, removeLookBack } from '../../store/years/look-backs.ts';

export type SayLookBackRefusal =
  | NotAllowed
  | LookBackRefusal
  | { reason: 'plan-missing' }
  | { reason: 'priority-missing' };

/** Keeps what somebody says of a year, beside what everybody else says. */
export async function sayLookBack(
  ctx: Ctx,
  given: { planKey: string; words: LookBackWords },
): Promise<Outcome<LookBack, SayLookBackRefusal>> {
  if (!allowed(ctx.actor, lookBack)) return refuse({ reason: 'not-allowed' });
  const plan = await planByKey(ctx, given.planKey);
  if (!plan) return refuse({ reason: 'plan-missing' });
  const checked = checkLookBack(given.words);
  if (!checked.done) return checked;
  const { priorityId } = checked.value;
  if (priorityId && !(await prioritiesOf(ctx, plan.id)).some(({ id }) => id === priorityId))
    return refuse({ reason: 'priority-missing' });
  const said: LookBack = {
    ...checked.value,
    id: ctx.newId<'look-back'>(),
    planId: plan.id,
    saidByName: nameOfActor(ctx.actor),
    saidAt: ctx.now,
  };
  await addLookBack(ctx, said);
  await tell(ctx, said, 'said');
  return done(said);
}

export type TakeBackRefusal = NotAllowed | { reason: 'plan-missing' } | { reason: 'look-back-missing' };

/** Takes out what was said by mistake: who said it, or who turns the year. */
export async function takeLookBack(
  ctx: Ctx,
  given: { planKey: string; id: string },
): Promise<Outcome<LookBack, TakeBackRefusal>> {
  if (!allowed(ctx.actor, lookBack)) return refuse({ reason: 'not-allowed' });
  const plan = await planByKey(ctx, given.planKey);
  if (!plan) return refuse({ reason: 'plan-missing' });
  const said = (await lookBacksOf(ctx, plan.id)).find(({ id }) => id === given.id);
  if (!said) return refuse({ reason: 'look-back-missing' });
  const own = said.saidByName === nameOfActor(ctx.actor);
  if (!own && !allowed(ctx.actor, turnYear)) return refuse({ reason: 'not-allowed' });
  await removeLookBack(ctx, said.id);
  await tell(ctx, said, 'taken-out');
  return done(said);
}

async function tell(ctx: Ctx, { id, planId, judgement, who }: LookBack, what: string): Promise<void> {
  await ctx.record({
    type: `delivery.look-back-${what}`,
    subject: { kind: 'look-back', id },
    details: { planId, judgement, who },
  });
}
