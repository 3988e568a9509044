import type { Ctx } from '#platform/db/database.ts';
import { addDays } from '#platform/kernel/day.ts';
import type { Plan } from '../../domain/plan.ts';
import { allPlans } from '../../store/plans.ts';

/** The plan that comes after one: the one that says it follows, else the one of the same strategy that begins the day after. */
export async function planAfter(ctx: Ctx, plan: Plan): Promise<Plan | undefined> {
  const plans = await allPlans(ctx);
  const begins = addDays(plan.until, 1);
  return (
    plans.find(({ follows }) => follows === plan.id) ??
    plans.find(
      ({ follows, from, frameworkSlug }) =>
        follows === undefined && from === begins && frameworkSlug === plan.frameworkSlug,
    )
  );
}
