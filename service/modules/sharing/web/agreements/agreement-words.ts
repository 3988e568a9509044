import type { FieldError } from '#platform/forms/read-form.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import type { EndAgreementRefusal, SignAgreementRefusal } from '../../actions/agreements/sign-agreement.ts';
import type { ChangeAgreementRefusal } from '../../actions/agreements/write-agreement.ts';
import type { Standing } from '../../domain/agreements/agreement.ts';
import { basisWords } from '../../domain/law/bases.ts';
import { itemGroupFacts } from '../../domain/law/item-groups.ts';
import { purposeTitles } from '../disclosures/disclosure-words.ts';
import { groundFields, type Between } from './read-agreement.ts';

export const standingWords: Readonly<Record<Standing, string>> = {
  'in-force': 'In force',
  'review-overdue': 'Review overdue',
  'to-be-signed': 'To be signed',
  'to-come': 'Signed, to come',
  'run-out': 'Run out',
  ended: 'Ended',
};

const saidWriting: WordsFor<ChangeAgreementRefusal> = {
  'not-allowed': () => 'You may not write agreements.',
  'agreement-missing': () => 'This agreement is not here.',
  'ended-already': () => 'This agreement has ended. Write a new one.',
  'why-missing': () => 'Enter why it changes',
  'changed-meanwhile': () => 'Somebody else changed this first. Compare, and save again.',
  'title-missing': () => 'Enter what it is called',
  'plain-words-missing': () => 'Enter what it means for families, in plain words',
  'safeguards-missing': () => 'Enter what keeps the information safe',
  'assessment-missing': () => 'Enter where the data protection impact assessment is kept',
  'ask-missing': () => 'Enter whom anybody can ask',
  'items-missing': () => 'Tick what may be shared',
  'parties-missing': () => 'Choose at least two organisations',
  'purposes-missing': () => 'Choose what it is for',
  'ground-missing': () => 'Choose a power, a basis and a condition',
  'basis-not-open': ({ basis, because, source }) =>
    `${basisWords[basis].legal} is not open to this organisation here. ${because} (${source})`,
  'condition-missing': () =>
    'Something specially protected is among what is shared: choose a condition for it',
  'item-not-for-purpose': ({ item, purpose }) =>
    `“${itemGroupFacts[item].words}” may not be used for: ${purposeTitles[purpose].toLowerCase()}. Take it out, or write two agreements.`,
  'demand-is-no-agreement': () =>
    'What a court or the police demand is answered once, and never by agreement',
  'duty-not-begun': () => 'The duty to share does not bind yet on the day on which this begins',
  'days-out-of-order': () => 'It begins, then it is reviewed, then it ends: put the days in this order',
};

const writingFields: Readonly<Record<string, string>> = {
  'title-missing': 'title',
  'plain-words-missing': 'plain-words',
  'safeguards-missing': 'safeguards',
  'assessment-missing': 'assessment',
  'ask-missing': 'ask',
  'items-missing': 'items',
  'item-not-for-purpose': 'items',
  'days-out-of-order': 'review-on',
  'why-missing': 'why-changed',
};

/** What is wrong with an agreement, with its field; undefined where the page looks as though it were not there. */
export function writingErrors(
  refusal: ChangeAgreementRefusal,
  between: Between,
  ordered: readonly string[],
): readonly FieldError[] | undefined {
  if (refusal.reason === 'not-allowed' || refusal.reason === 'agreement-missing') return undefined;
  const message = wordsOf(saidWriting, refusal);
  if ('party' in refusal) {
    const party = between.parties.findIndex(({ id }) => id === ordered[refusal.party]);
    const name = between.parties[party]?.name ?? '';
    const field = refusal.reason === 'condition-missing' ? groundFields.condition : groundFields.basis;
    return [{ field: field(party, refusal.purpose), message: `${name}: ${message}` }];
  }
  return [{ field: writingFields[refusal.reason] ?? 'title', message }];
}

const saidSigning: WordsFor<SignAgreementRefusal> = {
  'not-allowed': () => 'You may not sign agreements off.',
  'agreement-missing': () => 'This agreement is not here.',
  'ended-already': () => 'This agreement has ended.',
  'not-a-party': () => 'Choose one of its organisations',
  'signed-already': () => 'This organisation has signed already',
  'signatory-missing': () => 'Enter the name and the job of whoever signed',
  'signed-later': ({ today }) => `The day of signing cannot be after today, ${sayDay(today)}`,
};

export function signingErrors(refusal: SignAgreementRefusal): readonly FieldError[] | undefined {
  if (refusal.reason === 'not-allowed' || refusal.reason === 'agreement-missing') return undefined;
  const field = refusal.reason === 'signed-later' ? 'signed-on' : 'signatory';
  return [{ field, message: wordsOf(saidSigning, refusal) }];
}

const saidEnding: WordsFor<EndAgreementRefusal> = {
  'not-allowed': () => 'You may not end agreements.',
  'agreement-missing': () => 'This agreement is not here.',
  'ended-already': () => 'It has ended already',
  'ending-words-missing': () => 'Enter why it ends',
  'changed-meanwhile': () =>
    'Somebody else changed this first. Look at it as it stands now, and end it again.',
};

export function endingErrors(refusal: EndAgreementRefusal): readonly FieldError[] | undefined {
  if (refusal.reason === 'not-allowed' || refusal.reason === 'agreement-missing') return undefined;
  return [{ field: 'ending-words', message: wordsOf(saidEnding, refusal) }];
}
