import type { Ctx } from '#platform/db/database.ts';
import type { Action } from '../../domain/action.ts';
import type { Plan } from '../../domain/plan.ts';
import { meetingsOf, type CombinedImpact, type Meeting } from '../../domain/plan/combined-impact.ts';
import { actionAsSeen, maySeePlan, seesNames } from '../../domain/who-sees.ts';
import { actionsOfPlan } from '../../store/actions.ts';
import { impactsOf } from '../../store/plan/combined-impacts.ts';
import { planByKey } from '../../store/plans.ts';
import { organisationNames } from './standing.ts';

/** What several partners' changes do to the same families at once, and what plans do to families with little money. */
export type TogetherView = {
  plan: Plan;
  impacts: readonly CombinedImpact[];
  /** what is not written down yet and may be worth it */
  meetings: readonly Meeting[];
  actions: ReadonlyMap<string, Action>;
  poverty: { actions: readonly Action[]; impacts: readonly CombinedImpact[] };
  organisations: ReadonlyMap<string, string>;
};

export async function togetherView(ctx: Ctx, planKey: string): Promise<TogetherView | undefined> {
  const plan = await planByKey(ctx, planKey);
  if (!plan || !maySeePlan(ctx.actor, plan)) return undefined;
  const actions = (await actionsOfPlan(ctx, plan.id)).map((action) => actionAsSeen(ctx.actor, action));
  const named = seesNames(ctx.actor);
  const impacts = (await impactsOf(ctx, plan.id)).map((impact) =>
    named ? impact : { ...impact, ownerName: '' },
  );
  const keys = [
    ...actions.map(({ owner }) => owner.organisationKey),
    ...impacts.flatMap(({ changes }) => changes.map(({ organisationKey }) => organisationKey)),
  ];
  return {
    plan,
    impacts,
    meetings: meetingsOf(actions, { plan, impacts }),
    actions: new Map(actions.map((action) => [action.id, action])),
    poverty: {
      actions: actions.filter(({ povertyNote }) => povertyNote !== ''),
      impacts: impacts.filter((impact) => impact.concerns.includes('low-income')),
    },
    organisations: await organisationNames(ctx, keys),
  };
}
