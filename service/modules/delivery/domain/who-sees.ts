import { allowed } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import type { Decision } from './decision.ts';
import type { AgendaItem } from './meeting.ts';
import { readBoards } from './permissions.ts';

/** What is published is for everybody; what is exempt is for those who read a board's papers. */
export function maySeeDecision(actor: Actor, { publishing }: Pick<Decision, 'publishing'>): boolean {
  return publishing.publish === 'publish' || allowed(actor, readBoards);
}

/** Whether the words of an item of an agenda are for this person; that there is an item is for everybody. */
export function maySeeItem(actor: Actor, { publishing }: Pick<AgendaItem, 'publishing'>): boolean {
  return publishing.publish === 'publish' || allowed(actor, readBoards);
}
