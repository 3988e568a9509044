import type { Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { nameKey } from '../record/child.ts';

/** A question about a child beyond one's own: two identifiers, and why it is asked. */
export type AskWords = {
  familyName: string;
  /** narrows it where two children share a name and a day; it may stay empty */
  givenNames: string;
  bornOn: Day | undefined;
  reason: string;
};

export type AskRefusal =
  | { reason: 'family-name-missing' }
  | { reason: 'day-missing' }
  | { reason: 'reason-missing'; least: number };

const leastReason = 10;

/** How often one person may ask in a day, and of how many records they may be told. */
export const mostAsksADay = 40;
export const mostToldADay = 20;

/** A question as it is asked: both identifiers, and a reason in a few words. */
export function checkAsk(
  words: AskWords,
): Outcome<{ familyKey: string; givenKey: string; bornOn: Day; reason: string }, AskRefusal> {
  const familyKey = nameKey(words.familyName);
  if (familyKey === '') return refuse({ reason: 'family-name-missing' });
  if (words.bornOn === undefined) return refuse({ reason: 'day-missing' });
  const reason = words.reason.trim();
  if (reason.length < leastReason) return refuse({ reason: 'reason-missing', least: leastReason });
  return done({ familyKey, givenKey: nameKey(words.givenNames), bornOn: words.bornOn, reason });
}
