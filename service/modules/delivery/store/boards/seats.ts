import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { tables } from '../delivery-tables.ts';

/** An open seat of any body, by what tells who sits there. */
export type OpenSeat = {
  id: Id<'membership'>;
  bodyId: Id<'body'>;
  personId: Id<'person'> | undefined;
  name: string;
  organisationKey: string;
};

/** Every seat of every body that is held on a day. */
export async function openSeats(ctx: Ctx, on: Day): Promise<OpenSeat[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.membership')
    .select(['id', 'body_id', 'person_id', 'name', 'organisation_key'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where('from_on', '<=', on)
    .where((of) => of.or([of('until_on', 'is', null), of('until_on', '>', on)]))
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: storedId(row.id),
    bodyId: storedId(row.body_id),
    personId: row.person_id === null ? undefined : storedId(row.person_id),
    name: row.name,
    organisationKey: row.organisation_key,
  }));
}
