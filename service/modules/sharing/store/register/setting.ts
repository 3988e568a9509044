import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import type { Day } from '#platform/kernel/day.ts';
import { tables } from '../sharing-tables.ts';

/** The partnership's one setting: from when the duty to share binds. Version 0 where nobody has set it. */
export type SharingSetting = { dutyBeginsOn: Day | undefined; version: number };

export async function sharingSetting(ctx: Ctx): Promise<SharingSetting> {
  const row = await tables(ctx)
    .selectFrom('sharing.setting')
    .select(['duty_begins_on', 'version'])
    .where('partnership_id', '=', ctx.partnershipId)
    .executeTakeFirst();
  return { dutyBeginsOn: row?.duty_begins_on ?? undefined, version: row?.version ?? 0 };
}

export async function keepSetting(ctx: Ctx, { dutyBeginsOn, version }: SharingSetting): Promise<void> {
  const row = {
    duty_begins_on: dutyBeginsOn ?? null,
    version,
    changed_at: ctx.now,
    changed_by_name: nameOfActor(ctx.actor),
  };
  await tables(ctx)
    .insertInto('sharing.setting')
    .values({ partnership_id: ctx.partnershipId, ...row })
    .onConflict((conflict) => conflict.column('partnership_id').doUpdateSet(row))
    .execute();
}
