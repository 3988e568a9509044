import type { Ctx } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { YearRule } from '../../domain/meetings/year-of-meetings.ts';
import { tables } from '../delivery-tables.ts';

/** A year of meetings of one body. */
export type Cycle = { id: Id<'cycle'>; title: string; from: Day; until: Day };

/** A body's years of meetings, the newest first. */
export async function cyclesOf(ctx: Ctx, bodyId: Id<'body'>): Promise<Cycle[]> {
  const rows = await tables(ctx)
    .selectFrom('delivery.cycle')
    .select(['id', 'title', 'from_on', 'until_on'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where('body_id', '=', bodyId)
    .orderBy('from_on', 'desc')
    .execute();
  return rows.map((row) => ({
    id: storedId(row.id),
    title: row.title,
    from: row.from_on,
    until: row.until_on,
  }));
}

/** Keeps a year of meetings with the rule that it was made from. */
export async function addCycle(
  ctx: Ctx,
  cycle: Cycle & { bodyId: Id<'body'>; rule: YearRule },
): Promise<void> {
  await tables(ctx)
    .insertInto('delivery.cycle')
    .values({
      id: cycle.id,
      partnership_id: ctx.partnershipId,
      body_id: cycle.bodyId,
      title: cycle.title,
      from_on: cycle.from,
      until_on: cycle.until,
      rule: jsonb(cycle.rule),
      made_at: ctx.now,
      made_by_name: nameOfActor(ctx.actor),
    })
    .execute();
}
