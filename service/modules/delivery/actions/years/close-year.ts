import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { keepPlan, turnYear } from '../../domain/permissions.ts';
import type { Plan } from '../../domain/plan.ts';
import { checkClose, type CloseRefusal } from '../../domain/years/turn-line.ts';
import { yearLines } from '../../queries/years/year-lines.ts';
import { decisionByNumber } from '../../store/decisions.ts';
import { keepPlanOfYear, lockPlan, prioritiesOf } from '../../store/plans.ts';
import { nextPlan } from './carry-over.ts';

export type CloseYearRefusal = NotAllowed | CloseRefusal | { reason: 'plan-missing' };

/** Closes a year of which something was said of every line. */
export async function closeYear(ctx: Ctx, planKey: string): Promise<Outcome<Plan, CloseYearRefusal>> {
  if (!allowed(ctx.actor, keepPlan)) return refuse({ reason: 'not-allowed' });
  const plan = await lockPlan(ctx, planKey);
  if (!plan) return refuse({ reason: 'plan-missing' });
  const checked = checkClose(plan, await yearLines(ctx, plan));
  if (!checked.done) return checked;
  return done(await keep(ctx, { ...plan, state: 'closed' }));
}

export type BeginRefusal = NotAllowed | { reason: 'plan-missing' };

/** Begins the plan of the next year as a draft; where there is one, that one stands. */
export async function beginNextPlan(ctx: Ctx, planKey: string): Promise<Outcome<Plan, BeginRefusal>> {
  if (!allowed(ctx.actor, turnYear)) return refuse({ reason: 'not-allowed' });
  const plan = await lockPlan(ctx, planKey);
  return plan ? done(await nextPlan(ctx, plan)) : refuse({ reason: 'plan-missing' });
}

export type AgreePlanRefusal =
  | NotAllowed
  | { reason: 'plan-missing' }
  | { reason: 'agreed-already' }
  /** a plan without a priority promises nothing */
  | { reason: 'no-priorities' }
  | { reason: 'decision-missing'; number: number };

/** Agrees a draft by the decision of a board. */
export async function agreePlan(
  ctx: Ctx,
  given: { planKey: string; decision: number },
): Promise<Outcome<Plan, AgreePlanRefusal>> {
  if (!allowed(ctx.actor, keepPlan)) return refuse({ reason: 'not-allowed' });
  const plan = await lockPlan(ctx, given.planKey);
  if (!plan) return refuse({ reason: 'plan-missing' });
  if (plan.state !== 'draft') return refuse({ reason: 'agreed-already' });
  if ((await prioritiesOf(ctx, plan.id)).length === 0) return refuse({ reason: 'no-priorities' });
  const decision = await decisionByNumber(ctx, given.decision);
  if (!decision) return refuse({ reason: 'decision-missing', number: given.decision });
  const { id: agreedBy, decidedOn: agreedOn } = decision;
  return done(await keep(ctx, { ...plan, state: 'agreed', agreedBy, agreedOn }));
}

async function keep(ctx: Ctx, plan: Plan): Promise<Plan> {
  const kept = { ...plan, version: plan.version + 1 };
  await keepPlanOfYear(ctx, kept);
  await ctx.record({
    type: `delivery.plan-${plan.state === 'closed' ? 'closed' : 'agreed'}`,
    subject: { kind: 'plan', id: plan.id },
    details: { state: plan.state },
  });
  return kept;
}
