import { allowed } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import type { Id } from '#platform/kernel/id.ts';
import { readOwnAnswers } from '../permissions.ts';

/** Whose own account an answer can be shown in: of whoever comes for themselves, and of nobody at work. */
export function ownAccount(actor: Actor): Id<'person'> | undefined {
  return actor.kind === 'person' && allowed(actor, readOwnAnswers) ? actor.personId : undefined;
}
