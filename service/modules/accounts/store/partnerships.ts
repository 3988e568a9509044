import type { Ctx } from '#platform/db/database.ts';
import { storedId } from '#platform/kernel/id.ts';
import type { Partnership } from '../domain/person.ts';
import type { AccountsTables } from './tables.generated.ts';

/** The partnership of the context; undefined where it has not been set up. */
export async function ownPartnership(ctx: Ctx): Promise<Partnership | undefined> {
  const row = await ctx.db
    .withTables<AccountsTables>()
    .selectFrom('accounts.partnership')
    .selectAll()
    .where('id', '=', ctx.partnershipId)
    .executeTakeFirst();
  return row
    ? {
        id: storedId<'partnership'>(row.id),
        slug: row.slug,
        name: row.name,
        shortName: row.short_name,
        brandColour: row.brand_colour,
        isInvented: row.is_invented,
      }
    : undefined;
}

/** Writes the context's own partnership down, or brings it up to date. */
export async function savePartnership(ctx: Ctx, partnership: Partnership): Promise<void> {
  const row = {
    slug: partnership.slug,
    name: partnership.name,
    short_name: partnership.shortName,
    brand_colour: partnership.brandColour,
    is_invented: partnership.isInvented,
  };
  await ctx.db
    .withTables<AccountsTables>()
    .insertInto('accounts.partnership')
    .values({ id: partnership.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** Holds the partnership against everybody else until the transaction ends, for what can be decided only once. */
export async function holdPartnership(ctx: Ctx): Promise<void> {
  await ctx.db
    .withTables<AccountsTables>()
    .selectFrom('accounts.partnership')
    .select('id')
    .where('id', '=', ctx.partnershipId)
    .forUpdate()
    .execute();
}
