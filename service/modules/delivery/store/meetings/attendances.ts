import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { comings, type Attendance } from '../../domain/meetings/attendance.ts';
import { tables } from '../delivery-tables.ts';

const cameOf = z.enum(comings);

/** Who came to some meetings, by the meeting's id; a meeting of which nobody said it is left out. */
export async function attendanceOf(
  ctx: Ctx,
  meetingIds: readonly Id<'meeting'>[],
): Promise<Map<string, Attendance[]>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await tables(ctx)
    .selectFrom('delivery.attendance')
    .select(['meeting_id', 'membership_id', 'came', 'contribution'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where('meeting_id', 'in', [...meetingIds])
    .execute();
  const found = new Map<string, Attendance[]>();
  for (const row of rows) {
    const said = found.get(row.meeting_id) ?? [];
    found.set(row.meeting_id, said);
    said.push({
      membershipId: storedId(row.membership_id),
      came: cameOf.parse(row.came),
      contribution: row.contribution,
    });
  }
  return found;
}

/** Keeps who came to a meeting, in place of what was said of the same seats before. */
export async function keepAttendance(
  ctx: Ctx,
  meetingId: Id<'meeting'>,
  attendance: readonly Attendance[],
): Promise<void> {
  for (const { membershipId, came, contribution } of attendance) {
    const row = { came, contribution, said_at: ctx.now, said_by_name: nameOfActor(ctx.actor) };
    await tables(ctx)
      .insertInto('delivery.attendance')
      .values({
        partnership_id: ctx.partnershipId,
        meeting_id: meetingId,
        membership_id: membershipId,
        ...row,
      })
      .onConflict((conflict) => conflict.columns(['meeting_id', 'membership_id']).doUpdateSet(row))
      .execute();
  }
}
