import { organisations } from '#modules/accounts/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { isOver, sayNumber } from '../../domain/action.ts';
import { allActions } from '../../store/actions.ts';
import { actionView, type ActionView } from './action-view.ts';
import type { Choice } from './form-choices.ts';

/** An action with what can be said around it: who could help, what it could wait for. */
export type AroundView = ActionView & { couldHelp: readonly Choice[]; couldWaitFor: readonly Choice[] };

export async function aroundView(ctx: Ctx, number: number): Promise<AroundView | undefined> {
  const view = await actionView(ctx, number);
  if (!view) return undefined;
  const named = new Set(view.partners.map(({ organisationKey }) => organisationKey));
  const waited = new Set([view.action.id, ...view.waitsFor.map(({ id }) => id)]);
  return {
    ...view,
    couldHelp: (await organisations(ctx))
      .filter(({ key }) => !named.has(key))
      .map(({ key, name }) => ({ value: key, text: name })),
    couldWaitFor: (await allActions(ctx))
      .filter((action) => !waited.has(action.id) && !isOver(action))
      .map((action) => ({ value: String(action.number), text: `${sayNumber(action)} ${action.title}` })),
  };
}
