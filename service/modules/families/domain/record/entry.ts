import type { Relationship } from '#platform/access/record-policy.ts';
import type { PersonalText, Readable } from '#platform/access/readable.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Contest } from './contest.ts';

/** The parts of a record that hold entries. */
export const entryGroups = ['strengths', 'worries', 'health', 'own-words'] as const;
export type EntryGroup = (typeof entryGroups)[number];

/** What an entry is about: what is good comes first, and a worry is a worry and no category. */
export const entryKinds = [
  'trusted-adult',
  'belonging',
  'skill',
  'helper',
  'strength',
  'worry',
  'health',
  'own-words',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** How sure anybody is. What is not known is never no. */
export const confidences = ['known', 'worried', 'not-known', 'not-so'] as const;
export type Confidence = (typeof confidences)[number];

/** Who may read one entry, and who answered that. */
export type Viewer = {
  personId: Id<'person'>;
  mayRead: boolean;
  why: string;
  answeredByName: string;
  answeredAt: Date;
};

/** One thing that somebody said, as it is kept. Pages take `ReadableEntry`, and nothing else. */
export type KeptEntry = Omit<PersonalText, 'fieldGroup' | 'authorPersonId' | 'viewers'> & {
  id: Id<'entry'>;
  childId: Id<'child'>;
  fieldGroup: EntryGroup;
  kind: EntryKind;
  body: string;
  whoseWords: string;
  source: string;
  saidOn: Day;
  authorPersonId: Id<'person'> | undefined;
  authorName: string;
  /** of a parent's health the parent */
  aboutPersonId: Id<'person'> | undefined;
  confidence: Confidence;
  wouldHelp: string;
  reviewOn: Day;
  viewers: readonly Viewer[];
  /** stands beside the entry wherever it is read */
  contests: readonly Contest[];
  version: number;
};

/** An entry that its reader may read. */
export type ReadableEntry = Readable<KeptEntry>;

/** Whether an entry is theirs to change, where they write its part of the record: who wrote it, and who leads. */
export function isToChangeBy(
  { authorPersonId }: Pick<ReadableEntry, 'authorPersonId'>,
  comes: { readonly relationship: Relationship; readonly personId: string },
): boolean {
  return comes.relationship === 'lead-worker' || authorPersonId === comes.personId;
}

/** To which part of the record a kind of entry belongs. */
export const groupOfKind: Readonly<Record<EntryKind, EntryGroup>> = {
  'trusted-adult': 'strengths',
  belonging: 'strengths',
  skill: 'strengths',
  helper: 'strengths',
  strength: 'strengths',
  worry: 'worries',
  health: 'health',
  'own-words': 'own-words',
};
