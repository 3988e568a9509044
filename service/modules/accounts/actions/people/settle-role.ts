import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { conflictAmong, type Conflict } from '../../domain/people/built-in-roles.ts';
import { isOpen, type RoleGrant } from '../../domain/people/grant.ts';
import { confirmRoles, keepPeople } from '../../domain/permissions.ts';
import { grantById, grantsOf, settleGrant } from '../../store/people/grants.ts';
import { keptPerson } from '../../store/people/kept-people.ts';
import { note, self } from './note.ts';
import { isLastAdministrator } from './last-administrator.ts';

export type ConfirmRoleRefusal =
  | NotAllowed
  | { reason: 'grant-missing' }
  | { reason: 'proposed-by-you' }
  | { reason: 'about-you' }
  | { reason: 'settled-already' }
  | { reason: 'person-left' }
  | ({ reason: 'excludes' } & Conflict);

/** Says yes to a powerful role that somebody else proposed for somebody else; from then on it holds. */
export async function confirmRole(
  ctx: Ctx,
  id: Id<'role-grant'>,
): Promise<Outcome<RoleGrant, ConfirmRoleRefusal>> {
  const by = self(ctx);
  if (!by || !allowed(ctx.actor, confirmRoles)) return refuse({ reason: 'not-allowed' });
  const found = await heldGrant(ctx, id);
  if (!found) return refuse({ reason: 'grant-missing' });
  const { grant, standing } = found;
  if (grant.proposedBy === by.id) return refuse({ reason: 'proposed-by-you' });
  if (grant.personId === by.id) return refuse({ reason: 'about-you' });
  if (grant.state !== 'waiting') return refuse({ reason: 'settled-already' });
  if (standing === 'left') return refuse({ reason: 'person-left' });
  const others = (await grantsOf(ctx, [grant.personId])).filter((one) => isOpen(one, ctx.today));
  const conflict = conflictAmong(others.flatMap((one) => one.roles));
  if (conflict) return refuse({ reason: 'excludes', ...conflict });
  if (!(await settleGrant(ctx, { id, from: 'waiting', to: 'confirmed', by })))
    return refuse({ reason: 'settled-already' });
  await noteGrant(ctx, { act: 'role-confirmed', grant, relationship: 'second-person' });
  return done(grant);
}

export type EndRoleRefusal =
  | NotAllowed
  | { reason: 'grant-missing' }
  | { reason: 'settled-already' }
  | { reason: 'last-administrator' };

/** Says no to a role that waits, or takes one back: at once, and by one person alone. */
export async function endRole(ctx: Ctx, id: Id<'role-grant'>): Promise<Outcome<RoleGrant, EndRoleRefusal>> {
  const by = self(ctx);
  if (!by || !(allowed(ctx.actor, keepPeople) || allowed(ctx.actor, confirmRoles)))
    return refuse({ reason: 'not-allowed' });
  const found = await heldGrant(ctx, id);
  if (!found) return refuse({ reason: 'grant-missing' });
  const { grant } = found;
  if (grant.state !== 'waiting' && grant.state !== 'confirmed') return refuse({ reason: 'settled-already' });
  if (await isLastAdministrator(ctx, grant)) return refuse({ reason: 'last-administrator' });
  const to = grant.state === 'waiting' && grant.proposedBy !== by.id ? 'turned-down' : 'ended';
  if (!(await settleGrant(ctx, { id, from: grant.state, to, by })))
    return refuse({ reason: 'settled-already' });
  const act = to === 'turned-down' ? 'role-turned-down' : 'role-ended';
  await noteGrant(ctx, {
    act,
    grant,
    relationship: grant.state === 'waiting' ? 'second-person' : 'keeps-people',
  });
  return done(grant);
}

/** A grant with the person whom it is for held, so that what is decided about them is decided one after another. */
async function heldGrant(ctx: Ctx, id: Id<'role-grant'>) {
  const seen = await grantById(ctx, id);
  const person = seen && (await keptPerson(ctx, seen.personId, 'held'));
  const grant = person && (await grantById(ctx, id));
  // what families may open is looked after by whoever introduced them
  return grant && !person.introducedBy ? { grant, standing: person.standing } : undefined;
}

function noteGrant(
  ctx: Ctx,
  { act, grant, relationship }: { act: string; grant: RoleGrant; relationship: string },
): Promise<void> {
  return note(ctx, {
    act,
    personId: grant.personId,
    relationship,
    part: { kind: 'role-grant', id: grant.id },
    details: { role: grant.ownRoleId ?? grant.roles[0] ?? '' },
  });
}
