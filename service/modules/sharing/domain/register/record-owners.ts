import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';

/** The kinds of record that are kept about children here and around here. Each has one owner. */
export const recordKinds = [
  'early-help',
  'concerns-told-to-us',
  'sharing-ledger',
  'social-work',
  'child-protection',
  'children-in-care',
  'special-needs-plan',
  'school-record',
  'health-record',
  'youth-justice',
  'police-record',
  'housing',
  'survey-answers',
] as const;

export type RecordKind = (typeof recordKinds)[number];

export const recordKindWords: Readonly<Record<RecordKind, string>> = {
  'early-help': 'Family help before social work: what goes well, worries, the plan',
  'concerns-told-to-us': 'Concerns that somebody tells at the front door',
  'sharing-ledger': 'What was shared, and what was not',
  'social-work': 'Social work with children in need (Children Act 1989, section 17)',
  'child-protection': 'Child protection (Children Act 1989, section 47)',
  'children-in-care': 'Children in care and care leavers',
  'special-needs-plan': 'Education, health and care plans',
  'school-record': 'The school’s record of a pupil',
  'health-record': 'Health records',
  'youth-justice': 'Youth justice',
  'police-record': 'Police records',
  housing: 'Housing and tenancies',
  'survey-answers': 'Answers to surveys, which name nobody',
};

export const ourParts = ['hold', 'read', 'link'] as const;
/** What this service does with a kind of record: keeps it, reads what its owner gives, or only leads there. */
export type OurPart = (typeof ourParts)[number];

/** Statutory social work is kept in the council's own case system: a second record of it here would be a danger. */
export const neverHeld: readonly RecordKind[] = ['social-work', 'child-protection', 'children-in-care'];

export type RecordOwnerWords = {
  kind: RecordKind;
  organisationId: Id<'organisation'>;
  /** the system or place it is kept in */
  keptIn: string;
  ourPart: OurPart;
  /** where it is opened, where it can be; may stay empty */
  link: string;
  words: string;
};

export type RecordOwner = RecordOwnerWords & { version: number };

export type RecordOwnerRefusal =
  | { reason: 'kept-in-missing' }
  | { reason: 'never-held-here' }
  | { reason: 'link-wrong' };

export function checkRecordOwner(given: RecordOwnerWords): Outcome<RecordOwnerWords, RecordOwnerRefusal> {
  const words = {
    ...given,
    keptIn: given.keptIn.trim(),
    link: given.link.trim(),
    words: given.words.trim(),
  };
  if (words.keptIn === '') return refuse({ reason: 'kept-in-missing' });
  if (words.ourPart === 'hold' && neverHeld.includes(words.kind))
    return refuse({ reason: 'never-held-here' });
  if (words.link !== '' && !/^https?:$/.test(URL.canParse(words.link) ? new URL(words.link).protocol : ''))
    return refuse({ reason: 'link-wrong' });
  return done(words);
}
