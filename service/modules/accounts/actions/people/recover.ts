import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { endSessionsOf } from '#platform/http/session/sessions.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { isOpen } from '../../domain/people/grant.ts';
import type { waysOfRecognising } from '../../domain/people/invitation.ts';
import { confirmRoles } from '../../domain/permissions.ts';
import { grantsOf } from '../../store/people/grants.ts';
import { confirmInvitation, invitationById } from '../../store/people/invitations.ts';
import { keptPerson } from '../../store/people/kept-people.ts';
import { lookedAfter } from './look-after.ts';
import { note, self } from './note.ts';
import { endOfInvitation, offerWayIn, writeInvitation, type WayInOffered } from './offer-way-in.ts';

export type RecoverRefusal = NotAllowed | { reason: 'not-here' };

/**
 * Opens the way in anew for somebody who lost every way, once they were recognised. Whoever holds a powerful role needs
 * a second person's yes first.
 */
export async function openWayAnew(
  ctx: Ctx,
  given: { personId: Id<'person'>; recognised: keyof typeof waysOfRecognising },
): Promise<Outcome<WayInOffered & { waits: boolean }, RecoverRefusal>> {
  const { personId, recognised } = given;
  const found = await lookedAfter(ctx, personId);
  if (!found) return refuse({ reason: 'not-allowed' });
  const { person, by, relationship } = found;
  if (person.standing !== 'here') return refuse({ reason: 'not-here' });
  const held = (await grantsOf(ctx, [personId])).filter((grant) => isOpen(grant, ctx.today));
  const waits = held.some(({ powerful }) => powerful);
  const offered = await offerWayIn(ctx, {
    personId,
    kind: 'again',
    to: person.email,
    recognised,
    by,
    ...(waits ? { waits } : {}),
  });
  await endSessionsOf(ctx, { personId });
  await note(ctx, {
    act: waits ? 'way-anew-asked' : 'way-anew-opened',
    personId,
    relationship,
    part: { kind: 'invitation', id: offered.id },
    details: { recognised },
  });
  return done({ ...offered, waits });
}

export type ConfirmWayRefusal =
  | NotAllowed
  | { reason: 'invitation-missing' }
  | { reason: 'asked-by-you' }
  | { reason: 'about-you' };

/** Says yes to opening the way in anew for somebody with a powerful role; the letter goes out then. */
export async function confirmWayAnew(
  ctx: Ctx,
  id: Id<'invitation'>,
): Promise<Outcome<void, ConfirmWayRefusal>> {
  const by = self(ctx);
  if (!by || !allowed(ctx.actor, confirmRoles)) return refuse({ reason: 'not-allowed' });
  const seen = await invitationById(ctx, id);
  const person = seen && (await keptPerson(ctx, seen.personId, 'held'));
  const invitation = person && (await invitationById(ctx, id));
  if (!invitation || invitation.state !== 'waiting') return refuse({ reason: 'invitation-missing' });
  const { personId, invitedBy, invitedByName, kind, to } = invitation;
  if (invitedBy === by.id) return refuse({ reason: 'asked-by-you' });
  if (personId === by.id) return refuse({ reason: 'about-you' });
  if (!(await confirmInvitation(ctx, { id, by, expiresAt: endOfInvitation(ctx.now) })))
    return refuse({ reason: 'invitation-missing' });
  if (to !== undefined)
    await writeInvitation(ctx, { id, kind, to, by: { id: invitedBy, name: invitedByName } });
  await note(ctx, {
    act: 'way-anew-confirmed',
    personId,
    relationship: 'second-person',
    part: { kind: 'invitation', id },
  });
  return done(undefined);
}
