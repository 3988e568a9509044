import { compareDays, type Day } from '#platform/kernel/day.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import type { Decision } from '../decision.ts';

/** A change to the plan or to a service, as it was and as it becomes, and who thought it through together. */
export type Change = { what: string; before: string; after: string; takenPart: string };

/** The action that a decision becomes: who does it, by when. Its own title, where it is not the decision's. */
export type ActionOfDecision = { title: string; email: string; due: Day | undefined };

/** What can be written of a decision as it is made; where and when it was made follows from the meeting. */
export type DecisionWords = Omit<
  Decision,
  | 'id'
  | 'number'
  | 'bodyId'
  | 'meetingId'
  | 'itemId'
  | 'decidedOn'
  | 'measureThen'
  | 'quorum'
  | 'cameOfIt'
  | 'cameOn'
  | 'version'
>;

export type DecisionRefusal =
  | { reason: 'decision-title-missing' }
  | { reason: 'decision-words-missing' }
  /** whoever reads it later has to know why */
  | { reason: 'why-missing' }
  /** what becomes an action has somebody who does it */
  | { reason: 'owner-missing' }
  /** what is not published says on which ground */
  | { reason: 'ground-missing' }
  /** a change says what is to be after it */
  | { reason: 'change-missing' }
  | { reason: 'heard-before-decided'; due: Day };

export type DecisionToMake = {
  words: DecisionWords;
  change: Change | undefined;
};

/** A decision as it is kept: without space round its words, with a reason, and with a ground where it is not published. */
export function checkDecision(given: DecisionToMake, on: Day): Outcome<DecisionToMake, DecisionRefusal> {
  const words = trimmed(given.words);
  const change = given.change && trimmedChange(given.change);
  if (words.title === '') return refuse({ reason: 'decision-title-missing' });
  if (words.words === '') return refuse({ reason: 'decision-words-missing' });
  if (words.reason === '') return refuse({ reason: 'why-missing' });
  if (words.becomes === 'action' && words.ownerName === '' && words.ownerOrganisation === '')
    return refuse({ reason: 'owner-missing' });
  if (words.due !== undefined && compareDays(words.due, on) < 0)
    return refuse({ reason: 'heard-before-decided', due: words.due });
  const changes = words.becomes === 'plan-change' || words.becomes === 'service-change';
  if (changes && (change === undefined || change.what === '' || change.after === ''))
    return refuse({ reason: 'change-missing' });
  if (words.publishing.publish === 'exempt' && words.publishing.ground === '')
    return refuse({ reason: 'ground-missing' });
  return done({ words, change: changes ? change : undefined });
}

function trimmed(words: DecisionWords): DecisionWords {
  const { publish, ground } = words.publishing;
  return {
    ...words,
    title: words.title.trim(),
    words: words.words.trim(),
    reason: words.reason.trim(),
    dissent: words.dissent.trim(),
    evidence: words.evidence.trim(),
    ownerName: words.ownerName.trim(),
    equalityNote: words.equalityNote.trim(),
    childImpactNote: words.childImpactNote.trim(),
    publishing: { publish, ground: publish === 'publish' ? '' : ground.trim() },
  };
}

function trimmedChange(change: Change): Change {
  return {
    what: change.what.trim(),
    before: change.before.trim(),
    after: change.after.trim(),
    takenPart: change.takenPart.trim(),
  };
}

/** A decision that says nothing yet: what a form begins with. */
export const emptyDecision: DecisionWords = {
  title: '',
  words: '',
  reason: '',
  dissent: '',
  evidence: '',
  restsOn: { kind: '', id: '' },
  ownerName: '',
  ownerOrganisation: '',
  due: undefined,
  equalityNote: '',
  childImpactNote: '',
  becomes: 'record',
  element: { frameworkSlug: '', elementKey: '' },
  measureId: '',
  replaces: undefined,
  publishing: { publish: 'publish', ground: '' },
};
