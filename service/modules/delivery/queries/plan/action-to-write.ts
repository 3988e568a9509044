import type { Ctx } from '#platform/db/database.ts';
import type { Action } from '../../domain/action.ts';
import { likely, type Comparable, type Likeness } from '../../domain/plan/likeness.ts';
import { actionByNumber, allActions } from '../../store/actions.ts';
import { planByKey } from '../../store/plans.ts';
import { formChoices, type FormChoices } from './form-choices.ts';
import { organisationNames } from './standing.ts';

/** An action whose words are changed, or the place for a new one, with what its form offers. */
export type ActionToWrite = { action: Action | undefined; choices: FormChoices; priorityAsked: string };

export async function actionToWrite(
  ctx: Ctx,
  asked: { number: number | undefined; plan: string; priority: string },
): Promise<ActionToWrite | undefined> {
  const action = asked.number === undefined ? undefined : await actionByNumber(ctx, asked.number);
  if (asked.number !== undefined && !action) return undefined;
  const plan = asked.plan === '' ? undefined : await planByKey(ctx, asked.plan);
  const choices = await formChoices(ctx, action?.planId ?? plan?.id);
  return { action, choices: withGone(choices, action), priorityAsked: asked.priority };
}

/** What an action still names and nobody offers any more can be kept, and says what it is. */
function withGone(choices: FormChoices, action: Action | undefined): FormChoices {
  if (!action) return choices;
  const gone = (list: FormChoices['elements'], value: string, text: string) =>
    value === '' || list.some((one) => one.value === value) ? list : [{ value, text }, ...list];
  return {
    ...choices,
    elements: gone(choices.elements, action.element.elementKey, 'What was taken out of the strategy'),
    measures: gone(choices.measures, action.measureId, action.measureId),
    organisations: gone(
      choices.organisations,
      action.owner.organisationKey,
      `${action.owner.organisationKey}, which is no more`,
    ),
  };
}

/** What may be the same work as an action that is to be added. */
export type LikelySame = {
  found: readonly { action: Action; likeness: Likeness }[];
  organisations: ReadonlyMap<string, string>;
};

const mostShown = 3;

export async function likelySame(ctx: Ctx, words: Comparable): Promise<LikelySame> {
  const found = likely(words, await allActions(ctx)).slice(0, mostShown);
  const keys = found.map(({ action }) => action.owner.organisationKey);
  return { found, organisations: await organisationNames(ctx, keys) };
}
