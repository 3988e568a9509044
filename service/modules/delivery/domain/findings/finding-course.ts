import type { Actor } from '#platform/kernel/context.ts';
import { compareDays, type Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { mayClose, type Finding, type FindingState } from '../finding.ts';

/** For people, as a sentence ends with it. */
export const findingStateWords: { readonly [State in FindingState]: string } = {
  open: 'open',
  ready: 'mended, and waiting for somebody else to close it',
  closed: 'closed',
};

export type CourseRefusal =
  /** whoever says that it is mended says what shows it */
  | { reason: 'evidence-missing' }
  /** whoever closes it says what they saw; whoever opens it again says why */
  | { reason: 'reason-missing' }
  /** it stands otherwise than this needs it to */
  | { reason: 'not-in-this-state'; state: FindingState }
  /** nobody closes what they own */
  | { reason: 'own-finding' }
  /** nor what they themselves said is mended: two people look at it */
  | { reason: 'own-word' };

/** Its owner says that it is mended, and by what one sees it. */
export function sayMended(finding: Finding, evidence: string): Outcome<Finding, CourseRefusal> {
  if (finding.state !== 'open') return refuse({ reason: 'not-in-this-state', state: finding.state });
  if (evidence.trim() === '') return refuse({ reason: 'evidence-missing' });
  return done({ ...finding, state: 'ready', evidence: evidence.trim(), version: finding.version + 1 });
}

/** Somebody else looks at the evidence, and closes it. */
export function closed(
  finding: Finding,
  by: { actor: Actor; name: string; words: string; today: Day; mendedBy: string | undefined },
): Outcome<Finding, CourseRefusal> {
  if (finding.state !== 'ready') return refuse({ reason: 'not-in-this-state', state: finding.state });
  if (!mayClose(finding, by.actor)) return refuse({ reason: 'own-finding' });
  if (sameName(by.mendedBy ?? '', by.name)) return refuse({ reason: 'own-word' });
  const words = by.words.trim();
  if (words === '') return refuse({ reason: 'reason-missing' });
  return done({
    ...finding,
    state: 'closed',
    closed: { on: by.today, byName: by.name, words },
    version: finding.version + 1,
  });
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** It is open again: what was said to have mended it did not. What was said stays in its notes. */
export function opened(finding: Finding, why: string): Outcome<Finding, CourseRefusal> {
  if (finding.state === 'open') return refuse({ reason: 'not-in-this-state', state: finding.state });
  if (why.trim() === '') return refuse({ reason: 'reason-missing' });
  return done({ ...finding, state: 'open', evidence: '', closed: undefined, version: finding.version + 1 });
}

/** Late is what is not mended though its day has passed. */
export function isLateFinding({ state, due }: Pick<Finding, 'state' | 'due'>, today: Day): boolean {
  return state === 'open' && due !== undefined && compareDays(due, today) < 0;
}

/** For how many days it has been known, until today or until it was closed. */
export function daysKnown({ foundOn, closed: end }: Pick<Finding, 'foundOn' | 'closed'>, today: Day): number {
  const until = end?.on ?? today;
  return Math.max(0, Math.round((Date.parse(until) - Date.parse(foundOn)) / 86_400_000));
}

/** "today", "12 days", "5 months", "2 years" */
export function sayAge(days: number): string {
  if (days === 0) return 'since today';
  if (days < 60) return days === 1 ? 'for one day' : `for ${days} days`;
  const months = Math.round(days / 30.44);
  return months < 24 ? `for ${months} months` : `for ${Math.floor(days / 365.25)} years`;
}
