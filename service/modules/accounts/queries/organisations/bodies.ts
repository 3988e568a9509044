import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import {
  isClosed,
  type Organisation,
  type OrganisationName,
} from '../../domain/organisations/organisation.ts';
import type { KeptPerson } from '../../domain/people/kept-person.ts';
import type { Team } from '../../domain/people/team.ts';
import { keepPeople } from '../../domain/permissions.ts';
import * as store from '../../store/organisations/organisations.ts';
import { colleagues } from '../../store/people/kept-people.ts';
import { standingTeams, teamById } from '../../store/people/teams.ts';

export type BodyListed = { body: Organisation; people: number; teams: number };

/** Every body with how many people and teams it has, by name; undefined for whoever does not look after them. */
export async function bodies(
  ctx: Ctx,
): Promise<{ open: readonly BodyListed[]; closed: readonly BodyListed[] } | undefined> {
  if (!allowed(ctx.actor, keepPeople)) return undefined;
  const here = (await colleagues(ctx)).filter(({ standing }) => standing !== 'left');
  const teams = await standingTeams(ctx);
  const all = (await store.organisationsWithWords(ctx, [])).map((body) => ({
    body,
    people: here.filter(({ organisationId }) => organisationId === body.id).length,
    teams: teams.filter(({ organisationId }) => organisationId === body.id).length,
  }));
  return {
    open: all.filter(({ body }) => !isClosed(body, ctx.today)),
    closed: all.filter(({ body }) => isClosed(body, ctx.today)),
  };
}

export type BodyView = {
  body: Organisation;
  names: readonly OrganisationName[];
  people: readonly KeptPerson[];
  teams: readonly Team[];
  /** bodies that could go on with its work */
  others: readonly Organisation[];
};

export async function bodyView(ctx: Ctx, key: string): Promise<BodyView | undefined> {
  if (!allowed(ctx.actor, keepPeople)) return undefined;
  const [body] = await store.organisationsByKey(ctx, [key]);
  if (!body) return undefined;
  return {
    body,
    names: await store.namesOfOrganisation(ctx, body.id),
    people: await peopleOf(ctx, body.id),
    teams: (await standingTeams(ctx)).filter(({ organisationId }) => organisationId === body.id),
    others: (await store.standingOrganisations(ctx)).filter(({ id }) => id !== body.id),
  };
}

export type TeamView = { team: Team; body: Organisation; people: readonly KeptPerson[] };

/** A team with whoever could be in it; undefined where it ended, and for whoever does not look after teams. */
export async function teamView(ctx: Ctx, id: Id<'team'>): Promise<TeamView | undefined> {
  if (!allowed(ctx.actor, keepPeople)) return undefined;
  const team = await teamById(ctx, id);
  const [body] = team ? await store.organisationsById(ctx, [team.organisationId]) : [];
  if (!team || !body || team.until !== undefined) return undefined;
  return { team, body, people: await peopleOf(ctx, body.id) };
}

async function peopleOf(ctx: Ctx, id: Id<'organisation'>): Promise<KeptPerson[]> {
  return (await colleagues(ctx)).filter(
    ({ organisationId, standing }) => organisationId === id && standing !== 'left',
  );
}
