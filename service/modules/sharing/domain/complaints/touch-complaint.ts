import type { Actor, Touch } from '#platform/kernel/context.ts';
import { ownAccount } from '../rights/own-account.ts';

type Audited = { readonly actor: Actor; audit(touch: Touch): void };

/** Notes in the audit that a complaint was read or written. */
export function touchComplaint(ctx: Audited, id: string, { act, way }: Pick<Touch, 'act' | 'way'>): void {
  ctx.audit({
    act: `sharing.${act}`,
    way,
    subject: { kind: 'complaint', id },
    relationship:
      ctx.actor.kind === 'visitor' || ownAccount(ctx.actor) !== undefined ? 'complainant' : 'complaints-desk',
    purpose: 'complaint',
  });
}
