import type { Ctx } from '#platform/db/database.ts';
import { compareDays } from '#platform/kernel/day.ts';
import type { Plan } from '../../domain/plan.ts';
import { maySeePlan } from '../../domain/who-sees.ts';
import { allPlans } from '../../store/plans.ts';

/** The agreed plans whose year today is, the newest first. */
export async function plansInForce(ctx: Ctx): Promise<Plan[]> {
  return (await allPlans(ctx)).filter(
    ({ state, from, until }) =>
      state === 'agreed' && compareDays(from, ctx.today) <= 0 && compareDays(ctx.today, until) <= 0,
  );
}

/** The plan that somebody means by "the plan": the one in force, else the newest that they may see. */
export async function thePlan(ctx: Ctx): Promise<Plan | undefined> {
  const [inForce] = await plansInForce(ctx);
  return inForce ?? (await plansSeen(ctx))[0];
}

/** Every plan that this person may see, the newest first. */
export async function plansSeen(ctx: Ctx): Promise<Plan[]> {
  return (await allPlans(ctx)).filter((plan) => maySeePlan(ctx.actor, plan));
}
