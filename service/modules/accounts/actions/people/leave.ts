import type { NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { endSessionsOf } from '#platform/http/session/sessions.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { withdrawLinksTo } from '#platform/links/links.ts';
import type { LeavingReason } from '../../domain/people/kept-person.ts';
import { endGrantsOf, grantsOf } from '../../store/people/grants.ts';
import { identityChecksOf, invitationsOf, settleInvitation } from '../../store/people/invitations.ts';
import { changePerson } from '../../store/people/kept-people.ts';
import { endWaysIn } from '../../store/people/ways-in.ts';
import { endMember } from '../../store/people/teams.ts';
import { grantFamilyRole } from './introduce.ts';
import { isLastAdministrator } from './last-administrator.ts';
import { lookedAfter } from './look-after.ts';
import { note } from './note.ts';
import { offerWayIn, type WayInOffered } from './offer-way-in.ts';

export type LeaveRefusal = NotAllowed | { reason: 'gone-already' } | { reason: 'last-administrator' };

/**
 * Somebody leaves: from the next request on nothing opens. Their sessions and every way in are deleted, their roles end,
 * they are in no team, and links in letters to them open nothing.
 */
export async function leave(
  ctx: Ctx,
  given: { personId: Id<'person'>; why: LeavingReason },
): Promise<Outcome<void, LeaveRefusal>> {
  const { personId, why } = given;
  const found = await lookedAfter(ctx, personId);
  if (!found) return refuse({ reason: 'not-allowed' });
  const { person, by, relationship } = found;
  if (person.standing === 'left') return refuse({ reason: 'gone-already' });
  for (const grant of await grantsOf(ctx, [personId]))
    if (await isLastAdministrator(ctx, grant)) return refuse({ reason: 'last-administrator' });
  await changePerson(ctx, personId, { left: { on: ctx.today, why, byName: by.name } });
  await endSessionsOf(ctx, { personId });
  await endWaysIn(ctx, personId);
  const ended = await endGrantsOf(ctx, personId, by.name);
  await endMember(ctx, { personId });
  for (const { id } of await invitationsOf(ctx, [personId]))
    await settleInvitation(ctx, { id, from: ['waiting', 'open'], to: 'withdrawn' });
  if (person.email !== undefined) await withdrawLinksTo(ctx, person.email);
  await note(ctx, { act: 'person-left', personId, relationship, details: { why, roles: ended } });
  return done(undefined);
}

export type ReturnRefusal = NotAllowed | { reason: 'not-gone' } | { reason: 'never-came' };

/**
 * Somebody comes back: they are offered a way in anew, and hold no role until one is given. A parent or a young person
 * has theirs again, as they were introduced.
 */
export async function comeBack(
  ctx: Ctx,
  personId: Id<'person'>,
): Promise<Outcome<WayInOffered, ReturnRefusal>> {
  const found = await lookedAfter(ctx, personId);
  if (!found) return refuse({ reason: 'not-allowed' });
  const { person, by, relationship } = found;
  if (person.standing !== 'left') return refuse({ reason: 'not-gone' });
  if (person.left?.why === 'not-wanted') return refuse({ reason: 'never-came' });
  await changePerson(ctx, personId, { left: 'not' });
  if (person.introducedBy) {
    const check = (await identityChecksOf(ctx, [personId])).get(personId);
    const role = check?.relationship === 'young-person' ? 'young-person' : 'parent';
    await grantFamilyRole(ctx, { personId, role, by });
  }
  const offered = await offerWayIn(ctx, { personId, kind: 'again', to: person.email, recognised: '', by });
  await note(ctx, { act: 'person-returned', personId, relationship });
  return done(offered);
}

export type SignOutElsewhereRefusal = NotAllowed;

/** Ends every session of somebody else at once: a laptop was lost. Their roles stay, and they can sign in again. */
export async function signOutEverywhere(
  ctx: Ctx,
  personId: Id<'person'>,
): Promise<Outcome<void, SignOutElsewhereRefusal>> {
  const found = await lookedAfter(ctx, personId);
  if (!found) return refuse({ reason: 'not-allowed' });
  await endSessionsOf(ctx, { personId });
  await note(ctx, { act: 'signed-out-everywhere', personId, relationship: found.relationship });
  return done(undefined);
}
