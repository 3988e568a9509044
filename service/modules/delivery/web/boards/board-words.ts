import type { WordsFor } from '#platform/kernel/outcome.ts';
import { sayDay } from '#platform/kernel/day.ts';
import type { ChangeBodyRefusal, EndingRefusal } from '../../actions/boards/keep-body.ts';
import type { EndingSeatRefusal } from '../../actions/boards/keep-seats.ts';
import type { TermsRefusal } from '../../actions/boards/keep-terms.ts';
import type { BodyKind, Part } from '../../domain/body.ts';

export const kindWords: Readonly<Record<BodyKind, string>> = {
  board: 'Boards',
  subgroup: 'Groups for a stage of life',
  statutory: 'Bodies that the law asks for',
  group: 'Other groups',
};

export const partWords: Readonly<Record<Part, string>> = {
  chair: 'Chair',
  'co-chair': 'Co-chair',
  member: 'Member',
  deputy: 'Deputy',
  adviser: 'Adviser',
  secretary: 'Secretary',
  observer: 'Observer',
};

export type BoardRefusal = ChangeBodyRefusal | EndingRefusal | EndingSeatRefusal | TermsRefusal;

export const boardRefusals: WordsFor<BoardRefusal> = {
  'not-allowed': () => 'Only whoever keeps the boards can do this',
  'body-missing': () => 'This body is no longer there',
  'changed-meanwhile': () =>
    'Somebody saved this while you were writing. Nothing of yours is lost: read both, then save again',
  'name-missing': () => 'Enter the name of the body',
  'purpose-missing': () => 'Enter what it is for',
  'quorum-never-met': () => 'It cannot need more organisations than people',
  'already-ended': ({ on }) => `It ended on ${sayDay(on)}`,
  'ends-before-it-began': ({ from }) => `It began on ${sayDay(from)}: enter a later day`,
  'follower-wrong': () => 'Choose another body that still stands',
  'seat-name-missing': () => 'Enter who takes the seat',
  'seat-address-wrong': () => 'Enter an address such as name@example.org, or leave it empty',
  'seat-person-missing': () => 'Choose one of those who sign in here, or nobody',
  'seat-before-the-body': ({ from }) => `The body began on ${sayDay(from)}: enter that day or a later one`,
  'seat-already-ended': ({ on }) => `This seat ended on ${sayDay(on)}`,
  'seat-ends-before-it-began': ({ from }) => `The seat began on ${sayDay(from)}: enter a later day`,
  'seat-missing': () => 'This seat is no longer there',
  'terms-missing': () => 'Enter what was agreed',
  'review-before-agreed': () => 'Enter a day after the one on which it was agreed',
};
