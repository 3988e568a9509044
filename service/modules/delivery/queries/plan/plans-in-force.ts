import type { Ctx } from '#platform/db/database.ts';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import type { Plan } from '../../domain/plan.ts';
import { maySeePlan } from '../../domain/who-sees.ts';
import { allPlans } from '../../store/plans.ts';

/** The agreed plans whose year a day is in, today where none is said; the newest first. */
export async function plansInForce(ctx: Ctx, on: Day = ctx.today): Promise<Plan[]> {
  return (await allPlans(ctx)).filter(
    ({ state, from, until }) =>
      state === 'agreed' && compareDays(from, on) <= 0 && compareDays(on, until) <= 0,
  );
}

/** The plans that a decision can change: those in force on its day, or today where none was. */
export async function plansToChange(ctx: Ctx, on: Day): Promise<Plan[]> {
  const then = await plansInForce(ctx, on);
  return then.length > 0 ? then : plansInForce(ctx);
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
