import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Plan } from '../../domain/plan.ts';
import { maySeeDecision, maySeePlan } from '../../domain/who-sees.ts';
import { decisionsById } from '../../store/decisions.ts';
import { planChanges, type PlanChange } from '../../store/minutes/plan-changes.ts';
import { allPlans } from '../../store/plans.ts';

/** A change to the plan or a service, with the plan that it changed, where it is one that this person may see. */
export type ChangeSeen = PlanChange & { plan: Plan | undefined };

/** The changes that some decisions made, by decision; the newest first. */
export async function changesOfDecisions(
  ctx: Ctx,
  decisions: readonly Id<'decision'>[],
): Promise<ReadonlyMap<string, readonly ChangeSeen[]>> {
  return Map.groupBy<string, ChangeSeen>(
    await withPlans(ctx, await planChanges(ctx, { decisions })),
    ({ decisionId }) => decisionId,
  );
}

/** Each change with its plan: all plans are read at once, and only where a change names one. */
export async function withPlans(ctx: Ctx, changes: readonly PlanChange[]): Promise<ChangeSeen[]> {
  const plans = changes.some(({ planId }) => planId !== undefined) ? await allPlans(ctx) : [];
  const byId = new Map(plans.filter((plan) => maySeePlan(ctx.actor, plan)).map((plan) => [plan.id, plan]));
  return changes.map((change) => ({ ...change, plan: change.planId && byId.get(change.planId) }));
}

/** A change to a plan, with the decision that made it. */
export type PlanChanged = { change: PlanChange; decision: Decision };

/** What decisions changed in a plan, the newest first; what this person may not see is left out. */
export async function changesOfPlan(ctx: Ctx, plan: Id<'plan'>): Promise<PlanChanged[]> {
  const changes = await planChanges(ctx, { plan });
  const decisions = await decisionsById(
    ctx,
    changes.map(({ decisionId }) => decisionId),
  );
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  return changes.flatMap((change) => {
    const decision = byId.get(change.decisionId);
    return decision && maySeeDecision(ctx.actor, decision) ? [{ change, decision }] : [];
  });
}
