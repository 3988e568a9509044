import type { Ctx } from '#platform/db/database.ts';
import type { Plan } from '../../domain/plan.ts';
import { linesOf, type Line } from '../../domain/years/turn-line.ts';
import { actionsOfPlan } from '../../store/actions.ts';
import { prioritiesOf } from '../../store/plans.ts';
import { turnedBackOf, turnsOf } from '../../store/years/year-turns.ts';

/** Each priority and action of a plan's year, with what became of it. */
export async function yearLines(ctx: Ctx, { id }: Pick<Plan, 'id'>): Promise<Line[]> {
  return linesOf({
    priorities: await prioritiesOf(ctx, id),
    actions: await actionsOfPlan(ctx, id),
    turns: await turnsOf(ctx, id),
    turnedBack: await turnedBackOf(ctx, id),
  });
}
