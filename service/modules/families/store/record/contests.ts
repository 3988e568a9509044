import { sql } from 'kysely';
import type { Ctx } from '#platform/db/database.ts';
import { storedId } from '#platform/kernel/id.ts';
import type { Contest, KeptEntry } from '../../domain/record/entry.ts';
import { tables } from '../families-tables.ts';

/** What is said against some entries, in the order in which it was said. */
export async function contestsOf(ctx: Ctx, entryIds: readonly string[]): Promise<Contest[]> {
  if (entryIds.length === 0) return [];
  const rows = await tables(ctx)
    .selectFrom('families.contest')
    .selectAll()
    .where(sql<boolean>`entry_id = any(${[...entryIds]}::uuid[])`)
    .orderBy('said_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: storedId(row.id),
    entryId: storedId(row.entry_id),
    personId: storedId(row.person_id),
    personName: row.person_name,
    comesAs: row.comes_as,
    account: row.account,
    saidAt: row.said_at,
    answerDueOn: row.answer_due_on,
  }));
}

/** Adds what somebody says against an entry. */
export async function addContest(
  ctx: Ctx,
  entry: Pick<KeptEntry, 'id' | 'childId'>,
  contest: Contest,
): Promise<void> {
  await tables(ctx)
    .insertInto('families.contest')
    .values({
      id: contest.id,
      partnership_id: ctx.partnershipId,
      child_id: entry.childId,
      entry_id: entry.id,
      person_id: contest.personId,
      person_name: contest.personName,
      comes_as: contest.comesAs,
      account: contest.account,
      said_at: contest.saidAt,
      answer_due_on: contest.answerDueOn,
    })
    .execute();
}
