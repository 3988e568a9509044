import type { Actor, Touch } from '#platform/kernel/context.ts';
import { ownAccount } from './own-account.ts';

type Audited = { readonly actor: Actor; audit(touch: Touch): void };

/** Notes in the audit that a request, and so personal data, was read or written. */
export function touchRequest(ctx: Audited, id: string, { act, way }: Pick<Touch, 'act' | 'way'>): void {
  ctx.audit({
    act: `sharing.${act}`,
    way,
    subject: { kind: 'rights-request', id },
    relationship: relationshipOf(ctx.actor),
    purpose: 'subject-rights',
  });
}

function relationshipOf(actor: Actor): string {
  if (actor.kind === 'visitor') return 'asker';
  return ownAccount(actor) === undefined ? 'rights-desk' : 'the-person-themselves';
}
