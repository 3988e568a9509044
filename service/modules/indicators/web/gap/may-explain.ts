import { allowed } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { explainGaps } from '../../domain/permissions.ts';

/** Whether this person is shown the way to say why a gap might be there. */
export function mayExplain(actor: Actor): boolean {
  return allowed(actor, explainGaps);
}
