import type { Ctx } from '#platform/db/database.ts';
import type { Plan } from '../../domain/plan.ts';
import { linesOf, openLines, type Line } from '../../domain/years/turn-line.ts';
import { actionsOfPlan, actionsOfPlans } from '../../store/actions.ts';
import { prioritiesOf, prioritiesOfPlans } from '../../store/plans.ts';
import { turnedBackOf, turnsOf, turnsOfPlans } from '../../store/years/year-turns.ts';

/** Each priority and action of a plan's year, with what became of it. */
export async function yearLines(ctx: Ctx, { id }: Pick<Plan, 'id'>): Promise<Line[]> {
  return linesOf({
    priorities: await prioritiesOf(ctx, id),
    actions: await actionsOfPlan(ctx, id),
    turns: await turnsOf(ctx, id),
    turnedBack: await turnedBackOf(ctx, id),
  });
}

/** How many lines of each plan's year are open; all plans are read at once. */
export async function openByPlan(
  ctx: Ctx,
  plans: readonly Pick<Plan, 'id'>[],
): Promise<ReadonlyMap<string, number>> {
  const ids = plans.map(({ id }) => id);
  const priorities = Map.groupBy(await prioritiesOfPlans(ctx, ids), ({ planId }) => planId);
  const actions = Map.groupBy(await actionsOfPlans(ctx, ids), ({ planId }) => planId);
  const turns = Map.groupBy(await turnsOfPlans(ctx, ids), ({ planId }) => planId);
  return new Map(
    ids.map((id) => {
      const lines = linesOf({
        priorities: priorities.get(id) ?? [],
        actions: actions.get(id) ?? [],
        turns: turns.get(id) ?? [],
        turnedBack: [],
      });
      return [id, openLines(lines).length];
    }),
  );
}
