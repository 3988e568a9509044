import type { Ctx } from '#platform/db/database.ts';
import { isOpen, type RoleGrant } from '../../domain/people/grant.ts';
import type { Invitation } from '../../domain/people/invitation.ts';
import type { KeptPerson } from '../../domain/people/kept-person.ts';
import { howManyWays } from '../../domain/sign-in/ways-in.ts';
import { grantsOf } from '../../store/people/grants.ts';
import { invitationByHash } from '../../store/people/invitations.ts';
import { keptPerson } from '../../store/people/kept-people.ts';
import { waysInOf } from '../sign-in/ways-in.ts';

/** Who is invited to what, for whoever holds the token. */
export type Welcome = {
  invitation: Invitation;
  person: KeptPerson;
  /** what it would open, and what waits for a second person */
  roles: readonly RoleGrant[];
};

/** The invitation whose token has this hash, as it stands now; undefined where there is none. */
export async function welcome(ctx: Ctx, hash: string): Promise<Welcome | undefined> {
  const found = await invitationByHash(ctx, hash);
  const person = found && (await keptPerson(ctx, found.personId));
  if (!person) return undefined;
  const state =
    person.standing === 'left' ? 'withdrawn' : (await isHalfWay(ctx, found)) ? 'open' : found.state;
  const roles = (await grantsOf(ctx, [person.id])).filter((grant) => isOpen(grant, ctx.today));
  return { invitation: { ...found, state }, person, roles };
}

/** Whether somebody accepted and has chosen no way to sign in yet: their link opens once more, while it is in time. */
export async function isHalfWay(ctx: Ctx, { personId, state, expiresAt }: Invitation): Promise<boolean> {
  return state === 'accepted' && expiresAt > ctx.now && howManyWays(await waysInOf(ctx, personId)) === 0;
}
