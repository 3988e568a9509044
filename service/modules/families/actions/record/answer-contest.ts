import type { NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { mayAnswer, type ContestFinding } from '../../domain/record/contest.ts';
import { contestReached } from '../../queries/record/contest-to-answer.ts';
import { touched } from '../../queries/standing/touched.ts';
import { addAnswer } from '../../store/record/contests.ts';

export type AnswerContestRefusal =
  | NotAllowed
  | { reason: 'record-missing' }
  | { reason: 'contest-missing' }
  | { reason: 'finding-missing' }
  | { reason: 'words-missing' }
  | { reason: 'answered-already'; byName: string };

type Given = {
  childId: string;
  contestId: string;
  finding: ContestFinding | undefined;
  words: string;
};

/** Somebody who helps answers what is said against an entry, once: it stands beside both from that moment. */
export async function answerContest(
  ctx: Ctx,
  given: Given,
): Promise<Outcome<undefined, AnswerContestRefusal>> {
  const { actor } = ctx;
  const found = await contestReached(ctx, given);
  if (!found || actor.kind !== 'person') return refuse({ reason: 'record-missing' });
  const { reach, contest } = found;
  if (!contest) return refuse({ reason: 'contest-missing' });
  if (!mayAnswer(contest, { relationship: reach.relationship, personId: actor.personId }))
    return refuse({ reason: 'not-allowed' });
  if (contest.answer) return refuse({ reason: 'answered-already', byName: contest.answer.byName });
  const { finding } = given;
  if (finding === undefined) return refuse({ reason: 'finding-missing' });
  const words = given.words.trim();
  if (words === '') return refuse({ reason: 'words-missing' });
  const answer = { id: ctx.newId<'contest-answer'>(), finding, words, byName: actor.name, at: ctx.now };
  const ids = { childId: reach.childId, contestId: contest.id, byId: actor.personId };
  if (!(await addAnswer(ctx, { ...ids, answer })))
    return refuse({ reason: 'answered-already', byName: 'Somebody' });
  const part = { kind: 'contest', id: contest.id };
  touched(ctx, reach, { act: 'families.contest-answered', way: 'written', part, values: { finding, words } });
  await ctx.record({ type: 'families.contest-answered', subject: part, details: { finding } });
  return done(undefined);
}
