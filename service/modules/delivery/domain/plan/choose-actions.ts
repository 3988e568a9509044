import type { Day } from '#platform/kernel/day.ts';
import { isLate, type Action, type ActionState } from '../action.ts';

/** What somebody wants to see of a plan; '' for all. */
export type Chosen = { owner: string; organisation: string; state: '' | ActionState | 'open' };

/** Whoever answers for some actions, each by the number of their first: an address says that and no name. */
export function ownersByAction(actions: readonly Action[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { owner, number } of actions)
    if (owner.name !== '' && !first.has(owner.name)) first.set(owner.name, String(number));
  return new Map([...first].map(([name, number]) => [number, name]));
}

/** Whether anything is chosen at all. */
export function isChosen({ owner, organisation, state }: Chosen): boolean {
  return owner !== '' || organisation !== '' || state !== '';
}

/** The actions that were asked for. "Late" holds what its day has passed, whatever its owner last said. */
export function choose(actions: readonly Action[], { owner, organisation, state }: Chosen, today: Day) {
  return actions.filter(
    (action) =>
      (owner === '' || action.owner.name === owner) &&
      (organisation === '' || action.owner.organisationKey === organisation) &&
      hasState(action, state, today),
  );
}

function hasState(action: Action, state: Chosen['state'], today: Day): boolean {
  if (state === '') return true;
  if (state === 'late') return isLate(action, today);
  if (state === 'open') return action.state !== 'done' && action.state !== 'stopped';
  return action.state === state;
}
