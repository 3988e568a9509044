import { purposeWords, type Purpose } from '#platform/access/purposes.ts';
import type {
  Demander,
  Disclosure,
  HelpAgreed,
  Manner,
  RefusalGround,
  Telling,
} from '../../domain/disclosures/disclosure.ts';
import type { CrossingWay } from '../../domain/disclosures/may-cross.ts';
import type { Missing } from '../../domain/disclosures/missing.ts';

export const purposeTitles: Readonly<Record<Purpose, string>> = {
  'direct-help': 'To help this child or family',
  safeguarding: 'To keep a child safe',
  supervision: 'To support whoever helps',
  'quality-review': 'To see whether the help was good',
  'subject-rights': 'To answer somebody about themselves',
  complaint: 'To answer a complaint',
  'compelled-by-law': 'Because a court or a law demands it',
  'record-keeping': 'To keep or correct records',
};

export { purposeWords };

export const tellingWords: Readonly<Record<Telling, string>> = {
  told: 'Yes, they know',
  'will-be-told': 'They will be told',
  'not-told': 'No, and there is a reason',
};

export const helpWords: Readonly<Record<HelpAgreed, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-asked': 'Nobody asked yet',
};

export const refusalGroundWords: Readonly<Record<RefusalGround, string>> = {
  'more-detrimental': 'Sharing would be worse for the child',
  'not-relevant': 'It does not matter for the child’s safety or welfare',
  'nobodys-function': 'It is not their work to know',
  'less-would-do': 'Less would do',
  'no-lawful-ground': 'No ground in law allows it',
  'they-said-no': 'The young person or family said no, and nothing outweighs it',
  'unsafe-for-somebody': 'It could put somebody in danger',
  'not-theirs-to-have': 'Whoever asked is not who they should be',
};

export const demanderWords: Readonly<Record<Demander, string>> = {
  court: 'A court, by an order',
  police: 'The police, by a request in writing',
  'another-body-with-the-power': 'Another body that the law gives this power',
};

export const mannerWords: Readonly<Record<Manner, string>> = {
  considered: 'Thought through first',
  emergency: 'In an emergency, written down after',
  compelled: 'Demanded by law',
};

export const wayWords: Readonly<Record<CrossingWay, string>> = {
  grant: 'Somebody was let in',
  export: 'A file went out',
  message: 'A message went out',
  match: 'The answer of a match was given',
};

/** What stands over the page of a line. */
export function sayWhat(entry: Disclosure): string {
  const body = entry.to.body;
  if (entry.outcome === 'not-shared') return `Decided not to share with ${body}`;
  return entry.manner === 'emergency' ? `Shared in an emergency with ${body}` : `Shared with ${body}`;
}

/** What to do about each gap of a record. */
export const missingWords: Readonly<Record<Missing, string>> = {
  'to-body': 'Enter the organisation that it goes to',
  'to-person': 'Enter the person there, or their job',
  'gathered-for': 'Choose what the information was gathered for',
  purpose: 'Choose what it is shared for',
  'legal-power': 'Choose what in law lets you share at all',
  basis: 'Choose the basis in data law',
  condition: 'Choose the condition for specially protected information, which is among what you share',
  items: 'Tick what is shared',
  extent: 'Enter how much of it is shared',
  told: 'Choose whether the family knows',
  'told-words': 'Enter why the family is not told',
  'help-agreed': 'Choose whether the family agreed to be helped',
  consent: 'Enter who gave their consent in the sense of data law, and when',
  rests: 'Choose whether it rests on an agreement or on its own ground',
  'single-ground': 'Enter the ground of this single share',
  relevance: 'Enter why it matters for the child’s safety or welfare',
  'whose-function': 'Enter whose work it helps',
  'how-far': 'Enter how far sharing goes, and no further',
  detriment: 'Choose whether sharing would be worse for the child than not sharing',
  'refusal-ground': 'Choose why it was not shared',
  'refusal-words': 'Enter why it was not shared, in your own words',
  'demanded-by': 'Choose who demanded it',
  'demand-reference': 'Enter which order or letter demanded it',
  'decided-by': 'Enter who decided',
  'decided-on': 'Enter the day on which it was decided',
  'review-on': 'Enter the day on which somebody looks again',
  'plain-words': 'Enter what you would tell the family, in plain words',
};
