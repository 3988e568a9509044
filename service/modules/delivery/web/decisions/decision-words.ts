import { sayDay } from '#platform/kernel/day.ts';
import type { WordsFor } from '#platform/kernel/outcome.ts';
import type { DecideRefusal } from '../../actions/decisions/decide.ts';
import type { SayWhatCameRefusal } from '../../actions/decisions/say-what-came.ts';
import { sayDecisionNumber, type Becoming, type Quorate } from '../../domain/decision.ts';

/** What a decision becomes, for people. */
export const becomingWords: { readonly [Which in Becoming]: string } = {
  action: 'An action, with an owner and a day',
  'plan-change': 'A change to the plan',
  'service-change': 'A change to a service',
  record: 'Only the record',
};

/** Whether enough were there, for people; '' where nothing is to be said. */
export const quorumWords: { readonly [Which in Quorate]: string } = {
  quorate: '',
  'not-quorate': 'Not quorate: to be confirmed',
  'not-known': '',
};

export const decideRefusals: WordsFor<DecideRefusal> = {
  'not-allowed': () => 'Only those who take minutes write down decisions.',
  'meeting-missing': () => 'There is no such meeting.',
  'meeting-cancelled': () => 'This meeting was cancelled, so it decided nothing.',
  'minutes-agreed': () =>
    'The minutes of this meeting are agreed and stand as they are. Write the decision down in a later meeting',
  'item-missing': () => 'Somebody took this item off the agenda meanwhile. Your words are still here',
  'replaced-missing': () => 'Choose the earlier decision from the list',
  'replaced-already': ({ by }) => `${sayDecisionNumber(by)} took its place already. Choose that one, or none`,
  'decision-title-missing': () => 'Enter the decision in one line',
  'decision-words-missing': () => 'Enter what was decided',
  'why-missing': () => 'Enter why',
  'owner-missing': () =>
    'Enter who answers for it, or choose their organisation: an action has somebody who does it',
  'ground-missing': () => 'Enter the ground on which it is not published',
  'change-missing': () => 'Enter what changes, and how it is to be',
  'plan-to-choose': () => 'Choose which plan changes',
  'plan-not-in-force': () => 'Choose one of the plans in force',
  'heard-before-decided': ({ due }) => `${sayDay(due)} is before the meeting: enter a later day`,
  'title-missing': () => 'Enter what is to be done',
  'ends-before-it-begins': () => 'Enter a day after the action begins',
  'address-wrong': ({ address }) => `“${address}” is no e-mail address: enter one such as name@place.example`,
};

/** At which field of the form a refusal is told. */
export const fieldOfRefusal: { readonly [Reason in DecideRefusal['reason']]: string } = {
  'not-allowed': 'title',
  'meeting-missing': 'title',
  'meeting-cancelled': 'title',
  'minutes-agreed': 'title',
  'item-missing': 'title',
  'replaced-missing': 'replaces',
  'replaced-already': 'replaces',
  'decision-title-missing': 'title',
  'decision-words-missing': 'words',
  'why-missing': 'reason',
  'owner-missing': 'ownerName',
  'ground-missing': 'ground',
  'change-missing': 'changeWhat',
  'plan-to-choose': 'changePlan',
  'plan-not-in-force': 'changePlan',
  'heard-before-decided': 'due',
  'title-missing': 'actionTitle',
  'ends-before-it-begins': 'actionDue',
  'address-wrong': 'actionEmail',
};

export const cameRefusals: WordsFor<SayWhatCameRefusal> = {
  'not-allowed': () => 'Only those who take minutes write down what came of a decision.',
  'decision-missing': () => 'There is no such decision.',
  'nothing-said': () => 'Enter what came of it',
  'changed-meanwhile': ({ theirs }) =>
    `Somebody wrote this meanwhile: “${theirs.cameOfIt}”. Your words are still here: put both together and save`,
};
