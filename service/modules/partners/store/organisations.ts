import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId } from '#platform/kernel/id.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PartnersTables } from './tables.generated.ts';

/** The partnership's own organisations that stand today, by name. */
export async function standingOrganisations(ctx: Ctx): Promise<Organisation[]> {
  const rows = await own(ctx)
    .where((of) => of.or([of('from_on', 'is', null), of('from_on', '<=', ctx.today)]))
    .where((of) => of.or([of('until_on', 'is', null), of('until_on', '>', ctx.today)]))
    .orderBy('name')
    .execute();
  return rows.map(organisation);
}

/** The partnership's own organisations with these keys, whether they still stand or not, in one question. */
export async function organisationsByKey(ctx: Ctx, keys: readonly string[]): Promise<Organisation[]> {
  if (keys.length === 0) return [];
  const rows = await own(ctx)
    .where('key', 'in', [...keys])
    .execute();
  return rows.map(organisation);
}

/** The partnership's own organisations whose name or kind holds every word, by name; all of them where no word is given. */
export async function organisationsWithWords(ctx: Ctx, words: readonly string[]): Promise<Organisation[]> {
  let query = own(ctx);
  for (const word of words) {
    const pattern = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    query = query.where((of) => of.or([of('name', 'ilike', pattern), of('kind', 'ilike', pattern)]));
  }
  const rows = await query.orderBy('name').orderBy('key').execute();
  return rows.map(organisation);
}

/** Policies let the library through, so the partnership is said as well. */
function own(ctx: Ctx) {
  return partners(ctx)
    .selectFrom('partners.organisation')
    .select(['id', 'key', 'name', 'kind', 'from_on', 'until_on'])
    .where('partnership_id', '=', ctx.partnershipId);
}

type Row = {
  id: string;
  key: string;
  name: string;
  kind: string;
  from_on: Day | null;
  until_on: Day | null;
};

function organisation(row: Row): Organisation {
  return {
    id: storedId<'organisation'>(row.id),
    key: row.key,
    name: row.name,
    kind: row.kind,
    from: row.from_on ?? undefined,
    until: row.until_on ?? undefined,
  };
}

/** Adds an organisation, or brings the one with this key up to date. */
export async function saveOrganisation(ctx: Ctx, given: Omit<Organisation, 'id'>): Promise<void> {
  const row = {
    name: given.name,
    kind: given.kind,
    from_on: given.from ?? null,
    until_on: given.until ?? null,
  };
  await partners(ctx)
    .insertInto('partners.organisation')
    .values({
      id: ctx.newId<'organisation'>(),
      partnership_id: ctx.partnershipId,
      key: given.key,
      ...row,
    })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'key']).doUpdateSet(row))
    .execute();
}

function partners(ctx: Ctx) {
  return ctx.db.withTables<PartnersTables>();
}
