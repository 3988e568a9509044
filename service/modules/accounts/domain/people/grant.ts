import type { Role } from '#platform/access/policy.ts';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { builtInRoles } from './built-in-roles.ts';

export type GrantState = 'waiting' | 'confirmed' | 'turned-down' | 'ended';

/** A role that somebody was proposed for: it holds once confirmed, from its first day to the day before it ends. */
export type RoleGrant = {
  id: Id<'role-grant'>;
  personId: Id<'person'>;
  /** the built-in roles that it opens: one, or those of a bundle */
  roles: readonly Role[];
  /** what it is called: a built-in role, or one of the partnership's own */
  title: string;
  ownRoleId: Id<'own-role'> | undefined;
  team: { id: Id<'team'>; name: string } | undefined;
  powerful: boolean;
  state: GrantState;
  setUp: boolean;
  why: string;
  from: Day | undefined;
  /** the first day on which it no longer holds */
  until: Day | undefined;
  proposedBy: Id<'person'> | undefined;
  proposedByName: string;
  proposedAt: Date;
  confirmedByName: string;
  confirmedAt: Date | undefined;
  endedByName: string;
  endedAt: Date | undefined;
};

/** Whether a grant opens something on a day. */
export function holdsOn(
  { state, from, until }: Pick<RoleGrant, 'state' | 'from' | 'until'>,
  day: Day,
): boolean {
  return (
    state === 'confirmed' && !isPast({ until }, day) && (from === undefined || compareDays(from, day) <= 0)
  );
}

/** Whether a grant waits, holds, or will hold. */
export function isOpen({ state, until }: Pick<RoleGrant, 'state' | 'until'>, day: Day): boolean {
  return (state === 'waiting' || state === 'confirmed') && !isPast({ until }, day);
}

function isPast({ until }: Pick<RoleGrant, 'until'>, day: Day): boolean {
  return until !== undefined && compareDays(until, day) <= 0;
}

/** Whether any of these takes a second person. */
export function isPowerful(roles: readonly Role[]): boolean {
  return roles.some((role) => builtInRoles[role].powerful);
}

/** A role that the partnership named itself. */
export type OwnRole = {
  id: Id<'own-role'>;
  name: string;
  words: string;
  roles: readonly Role[];
  /** the first day on which it can be given to nobody any more */
  until: Day | undefined;
};
