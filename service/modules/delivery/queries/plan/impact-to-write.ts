import { organisations } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { isOver, type Action } from '../../domain/action.ts';
import type { Plan } from '../../domain/plan.ts';
import type { CombinedImpact } from '../../domain/plan/combined-impact.ts';
import { maySeePlan } from '../../domain/who-sees.ts';
import { actionsOfPlan } from '../../store/actions.ts';
import { impactById } from '../../store/plan/combined-impacts.ts';
import { planByKey } from '../../store/plans.ts';
import type { Choice } from './form-choices.ts';

/** A combined impact as it is changed, or the place for a new one where no id is given. */
export type ImpactToWrite = {
  plan: Plan;
  impact: CombinedImpact | undefined;
  actions: readonly Action[];
  organisations: readonly Choice[];
};

export async function impactToWrite(
  ctx: Ctx,
  planKey: string,
  asked: string | undefined,
): Promise<ImpactToWrite | undefined> {
  const plan = await planByKey(ctx, planKey);
  if (!plan || !maySeePlan(ctx.actor, plan)) return undefined;
  const id = idFrom<'combined-impact'>(asked ?? '');
  const impact = id && (await impactById(ctx, id));
  if (asked !== undefined && impact?.planId !== plan.id) return undefined;
  const named = new Set(impact?.changes.map(({ actionId }) => actionId));
  const actions = await actionsOfPlan(ctx, plan.id);
  return {
    plan,
    impact,
    actions: actions.filter((action) => !isOver(action) || named.has(action.id)),
    organisations: (await organisations(ctx)).map(({ key, name }) => ({ value: key, text: name })),
  };
}
