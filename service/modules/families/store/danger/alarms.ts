import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { families } from './concerns.ts';

/** What nobody has opened yet and no alarm was raised for, oldest first: only the service asks. */
export async function unreadWithoutAlarm(
  ctx: Ctx,
): Promise<{ id: Id<'concern'>; toldAt: Date; settingId: string | undefined }[]> {
  const rows = await families(ctx)
    .selectFrom('families.concern as told')
    .leftJoin('families.concern_step as step', 'step.concern_id', 'told.id')
    .leftJoin('families.concern_alarm as alarm', 'alarm.concern_id', 'told.id')
    .select(['told.id', 'told.told_at', 'told.setting_id'])
    .where('step.id', 'is', null)
    .where('alarm.concern_id', 'is', null)
    .orderBy('told.told_at')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: storedId<'concern'>(row.id),
    toldAt: row.told_at,
    settingId: row.setting_id ?? undefined,
  }));
}

/** Notes that an alarm was raised. */
export async function addAlarm(ctx: Ctx, concernId: string): Promise<void> {
  const row = { concern_id: concernId, partnership_id: ctx.partnershipId, raised_at: ctx.now };
  await families(ctx)
    .insertInto('families.concern_alarm')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
