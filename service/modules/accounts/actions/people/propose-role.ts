import { allowed, roles, type NotAllowed, type Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { conflictAmong, isFamilyRole, type Conflict } from '../../domain/people/built-in-roles.ts';
import { isOpen, isPowerful, type RoleGrant } from '../../domain/people/grant.ts';
import { keepPeople } from '../../domain/permissions.ts';
import { addGrant, grantsOf, ownRoles } from '../../store/people/grants.ts';
import { keptPerson } from '../../store/people/kept-people.ts';
import { teamById } from '../../store/people/teams.ts';
import { note, self } from './note.ts';

export type RoleToPropose = {
  personId: Id<'person'>;
  /** a built-in role, or the id of one of the partnership's own */
  role: string;
  teamId: Id<'team'> | undefined;
  why: string;
  from: Day | undefined;
  /** the first day on which it no longer holds */
  until: Day | undefined;
};

export type ProposeRoleRefusal =
  | NotAllowed
  | { reason: 'not-for-yourself' }
  | { reason: 'person-missing' }
  | { reason: 'no-such-role' }
  | { reason: 'no-such-team' }
  | { reason: 'ends-before-it-begins' }
  | { reason: 'held-already' }
  | ({ reason: 'excludes' } & Conflict);

/**
 * Proposes a role for somebody else. One that is not powerful holds at once; a powerful one waits until another person
 * says yes.
 */
export async function proposeRole(
  ctx: Ctx,
  given: RoleToPropose,
): Promise<Outcome<{ id: Id<'role-grant'>; waits: boolean }, ProposeRoleRefusal>> {
  const by = self(ctx);
  if (!by || !allowed(ctx.actor, keepPeople)) return refuse({ reason: 'not-allowed' });
  if (by.id === given.personId) return refuse({ reason: 'not-for-yourself' });
  const person = await keptPerson(ctx, given.personId, 'held');
  if (!person || person.standing === 'left' || person.introducedBy)
    return refuse({ reason: 'person-missing' });
  const wanted = await roleWanted(ctx, given.role);
  if (!wanted) return refuse({ reason: 'no-such-role' });
  if (given.teamId && !(await teamById(ctx, given.teamId))) return refuse({ reason: 'no-such-team' });
  const begins = given.from ?? ctx.today;
  if (given.until && compareDays(given.until, begins) <= 0)
    return refuse({ reason: 'ends-before-it-begins' });
  const before = (await grantsOf(ctx, [person.id])).filter((grant) => isOpen(grant, ctx.today));
  if (before.some((grant) => sameRole(grant, wanted, given.teamId)))
    return refuse({ reason: 'held-already' });
  const conflict = conflictAmong([...before.flatMap((grant) => grant.roles), ...wanted.roles]);
  if (conflict) return refuse({ reason: 'excludes', ...conflict });
  return done(await keepProposal(ctx, { given, wanted, by }));
}

async function keepProposal(
  ctx: Ctx,
  { given, wanted, by }: { given: RoleToPropose; wanted: Wanted; by: { id: Id<'person'>; name: string } },
): Promise<{ id: Id<'role-grant'>; waits: boolean }> {
  const { personId, teamId, why, from, until } = given;
  const powerful = isPowerful(wanted.roles);
  const id = ctx.newId<'role-grant'>();
  await addGrant(ctx, {
    id,
    personId,
    role: wanted.ownRoleId ? undefined : wanted.roles[0],
    ownRoleId: wanted.ownRoleId,
    ...{ teamId, why, from, until, powerful },
    state: powerful ? 'waiting' : 'confirmed',
    setUp: false,
    proposedBy: by.id,
    proposedByName: by.name,
  });
  await note(ctx, {
    act: powerful ? 'role-proposed' : 'role-granted',
    personId,
    relationship: 'keeps-people',
    part: { kind: 'role-grant', id },
    details: { role: wanted.ownRoleId ?? wanted.roles[0] ?? '' },
  });
  return { id, waits: powerful };
}

type Wanted = { roles: readonly Role[]; ownRoleId: Id<'own-role'> | undefined };

/** What a role asked for by its name or id would open; undefined where there is none that can be given. */
export async function roleWanted(ctx: Ctx, asked: string): Promise<Wanted | undefined> {
  const builtIn = roles.find((role) => role === asked);
  if (builtIn) return isFamilyRole(builtIn) ? undefined : { roles: [builtIn], ownRoleId: undefined };
  const own = (await ownRoles(ctx)).find(({ id }) => id === asked);
  return own && own.until === undefined ? { roles: own.roles, ownRoleId: own.id } : undefined;
}

function sameRole(grant: RoleGrant, wanted: Wanted, teamId: Id<'team'> | undefined): boolean {
  const same = wanted.ownRoleId
    ? grant.ownRoleId === wanted.ownRoleId
    : grant.ownRoleId === undefined && grant.roles[0] === wanted.roles[0];
  return same && grant.team?.id === teamId;
}
