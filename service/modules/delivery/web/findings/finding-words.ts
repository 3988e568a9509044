import { sayDay } from '#platform/kernel/day.ts';
import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import type { FieldError } from '#platform/forms/read-form.ts';
import type { ActOnFindingRefusal } from '../../actions/findings/act-on-finding.ts';
import type { SayFindingRefusal } from '../../actions/findings/say-finding.ts';
import type { ChangeFindingRefusal } from '../../actions/findings/write-finding.ts';
import type { FindingKind, FindingState } from '../../domain/finding.ts';
import type { FindingStanding } from '../../domain/findings/choose-findings.ts';
import type { Loose } from '../../domain/plan/came-loose.ts';

/** Who found it, as a line begins with it. */
export const kindWords: { readonly [Kind in FindingKind]: string } = {
  inspection: 'Inspection',
  audit: 'Audit',
  review: 'Review',
  children: 'Children and young people',
};

export const kindHints: { readonly [Kind in FindingKind]: string } = {
  inspection: 'By an inspectorate of schools, care, health, police or probation, alone or together.',
  audit: 'Our own close look at cases or at a service.',
  review: 'Of a serious incident, by peers from elsewhere, or by an adviser.',
  children:
    'What children and young people found when they went to see, or told us. It weighs as much as any other.',
};

export const standingWords: { readonly [Standing in FindingStanding]: string } = {
  open: 'Open',
  late: 'Open and late',
  ready: 'Mended, waiting to be closed',
  closed: 'Closed',
};

/** How it stands, on a tag. */
export const stateTags: { readonly [State in FindingState]: string } = {
  open: 'Open',
  ready: 'Mended, to be closed',
  closed: 'Closed',
};

type WriteProblem = Exclude<ChangeFindingRefusal, { reason: 'not-allowed' | 'finding-missing' }>;

const writing: WordsFor<WriteProblem> = {
  'title-missing': () => 'Enter what was found, in one line',
  'words-missing': () => 'Enter what was found, so that somebody who was not there understands it',
  'finder-missing': () => 'Enter who found it',
  'found-later': ({ today }) => `It was found on a day up to today, ${sayDay(today)}`,
  'due-before-found': ({ foundOn }) =>
    `The day by which it is to be mended must not be before the day it was found, ${sayDay(foundOn)}`,
  'link-wrong': () => 'The address must begin with https://, http:// or a single /',
  'owner-missing': () => 'Say who answers for it: an organisation, a person, or both',
  'element-missing': () => 'Choose the part of the strategy that it speaks to',
  'closed-already': () => 'It is closed. Open it again before you change what is written',
  'changed-meanwhile': () =>
    'Somebody saved this while you were writing. Nothing is lost: read both, then save what should stand',
};

const writingFields: { readonly [Reason in WriteProblem['reason']]: string } = {
  'title-missing': 'title',
  'words-missing': 'words',
  'finder-missing': 'foundBy',
  'found-later': 'foundOn',
  'due-before-found': 'due',
  'link-wrong': 'sourceLink',
  'owner-missing': 'organisation',
  'element-missing': 'element',
  'closed-already': 'title',
  'changed-meanwhile': 'title',
};

/** What is wrong with what was written, at its field; undefined where the page looks as though nothing were there. */
export function writingErrors(refusal: ChangeFindingRefusal): FieldError[] | undefined {
  if (refusal.reason === 'not-allowed' || refusal.reason === 'finding-missing') return undefined;
  return [{ field: writingFields[refusal.reason], message: wordsOf(writing, refusal) }];
}

type SayProblem = Exclude<SayFindingRefusal, { reason: 'not-allowed' | 'finding-missing' }>;

const saying: WordsFor<SayProblem> = {
  'evidence-missing': () => 'Say what shows that it is mended: what one can see, read or ask',
  'reason-missing': () => 'Write at least a sentence: it stays with the finding',
  'not-in-this-state': ({ state }) => `It is ${stateNow[state]} by now. Read what was said below`,
  'own-finding': () => 'You answer for this finding, so somebody else closes it. They see it in their work',
  'own-word': () =>
    'You said yourself that it is mended, so somebody else closes it: two people look at every finding',
  'changed-meanwhile': () =>
    'Somebody said something of it while you were writing. Your words are kept: read theirs, then send yours',
};

const stateNow: { readonly [State in FindingState]: string } = {
  open: 'open',
  ready: 'said to be mended',
  closed: 'closed',
};

/** What came loose of a finding, and what to do. */
export function sayLooseFinding(loose: Loose): string {
  switch (loose.kind) {
    case 'element-withdrawn':
      return 'The part of the strategy that it belongs to has been taken out. Say where it belongs now.';
    case 'owner-left':
      return 'Whoever answered for it has left. Name somebody else, so that it is not forgotten.';
    case 'nobody-owns':
      return 'Nobody answers for it yet. Name a person or an organisation.';
    case 'organisation-gone':
      return `${loose.name} is no more${loose.standing === '' ? '' : ` (${loose.standing})`}. Say who took its work over and answers for it now.`;
  }
}

/** Why what was said was not taken. */
export function sayingError(refusal: SayFindingRefusal): FieldError[] | undefined {
  if (refusal.reason === 'not-allowed' || refusal.reason === 'finding-missing') return undefined;
  return [{ field: 'said', message: wordsOf(saying, refusal) }];
}

/** Why no action was made; undefined where the page looks as though nothing were there. */
export function actingError(refusal: ActOnFindingRefusal): string | undefined {
  switch (refusal.reason) {
    case 'not-allowed':
    case 'finding-missing':
      return undefined;
    case 'closed-already':
      return 'This finding is closed, so nothing more is to be done. Open it again first.';
    case 'made-meanwhile':
      return `Somebody has just made action A${refusal.number} of it. Read that first.`;
    case 'title-missing':
    case 'ends-before-it-begins':
    case 'address-wrong':
      return 'The finding cannot become an action as it is written. Change the finding first.';
  }
}
