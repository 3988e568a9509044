import type { NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { endSessionsOf } from '#platform/http/session/sessions.ts';
import type { Invitation } from '../../domain/people/invitation.ts';
import {
  invitationById,
  invitationByHash,
  invitationsOf,
  settleInvitation,
} from '../../store/people/invitations.ts';
import { changePerson, keptPerson } from '../../store/people/kept-people.ts';
import { endGrantsOf } from '../../store/people/grants.ts';
import { isHalfWay } from '../../queries/people/welcome.ts';
import { endWaysIn } from '../../store/people/ways-in.ts';
import { lookedAfter } from './look-after.ts';
import { note } from './note.ts';
import { hashOfInvitation, offerWayIn, type WayInOffered } from './offer-way-in.ts';

export type SendAnewRefusal = NotAllowed | { reason: 'not-invited' };

/** Sends an invitation anew: what was sent before opens nothing from then on. */
export async function sendAnew(
  ctx: Ctx,
  personId: Id<'person'>,
): Promise<Outcome<WayInOffered, SendAnewRefusal>> {
  const found = await lookedAfter(ctx, personId);
  if (!found) return refuse({ reason: 'not-allowed' });
  const { person, by, relationship } = found;
  if (person.standing !== 'invited') return refuse({ reason: 'not-invited' });
  const kind = person.introducedBy ? 'family' : 'colleague';
  const offered = await offerWayIn(ctx, { personId, kind, to: person.email, recognised: '', by });
  await note(ctx, { act: 'invited-anew', personId, relationship });
  return done(offered);
}

export type WithdrawRefusal = NotAllowed | { reason: 'not-invited' };

/** Takes an invitation back before it was accepted: the person never comes, and what was proposed for them ends. */
export async function withdrawInvitation(
  ctx: Ctx,
  personId: Id<'person'>,
): Promise<Outcome<void, WithdrawRefusal>> {
  const found = await lookedAfter(ctx, personId);
  if (!found) return refuse({ reason: 'not-allowed' });
  const { person, by, relationship } = found;
  if (person.standing !== 'invited') return refuse({ reason: 'not-invited' });
  for (const { id } of await invitationsOf(ctx, [personId]))
    await settleInvitation(ctx, { id, from: ['waiting', 'open'], to: 'withdrawn' });
  await endGrantsOf(ctx, personId, by.name);
  await changePerson(ctx, personId, { left: { on: ctx.today, why: 'not-wanted', byName: by.name } });
  await note(ctx, { act: 'invitation-withdrawn', personId, relationship });
  return done(undefined);
}

export type AcceptRefusal = { reason: 'invitation-over'; how: Invitation['state'] | 'unknown' };

/**
 * Accepts an invitation by its token, once: the person is here from now on. Whoever comes again loses what was open
 * before.
 */
export async function acceptInvitation(
  ctx: Ctx,
  token: string,
): Promise<Outcome<{ personId: Id<'person'>; kind: Invitation['kind'] }, AcceptRefusal>> {
  const seen = await invitationByHash(ctx, hashOfInvitation(token));
  const person = seen && (await keptPerson(ctx, seen.personId, 'held'));
  const invitation = person && (await invitationById(ctx, seen.id));
  if (!person || !invitation) return refuse({ reason: 'invitation-over', how: 'unknown' });
  const { id, personId, kind, state } = invitation;
  if (person.standing === 'left') return refuse({ reason: 'invitation-over', how: 'withdrawn' });
  if (await isHalfWay(ctx, invitation)) return done({ personId, kind });
  if (state !== 'open') return refuse({ reason: 'invitation-over', how: state });
  if (!(await settleInvitation(ctx, { id, from: ['open'], to: 'accepted' })))
    return refuse({ reason: 'invitation-over', how: 'accepted' });
  await changePerson(ctx, personId, { state: 'here', lastCameOn: ctx.today });
  if (kind === 'again') {
    await endSessionsOf(ctx, { personId });
    await endWaysIn(ctx, personId);
  }
  await note(ctx, {
    act: kind === 'again' ? 'came-again' : 'invitation-accepted',
    personId,
    relationship: 'themselves',
    part: { kind: 'invitation', id },
  });
  return done({ personId, kind });
}
