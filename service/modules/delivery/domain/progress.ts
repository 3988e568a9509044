import { compareDays, type Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { isOver, type Action, type ActionState } from './action.ts';

/** What somebody says of an action as it goes on. */
export type Said = {
  state: ActionState;
  words: string;
  /** another day, where it moves */
  due: Day | undefined;
};

export type ProgressRefusal =
  /** late, paused and stopped need a reason: without one nobody can help */
  | { reason: 'reason-missing'; state: ActionState }
  /** neither words nor a new state nor a new day */
  | { reason: 'nothing-said' }
  /** somebody has said so already: nothing was lost, and nothing is to be done */
  | { reason: 'already-so'; state: ActionState; since: Day | undefined }
  /** an end that is past is no new end */
  | { reason: 'day-past'; due: Day };

const needReason: readonly ActionState[] = ['late', 'paused', 'stopped'];

/** Whether a reason stands beside this state. */
export function needsReason(state: ActionState): boolean {
  return needReason.includes(state);
}

/**
 * An action as it stands after somebody said how it goes. What is done or stopped can begin again, with words; saying
 * "done" of what is done changes nothing and says so.
 */
export function afterSaying(action: Action, said: Said, today: Day): Outcome<Action, ProgressRefusal> {
  const words = said.words.trim();
  const movesDay = said.due !== undefined && said.due !== action.due;
  const sameState = said.state === action.state;
  if (isOver(action) && sameState)
    return refuse({ reason: 'already-so', state: action.state, since: action.doneOn });
  if (words === '' && sameState && !movesDay) return refuse({ reason: 'nothing-said' });
  const needs = needsReason(said.state) || isOver(action);
  if (words === '' && needs && !sameState) return refuse({ reason: 'reason-missing', state: said.state });
  if (movesDay && said.due !== undefined && compareDays(said.due, today) < 0)
    return refuse({ reason: 'day-past', due: said.due });
  return done({
    ...action,
    state: said.state,
    reason: reasonAfter(action, { ...said, words }),
    due: said.due ?? action.due,
    doneOn: said.state === 'done' ? today : undefined,
    version: action.version + 1,
  });
}

/** The reason that stands: that of the state it is in now. */
function reasonAfter(action: Action, said: Said): string {
  if (!needsReason(said.state)) return '';
  return said.words === '' ? action.reason : said.words;
}
