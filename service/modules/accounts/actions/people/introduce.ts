import { allowed, type NotAllowed, type Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { addressFrom } from '#platform/links/link.ts';
import type { identitySeen, responsibilitySeen } from '../../domain/people/invitation.ts';
import { introduceFamilies } from '../../domain/permissions.ts';
import { addGrant } from '../../store/people/grants.ts';
import { addIdentityCheck } from '../../store/people/invitations.ts';
import { addPerson, addressTaken } from '../../store/people/kept-people.ts';
import { note, self } from './note.ts';
import { offerWayIn } from './offer-way-in.ts';

export type FamilyToIntroduce = {
  name: string;
  /** how they stand to the child; `young-person` where they are the child */
  relationship: string;
  /** '' where the way in is handed over on paper or read out */
  email: string;
  identitySeen: keyof typeof identitySeen;
  /** undefined only for a young person */
  responsibilitySeen: keyof typeof responsibilitySeen | undefined;
};

export type IntroduceRefusal =
  | NotAllowed
  | { reason: 'no-address' }
  | { reason: 'address-taken' }
  | { reason: 'responsibility-not-said' };

/**
 * Introduces a parent or a young person: who they are, how that was checked, and a way in. What they may then see is
 * decided for each child apart.
 */
export async function introduceFamily(
  ctx: Ctx,
  given: FamilyToIntroduce,
): Promise<Outcome<{ personId: Id<'person'>; token: string | undefined }, IntroduceRefusal>> {
  const by = self(ctx);
  if (!by || !allowed(ctx.actor, introduceFamilies)) return refuse({ reason: 'not-allowed' });
  const email = given.email === '' ? undefined : addressFrom(given.email);
  if (given.email !== '' && email === undefined) return refuse({ reason: 'no-address' });
  if (email !== undefined && (await addressTaken(ctx, email))) return refuse({ reason: 'address-taken' });
  const role: Role = given.relationship === 'young-person' ? 'young-person' : 'parent';
  const responsibility = role === 'parent' ? given.responsibilitySeen : undefined;
  if (role === 'parent' && responsibility === undefined) return refuse({ reason: 'responsibility-not-said' });
  const personId = ctx.newId<'person'>();
  const { name, relationship } = given;
  await addPerson(ctx, {
    id: personId,
    name,
    job: '',
    email,
    organisationId: undefined,
    introducedBy: by.id,
  });
  await addIdentityCheck(ctx, {
    personId,
    checkedBy: by.id,
    checkedByName: by.name,
    relationship,
    identitySeen: given.identitySeen,
    responsibilitySeen: responsibility,
  });
  await grantFamilyRole(ctx, { personId, role, by });
  const { token } = await offerWayIn(ctx, { personId, kind: 'family', to: email, recognised: '', by });
  await note(ctx, {
    act: 'family-introduced',
    personId,
    relationship: 'introduced-them',
    purpose: 'direct-help',
  });
  return done({ personId, token });
}

/** The role of a family's account, given by the worker who looks after it. */
export async function grantFamilyRole(
  ctx: Ctx,
  given: { personId: Id<'person'>; role: Role; by: { id: Id<'person'>; name: string } },
): Promise<void> {
  await addGrant(ctx, {
    id: ctx.newId<'role-grant'>(),
    personId: given.personId,
    role: given.role,
    ownRoleId: undefined,
    teamId: undefined,
    powerful: false,
    state: 'confirmed',
    setUp: false,
    why: '',
    from: undefined,
    until: undefined,
    proposedBy: given.by.id,
    proposedByName: given.by.name,
  });
}
