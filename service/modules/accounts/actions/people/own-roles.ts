import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { conflictAmong, isFamilyRole, type Conflict } from '../../domain/people/built-in-roles.ts';
import { rolesAmong } from '../../domain/person.ts';
import { keepPeople } from '../../domain/permissions.ts';
import { addOwnRole, closeOwnRole, ownRoles } from '../../store/people/grants.ts';
import { self } from './note.ts';

export type OwnRoleRefusal =
  | NotAllowed
  | { reason: 'name-taken' }
  | { reason: 'too-few-roles' }
  | ({ reason: 'excludes' } & Conflict);

/** Names a bundle of built-in roles, so that it can be given by one name. Its parts never change. */
export async function makeOwnRole(
  ctx: Ctx,
  given: { name: string; words: string; roles: readonly string[] },
): Promise<Outcome<Id<'own-role'>, OwnRoleRefusal>> {
  const by = self(ctx);
  if (!by || !allowed(ctx.actor, keepPeople)) return refuse({ reason: 'not-allowed' });
  const roles = rolesAmong(given.roles).filter((role) => !isFamilyRole(role));
  if (roles.length < 2) return refuse({ reason: 'too-few-roles' });
  const conflict = conflictAmong(roles);
  if (conflict) return refuse({ reason: 'excludes', ...conflict });
  const known = await ownRoles(ctx);
  const taken = (name: string) => name.toLocaleLowerCase('en-GB') === given.name.toLocaleLowerCase('en-GB');
  if (known.some((role) => role.until === undefined && taken(role.name)))
    return refuse({ reason: 'name-taken' });
  const id = ctx.newId<'own-role'>();
  await addOwnRole(ctx, {
    id,
    name: given.name,
    words: given.words,
    roles,
    until: undefined,
    byName: by.name,
  });
  await ctx.record({
    type: 'accounts.own-role-made',
    subject: { kind: 'own-role', id },
    details: { roles: roles.join(' ') },
  });
  return done(id);
}

export type RetireOwnRoleRefusal = NotAllowed | { reason: 'role-missing' };

/** Gives a bundle to nobody any more. Whoever holds it keeps it until it is ended. */
export async function retireOwnRole(
  ctx: Ctx,
  id: Id<'own-role'>,
): Promise<Outcome<void, RetireOwnRoleRefusal>> {
  if (!self(ctx) || !allowed(ctx.actor, keepPeople)) return refuse({ reason: 'not-allowed' });
  const role = (await ownRoles(ctx)).find((one) => one.id === id);
  if (!role || role.until !== undefined) return refuse({ reason: 'role-missing' });
  await closeOwnRole(ctx, id);
  await ctx.record({ type: 'accounts.own-role-retired', subject: { kind: 'own-role', id } });
  return done(undefined);
}
