import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { tables } from '../delivery-tables.ts';

/** An open seat of any body, by what tells who sits there. */
export type OpenSeat = { bodyId: Id<'body'>; name: string; organisationKey: string };

/** Every seat of every body that is held on a day. */
export async function openSeats(ctx: Ctx, on: Day): Promise<OpenSeat[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.membership')
    .select(['body_id', 'name', 'organisation_key'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where('from_on', '<=', on)
    .where((of) => of.or([of('until_on', 'is', null), of('until_on', '>', on)]))
    .execute();
  return rows.map((row) => ({
    bodyId: storedId(row.body_id),
    name: row.name,
    organisationKey: row.organisation_key,
  }));
}
