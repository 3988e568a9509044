import { allowed } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import type { Action } from './action.ts';
import type { Decision } from './decision.ts';
import type { AgendaItem } from './meeting.ts';
import { readBoards } from './permissions.ts';
import type { Plan } from './plan.ts';

/** What is published is for everybody; what is exempt is for those who read a board's papers. */
export function maySeeDecision(actor: Actor, { publishing }: Pick<Decision, 'publishing'>): boolean {
  return publishing.publish === 'publish' || allowed(actor, readBoards);
}

/** Whether the words of an item of an agenda are for this person; that there is an item is for everybody. */
export function maySeeItem(actor: Actor, { publishing }: Pick<AgendaItem, 'publishing'>): boolean {
  return publishing.publish === 'publish' || allowed(actor, readBoards);
}

/** A plan is for everybody once it is agreed; a draft is for those who read a board's papers. */
export function maySeePlan(actor: Actor, { state }: Pick<Plan, 'state'>): boolean {
  return state !== 'draft' || allowed(actor, readBoards);
}

/** Names of people, and what was said along the way, are for those who read a board's papers. */
export function seesNames(actor: Actor): boolean {
  return allowed(actor, readBoards);
}

/** An action as somebody may see it: everybody sees the organisation that owns it, and not who there does. */
export function actionAsSeen(actor: Actor, action: Action): Action {
  if (seesNames(actor)) return action;
  const { organisationKey } = action.owner;
  return { ...action, reason: '', owner: { personId: undefined, name: '', email: '', organisationKey } };
}
