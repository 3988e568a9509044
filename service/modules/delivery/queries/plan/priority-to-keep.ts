import type { Ctx } from '#platform/db/database.ts';
import type { Plan, Priority } from '../../domain/plan.ts';
import { maySeePlan } from '../../domain/who-sees.ts';
import { planByKey, prioritiesOf } from '../../store/plans.ts';
import { elementChoices, type Choice } from './form-choices.ts';

/** A priority as it is changed, or the place for a new one where no id is given. */
export type PriorityToKeep = { plan: Plan; priority: Priority | undefined; elements: readonly Choice[] };

export async function priorityToKeep(
  ctx: Ctx,
  planKey: string,
  id: string | undefined,
): Promise<PriorityToKeep | undefined> {
  const plan = await planByKey(ctx, planKey);
  if (!plan || !maySeePlan(ctx.actor, plan)) return undefined;
  const priority = (await prioritiesOf(ctx, plan.id)).find((one) => one.id === id);
  if (id !== undefined && !priority) return undefined;
  const elements = await elementChoices(ctx, plan.frameworkSlug);
  const gone = priority && !elements.some(({ value }) => value === priority.elementKey);
  const none = { value: '', text: 'Not said yet' };
  const was = gone ? [{ value: priority.elementKey, text: 'What was taken out of the strategy' }] : [];
  return { plan, priority, elements: [none, ...was, ...elements] };
}
