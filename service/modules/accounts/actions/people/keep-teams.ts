import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { standsOn } from '../../domain/organisations/organisation.ts';
import type { Team } from '../../domain/people/team.ts';
import { keepPeople } from '../../domain/permissions.ts';
import { organisationsByKey } from '../../store/organisations/organisations.ts';
import { keptPerson } from '../../store/people/kept-people.ts';
import * as store from '../../store/people/teams.ts';
import { note, self } from './note.ts';

export type OpenTeamRefusal = NotAllowed | { reason: 'body-missing' } | { reason: 'name-taken' };

/** Opens a team in a body that stands. */
export async function openTeam(
  ctx: Ctx,
  given: { organisationKey: string; name: string },
): Promise<Outcome<Id<'team'>, OpenTeamRefusal>> {
  if (!mayKeep(ctx)) return refuse({ reason: 'not-allowed' });
  const [body] = await organisationsByKey(ctx, [given.organisationKey]);
  if (!body || !standsOn(body, ctx.today)) return refuse({ reason: 'body-missing' });
  const beside = (await store.standingTeams(ctx)).filter((team) => team.organisationId === body.id);
  if (beside.some(({ name }) => name === given.name)) return refuse({ reason: 'name-taken' });
  const id = ctx.newId<'team'>();
  await store.addTeam(ctx, { id, organisationId: body.id, name: given.name });
  await ctx.record({
    type: 'accounts.team-opened',
    subject: { kind: 'team', id },
    details: { organisation: body.key },
  });
  return done(id);
}

export type TeamRefusal = NotAllowed | { reason: 'team-missing' };

/** Ends a team. Its people keep their roles. */
export async function closeTeam(ctx: Ctx, id: Id<'team'>): Promise<Outcome<Team, TeamRefusal>> {
  if (!mayKeep(ctx)) return refuse({ reason: 'not-allowed' });
  const team = await standing(ctx, id);
  if (!team) return refuse({ reason: 'team-missing' });
  await store.closeTeam(ctx, id);
  await ctx.record({ type: 'accounts.team-closed', subject: { kind: 'team', id } });
  return done(team);
}

export type KeepMemberRefusal = TeamRefusal | { reason: 'person-missing' } | { reason: 'not-for-yourself' };

export type MemberToKeep = { teamId: Id<'team'>; personId: Id<'person'>; part: 'member' | 'lead' | 'gone' };

/** Puts somebody else into a team, says that they lead it, or takes them out. */
export async function keepTeamMember(
  ctx: Ctx,
  given: MemberToKeep,
): Promise<Outcome<Team, KeepMemberRefusal>> {
  const by = self(ctx);
  if (!by || !mayKeep(ctx)) return refuse({ reason: 'not-allowed' });
  if (by.id === given.personId) return refuse({ reason: 'not-for-yourself' });
  const team = await standing(ctx, given.teamId);
  if (!team) return refuse({ reason: 'team-missing' });
  const person = await keptPerson(ctx, given.personId, 'held');
  if (!person || person.standing === 'left' || person.introducedBy)
    return refuse({ reason: 'person-missing' });
  const { teamId, personId, part } = given;
  if (part === 'gone') await store.endMember(ctx, { teamId, personId });
  else await store.keepMember(ctx, { teamId, personId, leads: part === 'lead' });
  await note(ctx, {
    act: part === 'gone' ? 'team-left' : 'team-joined',
    personId,
    relationship: 'keeps-people',
    part: { kind: 'team', id: teamId },
    details: { team: teamId, leads: part === 'lead' },
  });
  return done(team);
}

async function standing(ctx: Ctx, id: Id<'team'>): Promise<Team | undefined> {
  const team = await store.teamById(ctx, id);
  return team && team.until === undefined ? team : undefined;
}

function mayKeep(ctx: Ctx): boolean {
  return self(ctx) !== undefined && allowed(ctx.actor, keepPeople);
}
