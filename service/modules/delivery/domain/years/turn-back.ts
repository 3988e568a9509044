import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Action, ActionState } from '../action.ts';
import type { Plan, Priority } from '../plan.ts';
import { needsReason } from '../progress.ts';
import type { Line, Turn, TurnedBack } from './turn-line.ts';

export type TurnBackRefusal =
  | { reason: 'plan-closed' }
  | { reason: 'line-missing' }
  /** somebody else took it back first: nothing is to be done */
  | { reason: 'turned-back-already'; back: TurnedBack }
  /** it was taken back and something else was said of it meanwhile */
  | { reason: 'turned-anew'; turn: Turn };

/** The turn that can be taken back: the one that was seen, if it still stands and the year is still being turned. */
export function checkTurnBack(given: {
  plan: Pick<Plan, 'state'>;
  line: Line | undefined;
  turnId: string;
}): Outcome<{ line: Line; turn: Turn }, TurnBackRefusal> {
  const { plan, line, turnId } = given;
  if (plan.state === 'closed') return refuse({ reason: 'plan-closed' });
  if (!line) return refuse({ reason: 'line-missing' });
  const { turn, turnedBack } = line;
  if (turn?.id === turnId) return done({ line, turn });
  if (turn) return refuse({ reason: 'turned-anew', turn });
  return refuse(
    turnedBack ? { reason: 'turned-back-already', back: turnedBack } : { reason: 'line-missing' },
  );
}

/** What was said of an action, as far as it tells how the action was before. */
type Note = {
  words: string;
  saidAt: Date;
  before: { state: ActionState };
  after: { state: ActionState };
};

/**
 * How an action was before its line was turned, from its notes, the newest first; undefined where somebody has said
 * something of it since: those words stand.
 */
export function stateBeforeTurn(
  notes: readonly Note[],
  { saidAt }: Pick<Turn, 'saidAt'>,
): Pick<Action, 'state' | 'reason'> | undefined {
  const [last, ...earlier] = notes;
  if (last?.saidAt.getTime() !== saidAt.getTime()) return undefined;
  const { state } = last.before;
  if (!needsReason(state)) return { state, reason: '' };
  const said = earlier.find(({ after, words }) => after.state === state && words !== '');
  return { state, reason: said?.words ?? '' };
}

/** Whether nobody has worked on a priority since it was carried over: its words are those it came with. */
export function isAsCarried(before: Priority, into: Priority): boolean {
  return into.title === before.title && into.why === before.why && into.elementKey === before.elementKey;
}
