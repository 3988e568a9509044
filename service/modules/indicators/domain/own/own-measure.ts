import type { MeasureFacts, MeasurePolarity } from '../measure-facts.ts';

export const ownKinds = ['proportion', 'rate', 'count'] as const;
export const ownRhythms = ['month', 'quarter', 'academic', 'financial', 'calendar'] as const;
export const ownOrigins = ['cases', 'answers'] as const;
export const polarities = ['high-is-good', 'low-is-good', 'no-judgement'] as const;

/** What an own measure's number is made of. */
export type OwnKind = (typeof ownKinds)[number];
/** How often its figures come. */
export type OwnRhythm = (typeof ownRhythms)[number];
/** Whether people were counted in their cases, or asked: each has its own rules for small groups. */
export type OwnOrigin = (typeof ownOrigins)[number];

/** A measure that a partnership counts itself, because nobody publishes it. */
export type OwnMeasure = {
  readonly code: string;
  readonly title: string;
  /** who or what is counted: "children who said that they had fun this week" */
  readonly counts: string;
  /** of whom they are a share: "children who answered"; empty for a plain count */
  readonly outOf: string;
  readonly kind: OwnKind;
  /** a rate is given per so many; 100 for a share and 1 for a count */
  readonly times: number;
  readonly polarity: MeasurePolarity;
  readonly rhythm: OwnRhythm;
  readonly origin: OwnOrigin;
  /** where the numbers come from: "our yearly survey", "the early help record" */
  readonly source: string;
  /** who keeps it: a person or a team */
  readonly owner: string;
  /** grows with every change, so that nobody's words are lost */
  readonly version: number;
};

/** A code that can stand in an address, made of a title; undefined where no letter or digit is in it. */
export function codeOfTitle(title: string): string | undefined {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return words === '' ? undefined : words;
}

/** What the catalogue says of an own measure, so that it can be tied to a promise and read like any other. */
export function factsOfOwn(own: OwnMeasure): MeasureFacts {
  return {
    source: 'local',
    code: own.code,
    title: own.title,
    unit: unitOf(own),
    kind: own.kind,
    polarity: own.polarity,
    yearType: '',
    // shares of few children are given whole, as the rules that protect them do
    decimals: own.kind === 'rate' ? 1 : 0,
    topic: 'own',
    publisher: own.owner,
    publication: own.source,
    link: undefined,
    breaks: [],
    faults: [],
    gap: undefined,
    sameAs: undefined,
    isChecked: true,
  };
}

function unitOf({ kind, times }: OwnMeasure): string {
  if (kind === 'proportion') return '%';
  return kind === 'count' ? 'count' : `per ${times.toLocaleString('en-GB')}`;
}
