import type { Ctx } from '#platform/db/database.ts';
import type { Action } from '../../domain/action.ts';
import { maySeePlan, seesNames } from '../../domain/who-sees.ts';
import { allPlans } from '../../store/plans.ts';

/** Those of some actions that this person may know of: what stands in the draft of a plan is promised to nobody yet. */
export async function actionsSeen(ctx: Ctx, actions: readonly Action[]): Promise<Action[]> {
  if (seesNames(ctx.actor) || actions.every(({ planId }) => planId === undefined)) return [...actions];
  const plans = await allPlans(ctx);
  const withheld = new Set(plans.filter((plan) => !maySeePlan(ctx.actor, plan)).map(({ id }) => id));
  return actions.filter(({ planId }) => planId === undefined || !withheld.has(planId));
}
