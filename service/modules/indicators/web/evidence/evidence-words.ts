import { wordsOf, type WordsFor } from '#platform/kernel/outcome.ts';
import type { EvidenceProblem } from '../../domain/evidence/evidence.ts';
import type { JudgedAs, JudgementProblem, Judges } from '../../domain/evidence/judgement.ts';
import type { PrivateKind } from '../../domain/evidence/private-words.ts';

export const verdictWords: { readonly [Each in JudgedAs]: { name: string; shape: string } } = {
  met: { name: 'Met', shape: '●' },
  'on-the-way': { name: 'On the way', shape: '◐' },
  'not-yet': { name: 'Not yet', shape: '○' },
  'cannot-tell': { name: 'We cannot tell', shape: '?' },
};

export const judgesWords: { readonly [Each in Judges]: { title: string; name: string; empty: string } } = {
  adults: {
    title: 'What adults judged',
    name: 'Adults: a board or a group of people who work here',
    empty: 'No board has judged this yet.',
  },
  'young-people': {
    title: 'What young people judged',
    name: 'Young people: a group of theirs',
    empty: 'No group of young people has judged this yet.',
  },
};

const privateWords: { readonly [Each in PrivateKind]: string } = {
  'e-mail': 'an e-mail address',
  telephone: 'a telephone number',
  birthday: 'a day of birth',
  postcode: 'a postcode',
  'number-of-a-person': 'a number that belongs to one person',
  name: 'somebody’s name',
};

function sayPrivate({ found }: { found: { kind: PrivateKind; text: string } }): string {
  return `“${found.text}” looks like ${privateWords[found.kind]}. Take it out: nobody must be recognised here`;
}

const problemWords: WordsFor<EvidenceProblem> = {
  'could-tell-who': sayPrivate,
  'more-answers-than-asked': () => 'More people answered than were asked. Check both numbers',
  'quote-without-permission': () =>
    'A quote stands here only if whoever said it agreed, or somebody for them. Say so below, or take it out',
  'not-an-address': () => 'This is not an address that begins with https://',
  'in-the-future': () => 'This day has not come yet',
  'neither-strong-nor-weak': () => 'Enter what was found strong, or what must get better',
};

const judgementWords: WordsFor<JudgementProblem> = {
  'could-tell-who': sayPrivate,
  'evidence-missing': () =>
    'Enter what this rests on. Where there is nothing, “We cannot tell” is the honest answer',
  'in-the-future': () => 'This day has not come yet',
};

/** What is wrong with a finding or a voice, at a field. */
export function sayEvidenceProblem(problem: EvidenceProblem): string {
  return wordsOf(problemWords, problem);
}

/** What is wrong with a judgement, at a field. */
export function sayJudgementProblem(problem: JudgementProblem): string {
  return wordsOf(judgementWords, problem);
}
