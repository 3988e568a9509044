import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { rolesAmong, type Person, type PersonToSetUp } from '../domain/person.ts';
import { goesOnAs, organisationsByKey } from './organisations/organisations.ts';
import type { AccountsTables } from './tables.generated.ts';

/** Everyone who has not left, by name, with the roles they hold now. */
export async function allPeople(ctx: Ctx): Promise<Person[]> {
  return peopleFrom(ctx, await rows(ctx));
}

/** One person who has not left; undefined otherwise. */
export async function personById(ctx: Ctx, id: Id<'person'>): Promise<Person | undefined> {
  const [found] = await peopleFrom(ctx, await rows(ctx, id));
  return found;
}

/** Adds a person, or brings the one with this key up to date, and leaves them with just these roles. */
export async function savePerson(ctx: Ctx, given: PersonToSetUp): Promise<void> {
  const [body] = given.organisationKey ? await organisationsByKey(ctx, [given.organisationKey]) : [];
  const place = { organisation: given.organisation ?? body?.name ?? '', organisation_id: body?.id ?? null };
  const row = {
    id: ctx.newId<'person'>(),
    partnership_id: ctx.partnershipId,
    key: given.key,
    name: given.name,
    job: given.job,
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
  await accounts(ctx).deleteFrom('accounts.role_grant').where('person_id', '=', saved.id).execute();
  const grants = given.roles.map((role) => ({
    partnership_id: ctx.partnershipId,
    person_id: saved.id,
    role,
    granted_at: ctx.now,
  }));
  if (grants.length > 0) await accounts(ctx).insertInto('accounts.role_grant').values(grants).execute();
}

async function rows(ctx: Ctx, id?: Id<'person'>) {
  let query = accounts(ctx)
    .selectFrom('accounts.person as person')
    .leftJoin('accounts.role_grant as held', 'held.person_id', 'person.id')
    .select(['person.id', 'person.key', 'person.name', 'person.job', 'person.organisation', 'person.email'])
    .select('person.organisation_id')
    .select((of) =>
      of.fn.coalesce(of.fn<string>('string_agg', ['held.role', of.val(' ')]), of.val('')).as('roles'),
    )
    .where((of) => of.or([of('person.left_on', 'is', null), of('person.left_on', '>', ctx.today)]))
    .groupBy('person.id')
    .orderBy('person.name');
  if (id) query = query.where('person.id', '=', id);
  return query.execute();
}

/** Where the body that somebody came from went on as another, they come from that one. */
async function peopleFrom(ctx: Ctx, found: Awaited<ReturnType<typeof rows>>): Promise<Person[]> {
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
      roles: rolesAmong(row.roles.split(' ')),
    };
  });
}

function accounts(ctx: Ctx) {
  return ctx.db.withTables<AccountsTables>();
}
