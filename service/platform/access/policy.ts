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
  'supervisor',
  'setting-lead',
  'safeguarding-reader',
  'report-only',
  'young-person',
  'parent',
  'governance-lead',
  'administrator',
] as const;

export type Role = (typeof roles)[number];

/** Something that a person may be allowed to do, and the roles that open it. A module declares its own. */
export type Permission = { readonly name: string; readonly roles: readonly Role[] };

/** Roles of people who come for themselves, or to tell us something: what the partnership works on is not open to them. */
const notAtWork: readonly string[] = ['report-only', 'young-person', 'parent'] satisfies readonly Role[];

/** Who may come to a page: everyone, anyone signed in, anyone who works in the partnership, or those with a permission. */
export type Policy = 'everyone' | 'signed-in' | 'at-work' | Permission;

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
  if (policy === 'at-work') return actor.roles.some((role) => !notAtWork.includes(role));
  return policy.roles.some((role) => actor.roles.includes(role));
}

/** The refusal of every action whose permission the actor lacks; a page answers it as though the thing were not there. */
export type NotAllowed = { reason: 'not-allowed' };
