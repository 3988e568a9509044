import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { tables } from '../families-tables.ts';

/** Somebody asked about more children in a day than anybody's work needs. */
export type SearchAlarm = { id: Id<'search-alarm'>; personName: string; onDay: Day; raisedAt: Date };

type Raise = { personId: Id<'person'>; personName: string; toldTo: readonly Id<'person'>[] };

/** Raises the alarm, once for a person and a day; undefined where it is raised already. */
export async function raiseSearchAlarm(ctx: Ctx, raise: Raise): Promise<Id<'search-alarm'> | undefined> {
  const row = await tables(ctx)
    .insertInto('families.search_alarm')
    .values({
      id: ctx.newId<'search-alarm'>(),
      partnership_id: ctx.partnershipId,
      person_id: raise.personId,
      person_name: raise.personName,
      on_day: ctx.today,
      raised_at: ctx.now,
      told_to: [...raise.toldTo],
    })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'person_id', 'on_day']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row && storedId(row.id);
}

/** Alarms of which this person was told and that nobody has settled, the oldest first. */
export async function openSearchAlarms(ctx: Ctx, personId: Id<'person'>): Promise<SearchAlarm[]> {
  const rows = await tables(ctx)
    .selectFrom('families.search_alarm')
    .selectAll()
    .where('partnership_id', '=', ctx.partnershipId)
    .where('person_id', '<>', personId)
    .where('settled_at', 'is', null)
    .orderBy('raised_at')
    .execute();
  return rows.map((row) => ({
    id: storedId(row.id),
    personName: row.person_name,
    onDay: row.on_day,
    raisedAt: row.raised_at,
  }));
}

/** Puts an alarm away, with what was found; false where there is none that waits. */
export async function settleSearchAlarm(
  ctx: Ctx,
  { id, byId, words }: { id: Id<'search-alarm'>; byId: Id<'person'>; words: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('families.search_alarm')
    .set({ settled_at: ctx.now, settled_by: byId, settled_words: words })
    .where('id', '=', id)
    .where('person_id', '<>', byId)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
