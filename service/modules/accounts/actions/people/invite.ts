import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { addressFrom } from '#platform/links/link.ts';
import { standsOn } from '../../domain/organisations/organisation.ts';
import { keepPeople } from '../../domain/permissions.ts';
import { organisationsByKey } from '../../store/organisations/organisations.ts';
import { addPerson, addressTaken } from '../../store/people/kept-people.ts';
import { offerWayIn } from './offer-way-in.ts';
import { note, self } from './note.ts';
import { proposeRole, roleWanted, type ProposeRoleRefusal } from './propose-role.ts';

export type ColleagueToInvite = {
  name: string;
  job: string;
  email: string;
  organisationKey: string;
  /** the role proposed for them at once; '' for none yet */
  role: string;
  why: string;
};

export type InviteRefusal =
  | ProposeRoleRefusal
  | { reason: 'no-address' }
  | { reason: 'address-taken' }
  | { reason: 'body-missing' };

/** Invites a colleague by a letter, and proposes their first role where one is named. */
export async function inviteColleague(
  ctx: Ctx,
  given: ColleagueToInvite,
): Promise<Outcome<{ personId: Id<'person'>; waits: boolean }, InviteRefusal>> {
  const by = self(ctx);
  if (!by || !allowed(ctx.actor, keepPeople)) return refuse({ reason: 'not-allowed' });
  const email = addressFrom(given.email);
  if (email === undefined) return refuse({ reason: 'no-address' });
  if (await addressTaken(ctx, email)) return refuse({ reason: 'address-taken' });
  const [body] = await organisationsByKey(ctx, [given.organisationKey]);
  if (!body || !standsOn(body, ctx.today)) return refuse({ reason: 'body-missing' });
  // nothing is kept of an invitation whose role cannot be given
  if (given.role !== '' && !(await roleWanted(ctx, given.role))) return refuse({ reason: 'no-such-role' });
  const id = ctx.newId<'person'>();
  const { name, job } = given;
  await addPerson(ctx, { id, name, job, email, organisationId: body.id, introducedBy: undefined });
  await offerWayIn(ctx, { personId: id, kind: 'colleague', to: email, recognised: '', by });
  await note(ctx, { act: 'colleague-invited', personId: id, relationship: 'keeps-people' });
  if (given.role === '') return done({ personId: id, waits: false });
  const proposed = await proposeRole(ctx, {
    personId: id,
    role: given.role,
    teamId: undefined,
    why: given.why,
    from: undefined,
    until: undefined,
  });
  return proposed.done ? done({ personId: id, waits: proposed.value.waits }) : refuse(proposed.refusal);
}
