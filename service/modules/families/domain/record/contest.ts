import type { Relationship } from '#platform/access/record-policy.ts';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';

/** What came of it: the entry was changed, it is seen in two ways, or it stays as it is. */
export const contestFindings = ['put-right', 'both-stand', 'stays'] as const;
export type ContestFinding = (typeof contestFindings)[number];

/** What a person answered. */
export type ContestAnswer = {
  id: Id<'contest-answer'>;
  finding: ContestFinding;
  words: string;
  byName: string;
  at: Date;
};

/** What somebody says against an entry. */
export type Contest = {
  id: Id<'contest'>;
  entryId: Id<'entry'>;
  personId: Id<'person'>;
  personName: string;
  comesAs: string;
  account: string;
  saidAt: Date;
  answerDueOn: Day;
  answer: ContestAnswer | undefined;
};

/** How long a person has to answer. */
export const workingDaysToAnswer = 20;

/** Those who write in a record for their work. A supervisor and an emergency only read; a family does not answer itself. */
const answering: readonly Relationship[] = ['lead-worker', 'team-around', 'setting-lead'];

/** Whoever comes to an entry that is seen differently. */
export type Comes = { relationship: Relationship; personId: string };

/** Whether they may answer: somebody who helps, and never whoever said it. */
export function mayAnswer({ personId }: Pick<Contest, 'personId'>, comes: Comes): boolean {
  return answering.includes(comes.relationship) && comes.personId !== personId;
}

/** Whether the day by which a person should have answered has gone by. */
export function isLate(
  { answer, answerDueOn }: Pick<Contest, 'answer' | 'answerDueOn'>,
  today: Day,
): boolean {
  return answer === undefined && compareDays(answerDueOn, today) < 0;
}

/**
 * Whether it waits for them: for whoever leads and whoever wrote the entry; for everybody who helps where it was the lead
 * worker who said it; and for a supervisor to see to, once it is late.
 */
export function waitsFor(
  contest: Contest,
  comes: Comes & { isAuthor: boolean; today: Day },
): 'to-answer' | 'to-see-to' | undefined {
  if (contest.answer) return undefined;
  if (comes.relationship === 'supervisor') return isLate(contest, comes.today) ? 'to-see-to' : undefined;
  if (!mayAnswer(contest, comes)) return undefined;
  const isAsked = comes.relationship === 'lead-worker' || comes.isAuthor || contest.comesAs === 'lead-worker';
  return isAsked ? 'to-answer' : undefined;
}
