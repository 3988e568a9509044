import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '#platform/db/database.ts';
import { storedId, type Id } from '#platform/kernel/id.ts';
import { contestFindings, type Contest, type ContestAnswer } from '../../domain/record/contest.ts';
import type { KeptEntry } from '../../domain/record/entry.ts';
import { tables } from '../families-tables.ts';

const findingOf = z.enum(contestFindings);

/** What is said against some entries, in the order in which it was said, each with its answer. */
export async function contestsOf(ctx: Ctx, entryIds: readonly string[]): Promise<Contest[]> {
  if (entryIds.length === 0) return [];
  const rows = await withAnswers(ctx)
    .where(sql<boolean>`c.entry_id = any(${[...entryIds]}::uuid[])`)
    .execute();
  return rows.map(contestOf);
}

/** Something that nobody has answered: of which child, and who wrote the entry. */
export type OpenContest = {
  contest: Contest;
  childId: Id<'child'>;
  authorPersonId: Id<'person'> | undefined;
};

/** What nobody has answered of all that whoever acts may read, that which is due first at the front. */
export async function openContests(ctx: Ctx): Promise<OpenContest[]> {
  const rows = await withAnswers(ctx)
    .innerJoin('families.entry as e', 'e.id', 'c.entry_id')
    .select('e.author_person_id')
    .where('a.id', 'is', null)
    .clearOrderBy()
    .orderBy('c.answer_due_on')
    .orderBy('c.id')
    .execute();
  return rows.map((row) => ({
    contest: contestOf(row),
    childId: storedId(row.child_id),
    authorPersonId: row.author_person_id === null ? undefined : storedId(row.author_person_id),
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

type Answering = {
  childId: Id<'child'>;
  contestId: Id<'contest'>;
  byId: Id<'person'>;
  answer: ContestAnswer;
};

/** Adds an answer; false where somebody answered in the same moment. */
export async function addAnswer(ctx: Ctx, { childId, contestId, byId, answer }: Answering): Promise<boolean> {
  const added = await tables(ctx)
    .insertInto('families.contest_answer')
    .values({
      id: answer.id,
      partnership_id: ctx.partnershipId,
      child_id: childId,
      contest_id: contestId,
      finding: answer.finding,
      words: answer.words,
      answered_by: byId,
      answered_by_name: answer.byName,
      answered_at: answer.at,
    })
    .onConflict((conflict) => conflict.column('contest_id').doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows ?? 0) === 1;
}

function withAnswers(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('families.contest as c')
    .leftJoin('families.contest_answer as a', 'a.contest_id', 'c.id')
    .selectAll('c')
    .select(['a.id as answer_id', 'a.finding', 'a.words', 'a.answered_by_name', 'a.answered_at'])
    .where('c.partnership_id', '=', ctx.partnershipId)
    .orderBy('c.said_at')
    .orderBy('c.id');
}

type Row = Awaited<ReturnType<ReturnType<typeof withAnswers>['execute']>>[number];

function contestOf(row: Row): Contest {
  return {
    id: storedId(row.id),
    entryId: storedId(row.entry_id),
    personId: storedId(row.person_id),
    personName: row.person_name,
    comesAs: row.comes_as,
    account: row.account,
    saidAt: row.said_at,
    answerDueOn: row.answer_due_on,
    answer: answerOf(row),
  };
}

function answerOf(row: Row): ContestAnswer | undefined {
  const { answer_id: id, answered_at: at } = row;
  if (id === null || at === null) return undefined;
  return {
    id: storedId(id),
    finding: findingOf.parse(row.finding),
    words: row.words ?? '',
    byName: row.answered_by_name ?? '',
    at,
  };
}
