import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { rolesInForce } from '../domain/people/built-in-roles.ts';
import { rolesAmong, type Person, type PersonToSetUp } from '../domain/person.ts';
import { accounts } from './accounts-tables.ts';
import { goesOnAs, organisationsByKey } from './organisations/organisations.ts';
import { setUpRoles } from './people/grants.ts';

/** Everyone who is here to work and has not left, by name, with the roles they hold now. */
export async function peopleAtWork(ctx: Ctx): Promise<Person[]> {
  return peopleFrom(ctx, await rows(ctx).where('person.introduced_by', 'is', null).execute());
}

/** Everyone who can come in, families too, by name. */
export async function everybodyHere(ctx: Ctx): Promise<Person[]> {
  return peopleFrom(ctx, await rows(ctx).execute());
}

/** One person who is here and has not left; undefined otherwise. */
export async function personById(ctx: Ctx, id: Id<'person'>): Promise<Person | undefined> {
  const [found] = await peopleFrom(ctx, await rows(ctx).where('person.id', '=', id).execute());
  return found;
}

/** Whether anybody else holds a role today. */
export async function anybodyElseHolds(
  ctx: Ctx,
  role: Person['roles'][number],
  but: Id<'person'>,
): Promise<boolean> {
  const row = await rows(ctx)
    .where('person.id', '<>', but)
    .where((of) => of.or([of('held.role', '=', role), of('part.role', '=', role)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Who is here and holds a role today, by name. */
export async function holdersOf(
  ctx: Ctx,
  role: Person['roles'][number],
): Promise<{ id: Id<'person'>; name: string }[]> {
  const found = await rows(ctx)
    .where((of) => of.or([of('held.role', '=', role), of('part.role', '=', role)]))
    .execute();
  return found.map(({ id, name }) => ({ id: storedId<'person'>(id), name }));
}

/** Adds a person, or brings the one with this key up to date, and leaves them with just these roles of those set up. */
export async function savePerson(ctx: Ctx, given: PersonToSetUp): Promise<void> {
  const [body] = given.organisationKey ? await organisationsByKey(ctx, [given.organisationKey]) : [];
  const place = { organisation: given.organisation ?? body?.name ?? '', organisation_id: body?.id ?? null };
  const row = {
    id: ctx.newId<'person'>(),
    partnership_id: ctx.partnershipId,
    key: given.key,
    name: given.name,
    job: given.job,
    state: 'here',
    introduced_by: given.introducedByKey ? await idOfKey(ctx, given.introducedByKey) : null,
    ...place,
    email: given.email ?? null,
  };
  const saved = await accounts(ctx)
    .insertInto('accounts.person')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['partnership_id', 'key']).doUpdateSet({
        name: given.name,
        job: given.job,
        ...place,
        // who sets somebody up without an address does not take theirs away
        ...(given.email === undefined ? {} : { email: given.email }),
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await setUpRoles(ctx, storedId<'person'>(saved.id), given.roles);
}

async function idOfKey(ctx: Ctx, key: string): Promise<string | null> {
  const row = await accounts(ctx)
    .selectFrom('accounts.person')
    .select('id')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.id ?? null;
}

function rows(ctx: Ctx) {
  return accounts(ctx)
    .selectFrom('accounts.person as person')
    .leftJoin('accounts.role_grant as held', (join) =>
      join
        .onRef('held.person_id', '=', 'person.id')
        .on('held.state', '=', 'confirmed')
        .on((of) => of.or([of('held.from_on', 'is', null), of('held.from_on', '<=', ctx.today)]))
        .on((of) => of.or([of('held.until_on', 'is', null), of('held.until_on', '>', ctx.today)])),
    )
    .leftJoin('accounts.own_role_part as part', 'part.own_role_id', 'held.own_role_id')
    .select(['person.id', 'person.key', 'person.name', 'person.job', 'person.organisation', 'person.email'])
    .select('person.organisation_id')
    .select(sql<string>`coalesce(string_agg(coalesce(held.role, part.role), ' '), '')`.as('roles'))
    .where('person.state', '=', 'here')
    .where((of) => of.or([of('person.left_on', 'is', null), of('person.left_on', '>', ctx.today)]))
    .groupBy('person.id')
    .orderBy('person.name');
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

/** Where the body that somebody came from went on as another, they come from that one. */
async function peopleFrom(ctx: Ctx, found: readonly Row[]): Promise<Person[]> {
  const bodies = await goesOnAs(
    ctx,
    found.flatMap(({ organisation_id: id }) => id ?? []),
  );
  return found.map((row) => {
    const body = row.organisation_id === null ? undefined : bodies.get(row.organisation_id);
    return {
      id: storedId<'person'>(row.id),
      key: row.key,
      name: row.name,
      job: row.job,
      organisation: body?.name ?? row.organisation,
      ...(body ? { organisationId: body.id } : {}),
      email: row.email ?? undefined,
      roles: rolesInForce(rolesAmong(row.roles.split(' '))),
    };
  });
}
