import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Audience } from '../audience.ts';
import type { EvidenceSubject } from './about.ts';
import { privateWords, type PrivateFound } from './private-words.ts';

/** What can be said of a success criterion. */
export const verdicts = ['met', 'on-the-way', 'not-yet', 'cannot-tell'] as const;

export type JudgedAs = (typeof verdicts)[number];

/** Who judged: both count the same. */
export const judges = ['adults', 'young-people'] as const;

export type Judges = (typeof judges)[number];

export type JudgementWords = {
  readonly subject: EvidenceSubject;
  readonly who: Judges;
  /** the board or the group, by name; never one person's */
  readonly group: string;
  readonly verdict: JudgedAs;
  readonly day: Day;
  readonly reasons: string;
  /** what it rests on, and where it can be read */
  readonly evidence: string;
  readonly audience: Audience;
};

export type Judgement = JudgementWords & {
  readonly id: Id<'judgement'>;
  readonly madeAt: Date;
  readonly madeByName: string;
};

export type JudgementProblem =
  | { reason: 'evidence-missing'; field: 'evidence' }
  | { reason: 'in-the-future'; field: 'day' }
  | { reason: 'could-tell-who'; field: 'group' | 'reasons' | 'evidence'; found: PrivateFound };

export type JudgementRefusal = { reason: 'judgement-wrong'; problems: readonly JudgementProblem[] };

/** Whether a judgement can be kept: only "cannot tell" may rest on nothing. */
export function checkJudgement(words: JudgementWords, today: Day): Outcome<JudgementWords, JudgementRefusal> {
  const problems: JudgementProblem[] = [];
  if (words.verdict !== 'cannot-tell' && words.evidence === '')
    problems.push({ reason: 'evidence-missing', field: 'evidence' });
  if (words.day > today) problems.push({ reason: 'in-the-future', field: 'day' });
  for (const field of ['group', 'reasons', 'evidence'] as const) {
    const found = privateWords(words[field]);
    if (found) problems.push({ reason: 'could-tell-who', field, found });
  }
  return problems.length > 0 ? refuse({ reason: 'judgement-wrong', problems }) : done(words);
}

/** Adults' and young people's judgements beside each other: of each the one that stands, and those before it. */
export type BothJudgements = { readonly [Who in Judges]: readonly Judgement[] };

/** Judgements of one subject, newest first for each side; neither side can outweigh the other. */
export function bothJudgements(judgements: readonly Judgement[]): BothJudgements {
  const of = (who: Judges) =>
    judgements
      .filter((each) => each.who === who)
      .toSorted((a, b) =>
        a.day === b.day ? b.madeAt.getTime() - a.madeAt.getTime() : a.day < b.day ? 1 : -1,
      );
  return { adults: of('adults'), 'young-people': of('young-people') };
}
