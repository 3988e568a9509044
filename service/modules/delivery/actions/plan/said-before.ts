import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Action, ActionState } from '../../domain/action.ts';
import { keepAction, lockAction } from '../../store/actions.ts';
import { addProgressNote, type Way } from '../../store/progress-notes.ts';

/** What was said of an action before this service was there to hear it. */
export type SaidThen = {
  on: Day;
  state: ActionState;
  words: string;
  due?: Day | undefined;
  by: { name: string; organisation: string };
  way?: Way;
};

/**
 * Writes down what was said of an action on days past, the earliest first, and leaves it as it then stood: for setting up,
 * by the service itself alone.
 */
export async function saidBefore(
  ctx: Ctx,
  given: { number: number; said: readonly SaidThen[] },
): Promise<Action> {
  if (ctx.actor.kind !== 'service') throw new Error('only the service writes down what was said before');
  const found = await lockAction(ctx, given.number);
  if (!found) throw new Error('there is no such action');
  let action = found;
  for (const said of given.said) {
    const after: Action = {
      ...action,
      state: said.state,
      reason: ['late', 'paused', 'stopped'].includes(said.state) ? said.words : '',
      due: said.due ?? action.due,
      doneOn: said.state === 'done' ? said.on : undefined,
      version: action.version + 1,
    };
    await addProgressNote(ctx, noteOf(ctx.newId<'progress-note'>(), { before: action, after, said }));
    action = after;
  }
  await keepAction(ctx, action);
  return action;
}

function noteOf(
  id: Id<'progress-note'>,
  { before, after, said }: { before: Action; after: Action; said: SaidThen },
) {
  return {
    id,
    actionId: after.id,
    words: said.words,
    before: { state: before.state, due: before.due },
    after: { state: after.state, due: after.due },
    saidAt: new Date(`${said.on}T10:00:00Z`),
    saidBy: said.by,
    way: said.way ?? ('page' as const),
  };
}
