import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { nameOfActor } from '#platform/kernel/context.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import type { KeptEntry, Viewer } from '../../domain/record/entry.ts';
import { tables } from '../families-tables.ts';

/** Who may read some entries, by entry. */
export async function viewersOf(
  ctx: Ctx,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Viewer[]>> {
  const found = new Map<string, Viewer[]>();
  if (entryIds.length === 0) return found;
  const rows = await tables(ctx)
    .selectFrom('families.entry_viewer')
    .selectAll()
    .where(sql<boolean>`entry_id = any(${[...entryIds]}::uuid[])`)
    .orderBy('answered_at')
    .orderBy('person_id')
    .execute();
  for (const row of rows) {
    const viewer: Viewer = {
      personId: storedId(row.person_id),
      mayRead: row.may_read,
      why: row.why,
      answeredByName: row.answered_by_name,
      answeredAt: row.answered_at,
    };
    found.set(row.entry_id, [...(found.get(row.entry_id) ?? []), viewer]);
  }
  return found;
}

/** Keeps the answer whether one person may read one entry. */
export async function keepViewer(
  ctx: Ctx,
  entry: Pick<KeptEntry, 'id' | 'childId'>,
  answer: { personId: Id<'person'>; mayRead: boolean; why: string },
): Promise<void> {
  const row = {
    may_read: answer.mayRead,
    why: answer.why,
    answered_by: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
    answered_by_name: nameOfActor(ctx.actor),
    answered_at: ctx.now,
  };
  await tables(ctx)
    .insertInto('families.entry_viewer')
    .values({
      partnership_id: ctx.partnershipId,
      child_id: entry.childId,
      entry_id: entry.id,
      person_id: answer.personId,
      ...row,
    })
    .onConflict((conflict) => conflict.columns(['entry_id', 'person_id']).doUpdateSet(row))
    .execute();
}
