import type { NotAllowed, Role } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { addressFrom } from '#platform/links/link.ts';
import { endSessionsOf } from '#platform/http/session/sessions.ts';
import { howManyWays } from '../../domain/sign-in/ways-in.ts';
import { waysInOf } from '../../queries/sign-in/ways-in.ts';
import { addGrant, endGrantsOf, invitedWith } from '../../store/people/grants.ts';
import { invitationsOf, settleInvitation } from '../../store/people/invitations.ts';
import { addPerson, addressTaken, changePerson } from '../../store/people/kept-people.ts';
import { holdPartnership, ownPartnership, savePartnership } from '../../store/partnerships.ts';
import { holdersOf } from '../../store/people.ts';
import { note } from './note.ts';
import { endOfInvitation, offerWayIn, welcomeOf } from './offer-way-in.ts';

/** The two who say yes for each other: nobody else can be given a powerful role before both are there. */
export const firstRoles = ['administrator', 'governance-lead'] as const satisfies readonly Role[];

export type FirstToInvite = {
  email: string;
  name: string;
  role: (typeof firstRoles)[number];
  /** what the partnership is called, where nobody has said so yet */
  partnership: { slug: string; name: string };
  /** by a letter, or by a link that is handed over */
  by: 'letter' | 'link';
};

export type InviteFirstRefusal =
  | NotAllowed
  | { reason: 'no-address' }
  | { reason: 'address-taken' }
  | { reason: 'there-already'; role: FirstToInvite['role']; names: readonly string[] };

export type FirstInvited = {
  personId: Id<'person'>;
  /** where it is opened; undefined where a letter carries it */
  path: string | undefined;
  expiresAt: Date;
  /** whoever was invited before and never came: their link opens nothing any more */
  instead: readonly string[];
};

/**
 * Invites the first administrator, or the first information-governance lead, of a partnership that has none: from then on
 * people let people in. Only the service itself may, for whoever looks after the machine.
 */
export async function inviteFirst(
  ctx: Ctx,
  given: FirstToInvite,
): Promise<Outcome<FirstInvited, InviteFirstRefusal>> {
  if (ctx.actor.kind !== 'service') return refuse({ reason: 'not-allowed' });
  const email = addressFrom(given.email);
  if (email === undefined) return refuse({ reason: 'no-address' });
  await setUpIfNew(ctx, given.partnership);
  // two commands at once are one after the other
  await holdPartnership(ctx);
  const { here, never } = await whoHolds(ctx, given.role);
  if (here.length > 0)
    return refuse({ reason: 'there-already', role: given.role, names: here.map(({ name }) => name) });
  for (const one of never) await takeBack(ctx, one.id);
  if (await addressTaken(ctx, email)) return refuse({ reason: 'address-taken' });
  const personId = await addInvited(ctx, { name: given.name, email, role: given.role });
  const by = { id: personId, name: keeper };
  const to = given.by === 'letter' ? email : undefined;
  const { token } = await offerWayIn(ctx, { personId, kind: 'colleague', to, recognised: '', by });
  await note(ctx, {
    act: 'first-invited',
    personId,
    relationship: 'none',
    details: { role: given.role },
  });
  return done({
    personId,
    path: token && welcomeOf(token),
    expiresAt: endOfInvitation(ctx.now),
    instead: never.map(({ name }) => name),
  });
}

async function setUpIfNew(ctx: Ctx, { slug, name }: FirstToInvite['partnership']): Promise<void> {
  if (await ownPartnership(ctx)) return;
  await savePartnership(ctx, {
    id: ctx.partnershipId,
    slug,
    name,
    shortName: name,
    brandColour: '#1b2338',
    isInvented: false,
  });
}

type Named = { id: Id<'person'>; name: string };

/** Who is here with a role, and who was invited to it and never came, or came and chose no way to sign in in time. */
async function whoHolds(ctx: Ctx, role: Role): Promise<{ here: Named[]; never: Named[] }> {
  const here: Named[] = [];
  const never: Named[] = [...(await invitedWith(ctx, role))];
  for (const holder of await holdersOf(ctx, role))
    ((await isStranded(ctx, holder.id)) ? never : here).push(holder);
  return { here, never };
}

async function isStranded(ctx: Ctx, personId: Id<'person'>): Promise<boolean> {
  const [latest] = await invitationsOf(ctx, [personId]);
  if (latest?.state !== 'accepted' || latest.expiresAt > ctx.now) return false;
  return howManyWays(await waysInOf(ctx, personId)) === 0;
}

async function takeBack(ctx: Ctx, personId: Id<'person'>): Promise<void> {
  const byName = keeper;
  for (const { id } of await invitationsOf(ctx, [personId]))
    await settleInvitation(ctx, { id, from: ['waiting', 'open'], to: 'withdrawn' });
  await endSessionsOf(ctx, { personId });
  await endGrantsOf(ctx, personId, byName);
  await changePerson(ctx, personId, { left: { on: ctx.today, why: 'not-wanted', byName } });
  await note(ctx, { act: 'invitation-withdrawn', personId, relationship: 'none' });
}

async function addInvited(
  ctx: Ctx,
  { name, email, role }: { name: string; email: string; role: Role },
): Promise<Id<'person'>> {
  const personId = ctx.newId<'person'>();
  await addPerson(ctx, {
    id: personId,
    name,
    job: '',
    email,
    organisationId: undefined,
    introducedBy: undefined,
  });
  await addGrant(ctx, {
    id: ctx.newId<'role-grant'>(),
    personId,
    role,
    ownRoleId: undefined,
    teamId: undefined,
    powerful: true,
    state: 'confirmed',
    setUp: true,
    why: '',
    from: undefined,
    until: undefined,
    proposedBy: undefined,
    proposedByName: '',
  });
  return personId;
}

/** Under what name the invitation stands. */
const keeper = 'Whoever looks after this service';
