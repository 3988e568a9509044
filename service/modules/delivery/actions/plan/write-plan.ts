import { framework } from '#modules/strategy/index.ts';
import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { keepPlan } from '../../domain/permissions.ts';
import type { Plan } from '../../domain/plan.ts';
import { checkPlan, type PlanRefusal, type PlanWords } from '../../domain/plan/new-plan.ts';
import { keepPlanOfYear, lockPlan, planByKey } from '../../store/plans.ts';

export type AddPlanRefusal =
  | NotAllowed
  | PlanRefusal
  | { reason: 'key-taken' }
  /** no strategy that this person may see */
  | { reason: 'no-such-strategy' };

/** Begins the plan of a year; `follows` is the plan of the year before, where it carries on from one. */
export async function addPlan(
  ctx: Ctx,
  words: PlanWords,
  follows?: Id<'plan'>,
): Promise<Outcome<Plan, AddPlanRefusal>> {
  if (!allowed(ctx.actor, keepPlan)) return refuse({ reason: 'not-allowed' });
  const checked = checkPlan(words);
  if (!checked.done) return checked;
  if (!(await framework(ctx, checked.value.frameworkSlug))) return refuse({ reason: 'no-such-strategy' });
  if (await planByKey(ctx, checked.value.key)) return refuse({ reason: 'key-taken' });
  const plan: Plan = {
    ...checked.value,
    id: ctx.newId<'plan'>(),
    follows,
    agreedBy: undefined,
    version: 1,
  };
  await keepPlanOfYear(ctx, plan);
  await ctx.record({ type: 'delivery.plan-added', subject: { kind: 'plan', id: plan.id } });
  return done(plan);
}

export type ChangePlanRefusal =
  | NotAllowed
  | PlanRefusal
  | { reason: 'plan-missing' }
  | { reason: 'no-such-strategy' }
  | { reason: 'changed-meanwhile'; theirs: Plan };

/** Changes what is written of a plan, unless somebody changed it first. Its address stays. */
export async function changePlan(
  ctx: Ctx,
  given: { key: string; seen: number; words: PlanWords },
): Promise<Outcome<Plan, ChangePlanRefusal>> {
  if (!allowed(ctx.actor, keepPlan)) return refuse({ reason: 'not-allowed' });
  const before = await lockPlan(ctx, given.key);
  if (!before) return refuse({ reason: 'plan-missing' });
  if (before.version !== given.seen) return refuse({ reason: 'changed-meanwhile', theirs: before });
  const checked = checkPlan({ ...given.words, key: before.key });
  if (!checked.done) return checked;
  if (!(await framework(ctx, checked.value.frameworkSlug))) return refuse({ reason: 'no-such-strategy' });
  const plan: Plan = { ...before, ...checked.value, version: before.version + 1 };
  await keepPlanOfYear(ctx, plan);
  const details = { state: plan.state };
  await ctx.record({ type: 'delivery.plan-changed', subject: { kind: 'plan', id: plan.id }, details });
  return done(plan);
}
