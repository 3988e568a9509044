import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { Team, TeamMember } from '../../domain/people/team.ts';
import { accounts } from '../accounts-tables.ts';

/** Every team that stands, with who is in it, by name. */
export async function standingTeams(ctx: Ctx): Promise<Team[]> {
  const rows = await teams(ctx)
    .where((of) => of.or([of('until_on', 'is', null), of('until_on', '>', ctx.today)]))
    .execute();
  const members = await membersOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => teamFrom(row, members.get(row.id) ?? []));
}

export async function teamById(ctx: Ctx, id: Id<'team'>): Promise<Team | undefined> {
  const row = await teams(ctx).where('id', '=', id).executeTakeFirst();
  return row && teamFrom(row, (await membersOf(ctx, [row.id])).get(row.id) ?? []);
}

export async function addTeam(
  ctx: Ctx,
  team: { id: Id<'team'>; organisationId: Id<'organisation'>; name: string },
): Promise<void> {
  await accounts(ctx)
    .insertInto('accounts.team')
    .values({
      id: team.id,
      partnership_id: ctx.partnershipId,
      organisation_id: team.organisationId,
      name: team.name,
      from_on: ctx.today,
    })
    .execute();
}

/** Ends a team, and with it who was in it. */
export async function closeTeam(ctx: Ctx, id: Id<'team'>): Promise<void> {
  await accounts(ctx)
    .updateTable('accounts.team')
    .set({ until_on: ctx.today })
    .where('id', '=', id)
    .execute();
  await accounts(ctx)
    .updateTable('accounts.team_member')
    .set({ until_on: ctx.today })
    .where('team_id', '=', id)
    .where('until_on', 'is', null)
    .execute();
}

/** Puts somebody into a team from today, or says anew whether they lead it. */
export async function keepMember(
  ctx: Ctx,
  member: { teamId: Id<'team'>; personId: Id<'person'>; leads: boolean },
): Promise<void> {
  await endMember(ctx, member);
  await accounts(ctx)
    .insertInto('accounts.team_member')
    .values({
      id: ctx.newId<'team-member'>(),
      partnership_id: ctx.partnershipId,
      team_id: member.teamId,
      person_id: member.personId,
      leads: member.leads,
      from_on: ctx.today,
    })
    .execute();
}

/** Takes somebody out of one team, or out of all. */
export async function endMember(
  ctx: Ctx,
  member: { teamId?: Id<'team'>; personId: Id<'person'> },
): Promise<void> {
  let query = accounts(ctx)
    .updateTable('accounts.team_member')
    .set({ until_on: ctx.today })
    .where('person_id', '=', member.personId)
    .where('until_on', 'is', null);
  if (member.teamId) query = query.where('team_id', '=', member.teamId);
  await query.execute();
}

async function membersOf(ctx: Ctx, teamIds: readonly string[]): Promise<Map<string, TeamMember[]>> {
  if (teamIds.length === 0) return new Map();
  const rows = await accounts(ctx)
    .selectFrom('accounts.team_member as member')
    .innerJoin('accounts.person as person', 'person.id', 'member.person_id')
    .select(['member.team_id', 'member.person_id', 'member.leads', 'person.name', 'person.job'])
    .where('member.team_id', 'in', [...teamIds])
    .where('member.until_on', 'is', null)
    .where('person.state', '=', 'here')
    .where((of) => of.or([of('person.left_on', 'is', null), of('person.left_on', '>', ctx.today)]))
    .orderBy('member.leads', 'desc')
    .orderBy('person.name')
    .execute();
  const members = rows.map((row) => ({
    teamId: row.team_id,
    personId: storedId<'person'>(row.person_id),
    name: row.name,
    job: row.job,
    leads: row.leads,
  }));
  return Map.groupBy(members, ({ teamId }) => teamId);
}

function teams(ctx: Ctx) {
  return accounts(ctx)
    .selectFrom('accounts.team')
    .select(['id', 'organisation_id', 'name', 'from_on', 'until_on'])
    .where('partnership_id', '=', ctx.partnershipId)
    .orderBy('name');
}

type Row = { id: string; organisation_id: string; name: string; from_on: Day; until_on: Day | null };

function teamFrom(row: Row, members: readonly TeamMember[]): Team {
  return {
    id: storedId<'team'>(row.id),
    organisationId: storedId<'organisation'>(row.organisation_id),
    name: row.name,
    from: row.from_on,
    until: row.until_on ?? undefined,
    members,
  };
}
