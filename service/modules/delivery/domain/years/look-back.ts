import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';

export const judgements = ['went-well', 'must-get-better', 'learnt'] as const;
export type JudgementOfYear = (typeof judgements)[number];

export const speakers = ['adults', 'young-people'] as const;
/** Who looks back: both count the same. */
export type Speaker = (typeof speakers)[number];

/** What somebody says of a year that is past, for an organisation or a group. */
export type LookBack = {
  id: Id<'look-back'>;
  planId: Id<'plan'>;
  /** of which priority; undefined of the year as a whole */
  priorityId: Id<'priority'> | undefined;
  judgement: JudgementOfYear;
  who: Speaker;
  words: string;
  /** what it rests on */
  evidence: string;
  saidByName: string;
  /** the organisation or the group, by its name */
  saidFor: string;
  saidAt: Date;
};

export type LookBackWords = Pick<
  LookBack,
  'priorityId' | 'judgement' | 'who' | 'words' | 'evidence' | 'saidFor'
>;

export type LookBackRefusal =
  | { reason: 'words-missing' }
  /** nobody would know whose view it is */
  | { reason: 'said-for-missing' };

/** A look back as it is kept. */
export function checkLookBack(given: LookBackWords): Outcome<LookBackWords, LookBackRefusal> {
  const words = given.words.trim();
  const saidFor = given.saidFor.trim();
  if (words === '') return refuse({ reason: 'words-missing' });
  if (saidFor === '') return refuse({ reason: 'said-for-missing' });
  return done({ ...given, words, saidFor, evidence: given.evidence.trim() });
}
