import { allowed, type Permission } from '#platform/access/policy.ts';
import type { Actor } from '#platform/kernel/context.ts';

/** Whom something is for: those who keep it, whoever works here, everybody. */
export const audiences = ['owner', 'partnership', 'public'] as const;

export type Audience = (typeof audiences)[number];

/** Whether this person is among those whom something is for; `keep` is the permission of its owners. */
export function isFor(audience: Audience, actor: Actor, keep: Permission): boolean {
  switch (audience) {
    case 'public':
      return true;
    case 'partnership':
      return allowed(actor, 'at-work');
    case 'owner':
      return allowed(actor, keep);
  }
}
