import { allowed } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';
import { keepReportCards } from '../../domain/permissions.ts';

/** Whether this person sees what we aim at: everybody where targets are shown, else those who set them. */
export function aimsFor(actor: Actor, shownToEverybody: boolean): 'shown' | 'not-shown' {
  return shownToEverybody || allowed(actor, keepReportCards) ? 'shown' : 'not-shown';
}
