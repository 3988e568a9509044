import type { Actor } from '../kernel/context.ts';

/** The roles that a partnership can give a person. Accounts grants them; only this file decides what they open. */
export const roles = [
  'manager',
  'analyst',
  'board-member',
  'partner-lead',
  'participation-worker',
  'young-inspector',
  'practitioner',
  'governance-lead',
  'administrator',
] as const;

export type Role = (typeof roles)[number];

/** Something that a person may be allowed to do, and the roles that open it. A module declares its own. */
export type Permission = { readonly name: string; readonly roles: readonly Role[] };

/** Who may come to a page: everyone, anyone signed in, or those with a permission. */
export type Policy = 'everyone' | 'signed-in' | Permission;

/** Declares a permission, named module.act as in `strategy.edit`. */
export function permission(name: string, openTo: readonly Role[]): Permission {
  return { name, roles: openTo };
}

/** The one policy function. What it does not allow is refused. */
export function allowed(actor: Actor, policy: Policy): boolean {
  if (policy === 'everyone') return true;
  if (actor.kind === 'service') return true;
  if (actor.kind === 'visitor') return false;
  if (policy === 'signed-in') return true;
  return policy.roles.some((role) => actor.roles.includes(role));
}

/** The refusal of every action whose permission the actor lacks; a page answers it as though the thing were not there. */
export type NotAllowed = { reason: 'not-allowed' };
