import type { FieldError } from '#platform/forms/read-form.ts';
import { sayDay } from '#platform/kernel/day.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import type {
  RecordDisclosureRefusal,
  RecordEmergencyRefusal,
} from '../../actions/disclosures/record-disclosure.ts';
import type { ShareNowRefusal } from '../../actions/disclosures/share-now.ts';
import { basisWords } from '../../domain/law/bases.ts';
import { itemGroupFacts } from '../../domain/law/item-groups.ts';
import { missingWords, purposeTitles } from './disclosure-words.ts';

type Refused = RecordDisclosureRefusal | RecordEmergencyRefusal;

const said: WordsFor<Refused> = {
  'not-allowed': () => 'You may not write this down.',
  'not-your-body': () => 'You share for your own organisation only. Ask whoever works there.',
  'emergency-first': () => 'Share it now first, then write it down.',
  incomplete: ({ missing: [first] }) => (first ? missingWords[first] : 'Something is missing'),
  'basis-not-open': ({ basis, because, source }) =>
    `${basisWords[basis].legal} is not open to this organisation here. ${because} (${source})`,
  'power-not-open': () => 'This ground in law cannot be named here, or not yet. Choose another.',
  'item-not-for-purpose': ({ item, purpose }) =>
    `“${itemGroupFacts[item].words}” may not be used for: ${purposeTitles[purpose].toLowerCase()}. Take it out.`,
  'not-compatible': ({ gatheredFor, usedFor }) =>
    `What was gathered “${purposeTitles[gatheredFor].toLowerCase()}” may not be used “${purposeTitles[usedFor].toLowerCase()}” before your governance lead has decided that it may. If a child is in danger, share it now.`,
  'no-agreement': () =>
    'No agreement between the two organisations is in force for this. Say the ground of this single share.',
  'more-than-agreed': ({ item }) =>
    `The agreement does not cover “${itemGroupFacts[item].words}”. Take it out, or say the ground of this single share.`,
  'more-detrimental': () =>
    'You say that sharing would be worse for the child. Then write down that it was decided not to share.',
  'purpose-of-demand': () =>
    'What a court or a law demands is written down as demanded, and nothing else is.',
  'same-body': () => 'This is your own organisation: nothing leaves it.',
  'decided-later': ({ today }) => `The decision cannot be after today, ${sayDay(today)}.`,
  'review-before-decision': () => 'The day of looking again comes after the decision.',
  'disclosure-missing': () => 'This line is not here.',
  'recorded-already': () => 'Somebody has written this down already.',
  'changed-meanwhile': () => 'Somebody else saved this first.',
};

/** Where on the page each refusal belongs. */
const fields: Readonly<Record<string, string>> = {
  'basis-not-open': 'basis',
  'power-not-open': 'legal-power',
  'item-not-for-purpose': 'items',
  'not-compatible': 'gathered-for',
  'no-agreement': 'rests',
  'more-than-agreed': 'items',
  'more-detrimental': 'detriment',
  'purpose-of-demand': 'to-person',
  'same-body': 'to-person',
  'decided-later': 'decided-on',
  'review-before-decision': 'review-on',
  'not-your-body': 'to-person',
};

/** What is wrong with a record, each gap with its field; undefined where the page looks as though it were not there. */
export function recordingErrors(refusal: Refused): readonly FieldError[] | undefined {
  if (refusal.reason === 'incomplete')
    return refusal.missing.map((field) => ({ field, message: missingWords[field] }));
  if (refusal.reason === 'not-allowed' || refusal.reason === 'disclosure-missing') return undefined;
  return [{ field: fields[refusal.reason] ?? 'plain-words', message: wordsOf(said, refusal) }];
}

const saidNow: WordsFor<ShareNowRefusal> = {
  'not-allowed': () => 'You may not share this.',
  'not-your-body': () => 'You share for your own organisation only. If a child is in danger, call 999.',
  'same-body': () => 'This is your own organisation: just tell them.',
  'recipient-missing': () => 'Enter whom you tell: the organisation, and the person or their job',
  'what-missing': () => 'Enter in a line what you share',
};

const nowFields: Readonly<Record<ShareNowRefusal['reason'], string>> = {
  'not-allowed': 'what',
  'not-your-body': 'what',
  'same-body': 'to-person',
  'recipient-missing': 'to-person',
  'what-missing': 'what',
};

/** What is wrong with an emergency as it was given. */
export function sharingNowErrors(refusal: ShareNowRefusal): readonly FieldError[] | undefined {
  if (refusal.reason === 'not-allowed') return undefined;
  return [{ field: nowFields[refusal.reason], message: wordsOf(saidNow, refusal) }];
}
