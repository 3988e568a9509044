import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import {
  isClosed,
  type Organisation,
  type OrganisationName,
} from '../../domain/organisations/organisation.ts';
import type { AccountsTables } from '../tables.generated.ts';

/** The partnership's own organisations that stand today, by name. */
export async function standingOrganisations(ctx: Ctx): Promise<Organisation[]> {
  const rows = await own(ctx)
    .where((of) => of.or([of('body.from_on', 'is', null), of('body.from_on', '<=', ctx.today)]))
    .where((of) => of.or([of('body.until_on', 'is', null), of('body.until_on', '>', ctx.today)]))
    .orderBy('body.name')
    .execute();
  return rows.map(organisation);
}

/** The partnership's own organisations with these keys, whether they still stand or not, in one question. */
export async function organisationsByKey(ctx: Ctx, keys: readonly string[]): Promise<Organisation[]> {
  if (keys.length === 0) return [];
  const rows = await own(ctx)
    .where('body.key', 'in', [...keys])
    .execute();
  return rows.map(organisation);
}

/** Organisations by their ids, whether they still stand or not. */
export async function organisationsById(ctx: Ctx, ids: readonly string[]): Promise<Organisation[]> {
  if (ids.length === 0) return [];
  const rows = await own(ctx)
    .where('body.id', 'in', [...ids])
    .execute();
  return rows.map(organisation);
}

/** The partnership's own organisations whose name or kind holds every word, by name; all of them where no word is given. */
export async function organisationsWithWords(ctx: Ctx, words: readonly string[]): Promise<Organisation[]> {
  let query = own(ctx);
  for (const word of words) {
    const pattern = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    query = query.where((of) =>
      of.or([of('body.name', 'ilike', pattern), of('body.kind', 'ilike', pattern)]),
    );
  }
  const rows = await query.orderBy('body.name').orderBy('body.key').execute();
  return rows.map(organisation);
}

/** Every name that a body has had or will have, the first one first. */
export async function namesOfOrganisation(
  ctx: Ctx,
  id: Id<'organisation'>,
): Promise<readonly OrganisationName[]> {
  const first = await accounts(ctx)
    .selectFrom('accounts.organisation')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  const later = await accounts(ctx)
    .selectFrom('accounts.organisation_name')
    .select(['name', 'from_on'])
    .where('organisation_id', '=', id)
    .orderBy('from_on')
    .execute();
  return first
    ? [{ name: first.name, from: undefined }, ...later.map(({ name, from_on }) => ({ name, from: from_on }))]
    : [];
}

/** Each of these bodies as it goes on today: itself, or the one that it merged into, whichever of them that was. */
export async function goesOnAs(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<Organisation, 'id' | 'name'>>> {
  const known = new Map((await organisationsById(ctx, [...new Set(ids)])).map((body) => [body.key, body]));
  const asked = [...known.values()];
  const later = (body: Organisation): string | undefined =>
    body.mergedInto && isClosed(body, ctx.today) ? body.mergedInto.key : undefined;
  let missing = asked.flatMap((body) => later(body) ?? []).filter((key) => !known.has(key));
  while (missing.length > 0) {
    const found = await organisationsByKey(ctx, [...new Set(missing)]);
    for (const body of found) known.set(body.key, body);
    missing = found.flatMap((body) => later(body) ?? []).filter((key) => !known.has(key));
  }
  const last = (body: Organisation, steps: number): Organisation => {
    const next = known.get(later(body) ?? '');
    return next && steps > 0 ? last(next, steps - 1) : body;
  };
  return new Map(asked.map((body) => [body.id, last(body, known.size)]));
}

/** Policies let the library through, so the partnership is said as well. */
function own(ctx: Ctx) {
  return accounts(ctx)
    .selectFrom(named(ctx).as('body'))
    .leftJoin(named(ctx).as('into'), 'into.id', 'body.merged_into')
    .select(['body.id', 'body.key', 'body.name', 'body.kind', 'body.from_on', 'body.until_on'])
    .select(['into.key as into_key', 'into.name as into_name']);
}

/** Every body by the name that it bears today. */
function named(ctx: Ctx) {
  return accounts(ctx)
    .selectFrom('accounts.organisation as first')
    .select(['first.id', 'first.key', 'first.kind', 'first.from_on', 'first.until_on', 'first.merged_into'])
    .select((of) =>
      of.fn
        .coalesce(
          of
            .selectFrom('accounts.organisation_name as later')
            .select('later.name')
            .whereRef('later.organisation_id', '=', 'first.id')
            .where('later.from_on', '<=', ctx.today)
            .orderBy('later.from_on', 'desc')
            .limit(1),
          of.ref('first.name'),
        )
        .as('name'),
    )
    .where('first.partnership_id', '=', ctx.partnershipId);
}

type Row = {
  id: string;
  key: string;
  name: string;
  kind: string;
  from_on: Day | null;
  until_on: Day | null;
  into_key: string | null;
  into_name: string | null;
};

function organisation(row: Row): Organisation {
  return {
    id: storedId<'organisation'>(row.id),
    key: row.key,
    name: row.name,
    kind: row.kind,
    from: row.from_on ?? undefined,
    until: row.until_on ?? undefined,
    mergedInto:
      row.into_key === null || row.into_name === null
        ? undefined
        : { key: row.into_key, name: row.into_name },
  };
}

/** Adds an organisation, or brings the one with this key up to date. */
export async function saveOrganisation(
  ctx: Ctx,
  given: Omit<Organisation, 'id' | 'mergedInto'>,
): Promise<Id<'organisation'>> {
  const row = {
    name: given.name,
    kind: given.kind,
    from_on: given.from ?? null,
    until_on: given.until ?? null,
  };
  const { id } = await accounts(ctx)
    .insertInto('accounts.organisation')
    .values({
      id: ctx.newId<'organisation'>(),
      partnership_id: ctx.partnershipId,
      key: given.key,
      ...row,
    })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'key']).doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow();
  return storedId<'organisation'>(id);
}

/** Gives a body another name from a day on. */
export async function nameOrganisation(
  ctx: Ctx,
  given: { id: Id<'organisation'>; name: string; from: Day },
): Promise<void> {
  await accounts(ctx)
    .insertInto('accounts.organisation_name')
    .values({
      partnership_id: ctx.partnershipId,
      organisation_id: given.id,
      from_on: given.from,
      name: given.name,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'from_on']).doUpdateSet({ name: given.name }),
    )
    .execute();
}

/** Says when a body is no more, and which one goes on with its work; without a day it stands again. */
export async function closeOrganisation(
  ctx: Ctx,
  given: { id: Id<'organisation'>; until: Day | undefined; into: Id<'organisation'> | undefined },
): Promise<void> {
  await accounts(ctx)
    .updateTable('accounts.organisation')
    .set({ until_on: given.until ?? null, merged_into: given.into ?? null })
    .where('id', '=', given.id)
    .execute();
}

function accounts(ctx: Ctx) {
  return ctx.db.withTables<AccountsTables>();
}
