import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { builtInRoles } from '../../domain/people/built-in-roles.ts';
import type { GrantState, OwnRole, RoleGrant } from '../../domain/people/grant.ts';
import { rolesAmong } from '../../domain/person.ts';
import { accounts } from '../accounts-tables.ts';

/** Every grant that was ever made to some people, the newest first. */
export async function grantsOf(ctx: Ctx, personIds: readonly string[]): Promise<RoleGrant[]> {
  if (personIds.length === 0) return [];
  const rows = await grants(ctx)
    .where('held.person_id', 'in', [...personIds])
    .execute();
  return rows.map(grantFrom);
}

/** Who is invited, has not come yet, and would hold a role. */
export async function invitedWith(ctx: Ctx, role: string): Promise<{ id: Id<'person'>; name: string }[]> {
  const rows = await accounts(ctx)
    .selectFrom('accounts.person as person')
    .innerJoin('accounts.role_grant as held', 'held.person_id', 'person.id')
    .select(['person.id', 'person.name'])
    .distinct()
    .where('person.partnership_id', '=', ctx.partnershipId)
    .where('person.state', '=', 'invited')
    .where('person.left_on', 'is', null)
    .where('held.role', '=', role)
    .where('held.state', '=', 'confirmed')
    .execute();
  return rows.map(({ id, name }) => ({ id: storedId<'person'>(id), name }));
}

export async function grantById(ctx: Ctx, id: Id<'role-grant'>): Promise<RoleGrant | undefined> {
  const row = await grants(ctx).where('held.id', '=', id).executeTakeFirst();
  return row && grantFrom(row);
}

export type NewGrant = Pick<
  RoleGrant,
  'id' | 'personId' | 'ownRoleId' | 'powerful' | 'state' | 'setUp' | 'why' | 'from' | 'until' | 'proposedBy'
> & { role: string | undefined; teamId: Id<'team'> | undefined; proposedByName: string };

export async function addGrant(ctx: Ctx, grant: NewGrant): Promise<void> {
  await accounts(ctx)
    .insertInto('accounts.role_grant')
    .values({
      id: grant.id,
      partnership_id: ctx.partnershipId,
      person_id: grant.personId,
      role: grant.role ?? null,
      own_role_id: grant.ownRoleId ?? null,
      team_id: grant.teamId ?? null,
      granted_at: ctx.now,
      from_on: grant.from ?? null,
      until_on: grant.until ?? null,
      powerful: grant.powerful,
      set_up: grant.setUp,
      state: grant.state,
      why: grant.why,
      proposed_by: grant.proposedBy ?? null,
      proposed_by_name: grant.proposedByName,
    })
    .execute();
}

/** Carries a grant on, where it still stands as it was found; whether it did. */
export async function settleGrant(
  ctx: Ctx,
  given: {
    id: Id<'role-grant'>;
    from: GrantState;
    to: GrantState;
    by: { id: Id<'person'> | undefined; name: string };
  },
): Promise<boolean> {
  const { by } = given;
  const { numUpdatedRows } = await accounts(ctx)
    .updateTable('accounts.role_grant')
    .set(
      given.to === 'confirmed'
        ? {
            state: 'confirmed',
            confirmed_by: by.id ?? null,
            confirmed_by_name: by.name,
            confirmed_at: ctx.now,
          }
        : { state: given.to, ended_by_name: by.name, ended_at: ctx.now },
    )
    .where('id', '=', given.id)
    .where('state', '=', given.from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends everything that somebody holds or waits for. */
export async function endGrantsOf(ctx: Ctx, personId: Id<'person'>, byName: string): Promise<number> {
  const { numUpdatedRows } = await accounts(ctx)
    .updateTable('accounts.role_grant')
    .set({ state: 'ended', ended_by_name: byName, ended_at: ctx.now })
    .where('person_id', '=', personId)
    .where('state', 'in', ['waiting', 'confirmed'])
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Leaves somebody whom the service set up with just these roles of those that it gave. */
export async function setUpRoles(ctx: Ctx, personId: Id<'person'>, roles: readonly string[]): Promise<void> {
  const kept = await accounts(ctx)
    .selectFrom('accounts.role_grant')
    .select(['id', 'role', 'state'])
    .where('person_id', '=', personId)
    .where('set_up', '=', true)
    .execute();
  const gone = kept.filter(({ role }) => role === null || !roles.includes(role)).map(({ id }) => id);
  if (gone.length > 0)
    await accounts(ctx).deleteFrom('accounts.role_grant').where('id', 'in', gone).execute();
  for (const role of rolesAmong(roles))
    if (!kept.some((one) => one.role === role))
      await addGrant(ctx, {
        id: ctx.newId<'role-grant'>(),
        personId,
        role,
        ownRoleId: undefined,
        teamId: undefined,
        powerful: builtInRoles[role].powerful,
        state: 'confirmed',
        setUp: true,
        why: '',
        from: undefined,
        until: undefined,
        proposedBy: undefined,
        proposedByName: '',
      });
}

/** The partnership's own roles, by name. */
export async function ownRoles(ctx: Ctx): Promise<OwnRole[]> {
  const rows = await accounts(ctx)
    .selectFrom('accounts.own_role as own')
    .innerJoin('accounts.own_role_part as part', 'part.own_role_id', 'own.id')
    .select(['own.id', 'own.name', 'own.words', 'own.until_on'])
    .select((of) => of.fn<string>('string_agg', ['part.role', of.val(' ')]).as('roles'))
    .where('own.partnership_id', '=', ctx.partnershipId)
    .groupBy('own.id')
    .orderBy('own.name')
    .execute();
  return rows.map((row) => ({
    id: storedId<'own-role'>(row.id),
    name: row.name,
    words: row.words,
    roles: rolesAmong(row.roles.split(' ')),
    until: row.until_on ?? undefined,
  }));
}

export async function addOwnRole(ctx: Ctx, role: OwnRole & { byName: string }): Promise<void> {
  await accounts(ctx)
    .insertInto('accounts.own_role')
    .values({
      id: role.id,
      partnership_id: ctx.partnershipId,
      name: role.name,
      words: role.words,
      made_at: ctx.now,
      made_by_name: role.byName,
    })
    .execute();
  await accounts(ctx)
    .insertInto('accounts.own_role_part')
    .values(
      role.roles.map((part) => ({ partnership_id: ctx.partnershipId, own_role_id: role.id, role: part })),
    )
    .execute();
}

export async function closeOwnRole(ctx: Ctx, id: Id<'own-role'>): Promise<void> {
  await accounts(ctx)
    .updateTable('accounts.own_role')
    .set({ until_on: ctx.today })
    .where('id', '=', id)
    .execute();
}

/** The built-in roles that a grant opens: its own, or those of its bundle. */
const opened = sql<string>`coalesce(held.role, (select string_agg(part.role, ' ')
  from accounts.own_role_part as part where part.own_role_id = held.own_role_id), '')`;

function grants(ctx: Ctx) {
  return accounts(ctx)
    .selectFrom('accounts.role_grant as held')
    .leftJoin('accounts.own_role as own', 'own.id', 'held.own_role_id')
    .leftJoin('accounts.team as team', 'team.id', 'held.team_id')
    .selectAll('held')
    .select(['own.name as own_name', 'team.name as team_name', opened.as('opened')])
    .where('held.partnership_id', '=', ctx.partnershipId)
    .orderBy('held.granted_at', 'desc')
    .orderBy('held.id', 'desc');
}

function grantFrom(row: Awaited<ReturnType<ReturnType<typeof grants>['execute']>>[number]): RoleGrant {
  const roles = rolesAmong(row.opened.split(' '));
  const [first] = roles;
  return {
    id: storedId<'role-grant'>(row.id),
    personId: storedId<'person'>(row.person_id),
    roles,
    title: row.own_name ?? (first ? builtInRoles[first].title : 'A role that is no more'),
    ownRoleId: row.own_role_id === null ? undefined : storedId<'own-role'>(row.own_role_id),
    team: row.team_id === null ? undefined : { id: storedId<'team'>(row.team_id), name: row.team_name ?? '' },
    powerful: row.powerful,
    state: stateOf(row.state),
    setUp: row.set_up,
    why: row.why,
    from: row.from_on ?? undefined,
    until: row.until_on ?? undefined,
    proposedBy: row.proposed_by === null ? undefined : storedId<'person'>(row.proposed_by),
    proposedByName: row.proposed_by_name,
    proposedAt: row.granted_at,
    confirmedByName: row.confirmed_by_name,
    confirmedAt: row.confirmed_at ?? undefined,
    endedByName: row.ended_by_name,
    endedAt: row.ended_at ?? undefined,
  };
}

function stateOf(state: string): GrantState {
  return state === 'waiting' || state === 'confirmed' || state === 'turned-down' ? state : 'ended';
}
