import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { allFrameworks } from './frameworks.ts';

/** Words that stand where a framework's name would in an address. */
const reserved = ['new', 'paste', 'bring-in'];

/**
 * The names that no new framework may bear in addresses: those taken by the partnership or the library. Whoever asks holds
 * them until the transaction ends, so that two people who begin a framework of one name get two names.
 */
export async function takenSlugs(ctx: Ctx): Promise<ReadonlySet<string>> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`strategy.slug ${ctx.partnershipId}`}, 0))`.execute(
    ctx.db,
  );
  return new Set([...reserved, ...(await allFrameworks(ctx)).map(({ slug }) => slug)]);
}
