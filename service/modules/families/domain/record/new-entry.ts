import { addMonths } from './add-months.ts';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { groupOfKind, type Confidence, type EntryKind, type KeptEntry } from './entry.ts';

/** What can be written of an entry; who wrote it and when is not typed. */
export type EntryWords = {
  kind: EntryKind;
  body: string;
  whoseWords: string;
  source: string;
  saidOn: Day;
  confidence: Confidence;
  wouldHelp: string;
  /** six months from today where nobody says */
  reviewOn: Day | undefined;
  /** of a parent's health the parent's account */
  aboutPersonId: Id<'person'> | undefined;
  seenBy: KeptEntry['seenBy'];
};

export type EntryRefusal =
  | { reason: 'body-missing' }
  | { reason: 'whose-words-missing' }
  | { reason: 'source-missing' }
  /** something is said on a day that has been */
  | { reason: 'said-later'; today: Day }
  /** a day to look again lies ahead, and not more than two years */
  | { reason: 'review-wrong' }
  /** only what is about health can be a parent's own */
  | { reason: 'about-wrong' };

type Checked = Omit<EntryWords, 'reviewOn'> & { reviewOn: Day; fieldGroup: KeptEntry['fieldGroup'] };

const monthsToReview = 6;
const mostMonthsToReview = 24;

/** Words as they are kept. A child's own words, and a parent's health, are only for those named. */
export function checkEntry(given: EntryWords, today: Day): Outcome<Checked, EntryRefusal> {
  const words = {
    ...given,
    body: given.body.trim(),
    whoseWords: given.whoseWords.trim(),
    source: given.source.trim(),
    wouldHelp: given.wouldHelp.trim(),
  };
  if (words.body === '') return refuse({ reason: 'body-missing' });
  if (words.whoseWords === '') return refuse({ reason: 'whose-words-missing' });
  if (words.source === '') return refuse({ reason: 'source-missing' });
  if (compareDays(today, words.saidOn) < 0) return refuse({ reason: 'said-later', today });
  const reviewOn = words.reviewOn ?? addMonths(today, monthsToReview);
  if (compareDays(reviewOn, today) <= 0 || compareDays(addMonths(today, mostMonthsToReview), reviewOn) < 0)
    return refuse({ reason: 'review-wrong' });
  const fieldGroup = groupOfKind[words.kind];
  if (words.aboutPersonId !== undefined && fieldGroup !== 'health') return refuse({ reason: 'about-wrong' });
  const isPrivate = fieldGroup === 'own-words' || words.aboutPersonId !== undefined;
  return done({ ...words, reviewOn, fieldGroup, seenBy: isPrivate ? 'named' : words.seenBy });
}
