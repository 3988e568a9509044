import { standingWords } from '../../domain/standing/standing.ts';
import { relationships } from '#platform/access/record-policy.ts';
import type { ContestFinding } from '../../domain/record/contest.ts';
import type { Confidence, EntryKind } from '../../domain/record/entry.ts';

/** What each kind of entry is called, and what to ask for it. */
export const kindWords: Readonly<Record<EntryKind, { name: string; hint: string }>> = {
  'trusted-adult': { name: 'Somebody they trust', hint: 'A grown-up they would go to.' },
  belonging: { name: 'Where they belong', hint: 'A club, a faith, a street, a group of friends.' },
  skill: { name: 'What they are good at', hint: 'Or proud of, or love to do.' },
  helper: { name: 'Who helps already', hint: 'A neighbour, a grandparent, a teacher, a group.' },
  strength: { name: 'Something else that is good', hint: 'In the family, at home, at school.' },
  worry: { name: 'A worry', hint: 'What somebody saw or heard, and not what it might mean.' },
  health: {
    name: 'Health',
    hint: 'The child’s own. A parent’s health is that parent’s, and only they and you read it.',
  },
  'own-words': {
    name: 'In the child’s own words',
    hint: 'Exactly as they said it. Private until somebody is named.',
  },
};

/** How sure anybody is, in a sentence that stands with the entry. */
export const confidenceWords: Readonly<Record<Confidence, { choice: string; said: string }>> = {
  known: { choice: 'It is known', said: '' },
  worried: {
    choice: 'Somebody is worried about it',
    said: 'Somebody is worried about this. It is not known.',
  },
  'not-known': { choice: 'Nobody knows yet', said: 'Nobody knows this yet. That does not mean no.' },
  'not-so': { choice: 'It turned out not to be so', said: 'It turned out not to be so.' },
};

/** What came of something said against an entry: as whoever answers chooses it, and as it stands beside the entry. */
export const findingWords: Readonly<Record<ContestFinding, { choice: string; hint: string; said: string }>> =
  {
    'put-right': {
      choice: 'It was not right, and it is put right',
      hint: 'Change the entry first, and say here what you changed.',
      said: 'It was put right.',
    },
    'both-stand': {
      choice: 'It is seen in two ways, and both stand',
      hint: 'Nobody has to give up how they see it.',
      said: 'Both stand beside each other.',
    },
    stays: {
      choice: 'It stays as it was written',
      hint: 'Say why. What they say stays beside it.',
      said: 'It stays as it was written.',
    },
  };

/** "parent or carer", of whoever said something against an entry. */
export function sayComesAs(kind: string): string {
  const relationship = relationships.find((one) => one === kind);
  return relationship ? standingWords[relationship] : '';
}
