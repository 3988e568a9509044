import type { Ctx } from '#platform/db/database.ts';
import { isOver, type Action } from '../../domain/action.ts';
import type { Loose } from '../../domain/plan/came-loose.ts';
import { allActions } from '../../store/actions.ts';
import { looseActions } from './standing.ts';

/** What is not over; and, for whoever keeps the plan, what came loose of it. */
export type ThatWait = {
  actions: readonly Action[];
  loose: readonly { action: Action; loose: readonly Loose[] }[];
};

export async function actionsThatWait(
  ctx: Ctx,
  which: 'own only' | 'with what came loose',
): Promise<ThatWait> {
  const actions = (await allActions(ctx)).filter((action) => !isOver(action));
  if (which === 'own only' || actions.length === 0) return { actions, loose: [] };
  const found = await looseActions(ctx, actions);
  return {
    actions,
    loose: actions.flatMap((action) => {
      const loose = found.get(action.id);
      return loose ? [{ action, loose }] : [];
    }),
  };
}
