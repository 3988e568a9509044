import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Membership } from '../../domain/body.ts';
import { tables } from '../delivery-tables.ts';

/** The seats that were taken at a meeting, by their holder or by somebody sent; undefined where nobody wrote down who came. */
export async function presentAt(
  ctx: Ctx,
  meetingId: Id<'meeting'>,
): Promise<Pick<Membership, 'votes' | 'organisationKey'>[] | undefined> {
  const rows = await tables(ctx)
    .selectFrom('delivery.attendance')
    .innerJoin('delivery.membership', 'delivery.membership.id', 'delivery.attendance.membership_id')
    .select(['votes', 'organisation_key', 'came'])
    .where('delivery.attendance.partnership_id', '=', ctx.partnershipId)
    .where('meeting_id', '=', meetingId)
    .execute();
  if (rows.length === 0) return undefined;
  return rows
    .filter(({ came }) => came === 'there' || came === 'sent-somebody')
    .map((row) => ({ votes: row.votes, organisationKey: row.organisation_key }));
}
