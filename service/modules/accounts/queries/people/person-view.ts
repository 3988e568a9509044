import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { isOpen, type OwnRole, type RoleGrant } from '../../domain/people/grant.ts';
import type { Invitation } from '../../domain/people/invitation.ts';
import type { KeptPerson } from '../../domain/people/kept-person.ts';
import type { Team } from '../../domain/people/team.ts';
import { confirmRoles, keepPeople, seePeople } from '../../domain/permissions.ts';
import { grantsOf, ownRoles } from '../../store/people/grants.ts';
import { invitationsOf } from '../../store/people/invitations.ts';
import { keptPerson } from '../../store/people/kept-people.ts';
import { standingTeams } from '../../store/people/teams.ts';

export type PersonView = {
  person: KeptPerson;
  open: readonly RoleGrant[];
  past: readonly RoleGrant[];
  /** the newest way in that was offered */
  invitation: Invitation | undefined;
  teams: readonly Team[];
  isSelf: boolean;
  mayKeep: boolean;
  mayConfirm: boolean;
  selfId: Id<'person'> | undefined;
};

/** A colleague, as somebody sees them who looks after who comes in; undefined for everybody else, and for families. */
export async function personView(ctx: Ctx, id: Id<'person'>): Promise<PersonView | undefined> {
  if (!allowed(ctx.actor, seePeople)) return undefined;
  const person = await keptPerson(ctx, id);
  if (!person || person.introducedBy) return undefined;
  const subject = { kind: 'person', id };
  ctx.audit({
    act: 'accounts.person-read',
    way: 'read',
    subject,
    relationship: 'keeps-people',
    purpose: 'record-keeping',
  });
  const grants = await grantsOf(ctx, [id]);
  const [invitation] = await invitationsOf(ctx, [id]);
  const selfId = ctx.actor.kind === 'person' ? ctx.actor.personId : undefined;
  return {
    person,
    open: grants.filter((grant) => isOpen(grant, ctx.today)),
    past: grants.filter((grant) => !isOpen(grant, ctx.today)),
    invitation,
    teams: (await standingTeams(ctx)).filter(({ members }) =>
      members.some(({ personId }) => personId === id),
    ),
    isSelf: selfId === id,
    mayKeep: allowed(ctx.actor, keepPeople),
    mayConfirm: allowed(ctx.actor, confirmRoles),
    selfId,
  };
}

/** The roles that can be proposed beside the built-in ones, and the teams for which. */
export async function roleChoices(ctx: Ctx): Promise<{ own: readonly OwnRole[]; teams: readonly Team[] }> {
  const own = (await ownRoles(ctx)).filter(({ until }) => until === undefined);
  return { own, teams: await standingTeams(ctx) };
}
