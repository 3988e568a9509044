import type { Day } from '#platform/kernel/day.ts';
import { isLate, stateWords, type Action } from '../../domain/action.ts';

/** How an action stands, in a word; what its day has passed is marked late whatever its owner last said. */
export function StateMark({ action, today }: { action: Action; today: Day }) {
  const late = isLate(action, today);
  const words =
    late && action.state !== 'late' ? `${stateWords[action.state]}, past its day` : stateWords[action.state];
  const name = late ? 'late' : action.state;
  return <span class={`tag state-mark state-${name}`}>{words}</span>;
}
