import type { Ctx } from '../db/database.ts';
import type { SeedsTables } from './tables.generated.ts';

/** The checksum with which something was last brought in for the context's partnership; undefined where it never was. */
export async function seededWith(ctx: Ctx, name: string): Promise<string | undefined> {
  const row = await ctx.db
    .withTables<SeedsTables>()
    .selectFrom('platform.seed')
    .select('checksum')
    .where('partnership_id', '=', ctx.partnershipId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.checksum;
}

/** Remembers with which checksum something was brought in. */
export async function rememberSeed(ctx: Ctx, name: string, checksum: string): Promise<void> {
  const fresh = { checksum, loaded_at: ctx.now };
  await ctx.db
    .withTables<SeedsTables>()
    .insertInto('platform.seed')
    .values({ partnership_id: ctx.partnershipId, name, ...fresh })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'name']).doUpdateSet(fresh))
    .execute();
}
