import { allowed } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import type { Decision } from './decision.ts';
import { readBoards } from './permissions.ts';

/** What is published is for everybody; what is exempt is for those who read a board's papers. */
export function maySeeDecision(actor: Actor, { publishing }: Pick<Decision, 'publishing'>): boolean {
  return publishing.publish === 'publish' || allowed(actor, readBoards);
}
