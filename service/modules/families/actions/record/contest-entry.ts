import type { NotAllowed } from '#platform/access/policy.ts';
import { safeFor } from '#platform/access/readable.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom, type Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { englishBankHolidays } from '#reference/bank-holidays.ts';
import { workingDaysToAnswer } from '../../domain/record/contest.ts';
import { workingDaysAfter } from '../../domain/record/working-days.ts';
import { readerOf } from '../../queries/record/reader-of.ts';
import { reached } from '../../queries/standing/reach.ts';
import { touched } from '../../queries/standing/touched.ts';
import { addContest } from '../../store/record/contests.ts';
import { entryById } from '../../store/record/entries.ts';

export type ContestEntryRefusal =
  | NotAllowed
  | { reason: 'record-missing' }
  | { reason: 'entry-missing' }
  | { reason: 'account-missing' };

/** Says something against an entry. Whoever may read it may: it stands beside the entry from that moment, wherever it is read. */
export async function contestEntry(
  ctx: Ctx,
  given: { childId: string; entryId: string; account: string },
): Promise<Outcome<Id<'contest'>, ContestEntryRefusal>> {
  const found = await reached(ctx, given.childId);
  const { actor } = ctx;
  if (!found || actor.kind !== 'person') return refuse({ reason: 'record-missing' });
  const { reach, child } = found;
  if (!mayContest.includes(reach.relationship)) return refuse({ reason: 'not-allowed' });
  const entryId = idFrom<'entry'>(given.entryId);
  const kept = entryId && (await entryById(ctx, { childId: child.id, entryId }));
  const [entry] = kept ? safeFor(readerOf(ctx, reach), [kept]) : [];
  if (!entry) return refuse({ reason: 'entry-missing' });
  const account = given.account.trim();
  if (account === '') return refuse({ reason: 'account-missing' });
  const id = ctx.newId<'contest'>();
  await addContest(ctx, entry, {
    id,
    entryId: entry.id,
    personId: actor.personId,
    personName: actor.name,
    comesAs: reach.relationship,
    account,
    saidAt: ctx.now,
    answerDueOn: workingDaysAfter(ctx.today, workingDaysToAnswer, (day) =>
      englishBankHolidays().days.has(day),
    ),
    answer: undefined,
  });
  const part = { kind: 'contest', id };
  touched(ctx, reach, { act: 'families.entry-contested', way: 'written', part, values: { account } });
  await ctx.record({ type: 'families.entry-contested', subject: part });
  return done(id);
}

/** Those to whom the record is a matter of their own lives or work; an emergency only reads. */
const mayContest: readonly string[] = ['lead-worker', 'team-around', 'setting-lead', 'the-child', 'parent'];
