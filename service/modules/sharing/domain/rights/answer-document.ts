import { sayDay, type Day } from '#platform/kernel/day.ts';
import {
  whoLookedGroup,
  type Given,
  type GivenFact,
  type KeepBackReason,
  type RemoveReason,
} from './answer.ts';

/** What an answer says around what is held. */
export type AnswerFrame = {
  partnership: string;
  reference: string;
  /** whose answer it is */
  aboutName: string;
  receivedOn: Day;
  answeredOn: Day;
  /** what the reader said would help */
  support: string;
  /** words of the officer to the reader */
  letter: string;
  /** where to go when unhappy with this */
  next: readonly string[];
  /** said on every page where the partnership is invented; '' where it is not */
  mark: string;
};

/** One block of an answer, the same for its page, its file for paper and its record for programs. */
export type AnswerPart =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'words'; text: string; quiet?: true }
  | { kind: 'list'; items: readonly string[] };

const removeReasonWords: Readonly<Record<RemoveReason, string>> = {
  'third-party-not-agreed': 'it is about somebody else, who has not agreed',
  'another-child': 'it is about another child',
  'safe-address': 'it says where somebody is who must be safe',
  'serious-harm': 'it could seriously harm somebody',
  'told-in-confidence': 'somebody told it in confidence',
};

const keepBackWords: Readonly<Record<KeepBackReason, string>> = {
  'serious-harm': 'giving it could seriously harm somebody’s health',
  'another-persons': 'it is another person’s, and cannot be told apart',
  'told-in-confidence': 'somebody told it in confidence',
  'legal-advice': 'it is advice of a lawyer',
  'prevents-crime-work': 'giving it would stand in the way of stopping a crime',
};

/** An answer from its first line to its last: first what it is and who can help, then the story in the order of days. */
export function answerParts(frame: AnswerFrame, given: Given): AnswerPart[] {
  return [
    ...opening(frame, given),
    ...story(given.facts.filter((fact) => !isLook(fact))),
    ...whoLooked(given.facts.filter(isLook)),
    ...whatIsNotHere(given),
    { kind: 'heading', level: 2, text: 'What you can do now' },
    { kind: 'list', items: frame.next },
  ];
}

function opening({ aboutName, receivedOn, letter, support }: AnswerFrame, { facts }: Given): AnswerPart[] {
  const count = facts.length === 1 ? 'one thing' : `${facts.length} things`;
  return [
    {
      kind: 'words',
      text: `You asked on ${sayDay(receivedOn)} what is held about ${aboutName}. This is all of it that we can give: ${count}, in the order in which they happened.`,
    },
    ...(letter === '' ? [] : [{ kind: 'words' as const, text: letter }]),
    { kind: 'heading', level: 2, text: 'You do not have to read this alone' },
    {
      kind: 'words',
      text: `Some of it may be hard to read, or bring things back. Somebody can sit with you, read it to you, or talk with you afterwards. You choose who and when.${support === '' ? '' : ` You told us what would help: ${support}`}`,
    },
    {
      kind: 'words',
      text: 'These can be reached by anybody: Childline on 0800 1111, for everybody under 19. Samaritans on 116 123, day and night. In danger, 999.',
    },
  ];
}

/** The facts as a story: a heading for each year, the day and the kind of each thing, then the words themselves. */
function story(facts: readonly GivenFact[]): AnswerPart[] {
  const parts: AnswerPart[] = [];
  let year = '';
  for (const fact of facts) {
    const itsYear = fact.on.slice(0, 4);
    if (itsYear !== year) parts.push({ kind: 'heading', level: 2, text: itsYear });
    year = itsYear;
    parts.push(
      { kind: 'heading', level: 3, text: `${sayDay(fact.on)}: ${fact.title}` },
      { kind: 'words', text: fact.words },
      { kind: 'words', text: saySource(fact), quiet: true },
    );
  }
  return parts;
}

function isLook({ fieldGroup }: GivenFact): boolean {
  return fieldGroup === whoLookedGroup;
}

/** Who looked stands together at the end, a line each: between the days it would drown what happened. */
function whoLooked(looks: readonly GivenFact[]): AnswerPart[] {
  if (looks.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: whoLookedGroup },
    { kind: 'list', items: looks.map(({ on, title, words }) => `${sayDay(on)}: ${title}. ${words}`) },
  ];
}

/** "Said by Ash Tester, lead worker. From a visit at home. Kept under Strengths." */
function saySource({ whose, source, fieldGroup, takenOut }: GivenFact): string {
  return [
    whose === '' ? '' : `Said or written by ${whose}.`,
    source === '' ? '' : `Where it comes from: ${source}.`,
    fieldGroup === '' ? '' : `Kept under: ${fieldGroup}.`,
    takenOut.length === 0
      ? ''
      : `Some words are taken out here, because ${takenOut.map((reason) => removeReasonWords[reason]).join('; ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function whatIsNotHere({ facts, keptBack }: Given): AnswerPart[] {
  const cut = facts.filter(({ takenOut }) => takenOut.length > 0).length;
  const reasons = [...new Set(keptBack)].map((reason) => keepBackWords[reason]);
  return [
    { kind: 'heading', level: 2, text: 'What is not in here' },
    {
      kind: 'words',
      text:
        cut === 0
          ? 'No words were taken out.'
          : `In ${cut === 1 ? 'one place' : `${cut} places`} words are taken out because they are about somebody else. They are gone from this copy, not hidden in it.`,
    },
    {
      kind: 'words',
      text:
        keptBack.length === 0
          ? 'Nothing was kept back.'
          : `${keptBack.length === 1 ? 'One thing was' : `${keptBack.length} things were`} kept back, because ${reasons.join('; and because ')}.`,
    },
    {
      kind: 'words',
      text: 'A person decided each of these, and a second person checked.',
    },
  ];
}

/** The answer for programs: the same words, and nothing else. */
export function answerRecord(frame: AnswerFrame, given: Given): string {
  return JSON.stringify(
    {
      format: 'golden-thread-subject-access/1',
      reference: frame.reference,
      from: frame.partnership,
      about: frame.aboutName,
      askedOn: frame.receivedOn,
      answeredOn: frame.answeredOn,
      mark: frame.mark,
      letter: frame.letter,
      wouldHelp: frame.support,
      support: 'You do not have to read this alone. Childline 0800 1111. Samaritans 116 123. In danger, 999.',
      facts: given.facts,
      keptBack: given.keptBack,
      next: frame.next,
    },
    undefined,
    1,
  );
}
