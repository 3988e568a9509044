import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { tables } from '../families-tables.ts';

/** A record whose time begins to run: on the day somebody was born, or on that of the last word that was written in it. */
export type EndedRow = { id: Id<'child'>; on: Day; givenNames: string; familyName: string };

/** Records of children born on a day or earlier. */
export async function recordsBorn(ctx: Ctx, onOrBefore: Day): Promise<EndedRow[]> {
  const rows = await tables(ctx)
    .selectFrom('families.child')
    .select(['id', 'given_names', 'family_name', 'born_on'])
    .where('partnership_id', '=', ctx.partnershipId)
    .where('born_on', '<=', onOrBefore)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, given_names: givenNames, family_name: familyName, born_on: on }) =>
    on === null ? [] : [{ id: storedId<'child'>(id), on, givenNames, familyName }],
  );
}

/** Deletes records with all that hangs on them. */
export async function deleteRecords(
  ctx: Ctx,
  ids: readonly string[],
): Promise<{ records: number; rows: number }> {
  if (ids.length === 0) return { records: 0, rows: 0 };
  const list = sql`any(${[...ids]}::uuid[])`;
  const { rows: counted } = await sql<{ rows: string }>`
    select (select count(*) from families.standing where child_id = ${list})
         + (select count(*) from families.entry where child_id = ${list})
         + (select count(*) from families.entry_viewer where child_id = ${list})
         + (select count(*) from families.contest where child_id = ${list})
         + (select count(*) from families.contest_answer where child_id = ${list})
         + (select count(*) from families.person_around where child_id = ${list})
         + (select count(*) from families.address where child_id = ${list})
         + (select count(*) from families.glass where child_id = ${list})
         + (select count(*) from families.export_record where child_id = ${list}) as rows`.execute(ctx.db);
  // why somebody asked about them is about them too
  await sql`delete from families.search_ask where told && ${[...ids]}::uuid[]`.execute(ctx.db);
  const { numDeletedRows } = await tables(ctx)
    .deleteFrom('families.child')
    .where(sql<boolean>`id = ${list}`)
    .executeTakeFirst();
  const records = Number(numDeletedRows);
  return { records, rows: records + Number(counted[0]?.rows ?? 0) };
}
