import { allowed } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { bringInFigures } from '../domain/permissions.ts';

/** Whether this person is shown the way to bring figures in. */
export function mayBringIn(actor: Actor): boolean {
  return allowed(actor, bringInFigures);
}
