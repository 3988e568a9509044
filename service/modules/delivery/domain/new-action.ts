import { compareDays } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Action } from './action.ts';

export type ActionRefusal =
  | { reason: 'title-missing' }
  /** an end before its beginning */
  | { reason: 'ends-before-it-begins' }
  /** an address that no letter could go to */
  | { reason: 'address-wrong'; address: string };

/** What can be written of an action; all else follows from where it came from and from what is said of it. */
export type ActionWords = Omit<
  Action,
  'id' | 'number' | 'state' | 'reason' | 'doneOn' | 'version' | 'decisionId' | 'findingId' | 'carriedFrom'
>;

/** Words as they are kept: without space round them, and with days that can be. */
export function checkAction(words: ActionWords): Outcome<ActionWords, ActionRefusal> {
  const title = words.title.trim();
  if (title === '') return refuse({ reason: 'title-missing' });
  const { start, due, owner } = words;
  if (start !== undefined && due !== undefined && compareDays(due, start) < 0)
    return refuse({ reason: 'ends-before-it-begins' });
  const email = owner.email.trim();
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    return refuse({ reason: 'address-wrong', address: email });
  return done({
    ...words,
    title,
    what: words.what.trim(),
    owner: { ...owner, name: owner.name.trim(), email },
  });
}

/** An action that serves nothing yet and that nobody owns: what a form begins with, and a decision fills in. */
export const emptyAction: ActionWords = {
  planId: undefined,
  priorityId: undefined,
  element: { frameworkSlug: '', elementKey: '' },
  title: '',
  what: '',
  owner: { personId: undefined, name: '', email: '', organisationKey: '' },
  start: undefined,
  due: undefined,
  measureId: '',
  expectedFor: '',
  expectedEffect: '',
  oneOffPounds: undefined,
  yearlyPounds: undefined,
  resources: '',
  equalityNote: '',
  childImpactNote: '',
  povertyNote: '',
  theirPlan: { title: '', link: '' },
};
