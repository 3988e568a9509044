import type { MeasureSource, PublishedMeasure } from './observation.ts';

/** Which way is better, in the publisher's own judgement. */
export type MeasurePolarity = (typeof measurePolarities)[number];
export const measurePolarities = ['high-is-good', 'low-is-good', 'no-judgement'] as const;

/** What a measure counts; `not-known` where nobody has said, and then nothing is worked out from it. */
export type MeasureKind = (typeof measureKinds)[number];
export const measureKinds = ['proportion', 'rate', 'count', 'mean', 'gap', 'index', 'not-known'] as const;

/** From the day `on`, a series must not be joined to what was before it. */
export type DefinitionBreak = { readonly on: string; readonly words: string };

/** `tell`: the reader hears the words; `ignore-row`: the row of that area is never used. */
export type KnownFault =
  | { readonly effect: 'tell'; readonly words: string }
  | { readonly effect: 'ignore-row'; readonly area: string; readonly words: string };

/** What is known of a measure beside its figures. */
export type MeasureFacts = {
  readonly source: MeasureSource;
  readonly code: string;
  readonly title: string;
  /** "%" and "pp", or as published: "per 10,000", "Number of children" */
  readonly unit: string;
  readonly kind: MeasureKind;
  readonly polarity: MeasurePolarity;
  readonly yearType: string;
  /** as published; undefined where nobody says */
  readonly decimals: number | undefined;
  readonly topic: string;
  readonly publisher: string;
  readonly publication: string;
  readonly link: string | undefined;
  readonly breaks: readonly DefinitionBreak[];
  readonly faults: readonly KnownFault[];
  /** the other side of a gap, by id: the target is the group that should catch up with the reference */
  readonly gap: { readonly role: 'target' | 'reference'; readonly other: string } | undefined;
  /** the same measure from another source, by id */
  readonly sameAs: string | undefined;
  /** false where its number and meaning have not been read in a file from the publisher */
  readonly isChecked: boolean;
  /** who worked out the limits that stand with its figures, where it was not its publisher */
  readonly limitsSaid?: string;
};

/** How a measure is named everywhere: its source and the source's own code, `lait:PrevRegCPR`. */
export function measureId(measure: { source: string; code: string }): string {
  return `${measure.source}:${measure.code}`;
}

/** The source and code that an id names; the code may hold colons of its own. */
export function measureOfId(id: string): { source: MeasureSource; code: string } | undefined {
  const colon = id.indexOf(':');
  const source = sources.find((known) => known === id.slice(0, colon));
  return source && colon < id.length - 1 ? { source, code: id.slice(colon + 1) } : undefined;
}

const sources: readonly MeasureSource[] = ['lait', 'fingertips', 'ees', 'local', 'other'];

/** Counts behind another measure's percentage are kept as figures and are no measure that a person looks for. */
export function isOnlyCounts(id: string): boolean {
  return id.startsWith('ees:counts:');
}

/** What a publisher's dictionary says of one of its measures, as far as it is kept. */
export type DictionaryEntry = {
  readonly source: 'lait';
  readonly code: string;
  readonly name: string;
  readonly title: string;
  readonly topic: string;
  readonly polarity: 'high' | 'low' | undefined;
  readonly unit: string;
  readonly decimals: number | undefined;
  readonly yearType: string;
  readonly description: string;
  readonly links: readonly string[];
  readonly updatedOn: string | undefined;
};

const publishers: { readonly [Source in MeasureSource]: string } = {
  lait: 'Department for Education',
  fingertips: 'Office for Health Improvement and Disparities',
  ees: 'Department for Education',
  local: 'Our own',
  other: 'Another publisher',
};

const publications: { readonly [Source in MeasureSource]: string } = {
  lait: 'Local Authority Interactive Tool',
  fingertips: 'Fingertips',
  ees: 'Explore Education Statistics',
  local: 'Our own survey or count',
  other: 'Another publication',
};

/** The facts of a measure that a dictionary describes and our own catalogue does not. */
export function factsFromDictionary(entry: DictionaryEntry): MeasureFacts {
  const polarity = entry.polarity === undefined ? 'no-judgement' : polarities[entry.polarity];
  return {
    ...factsFromName(entry),
    title: entry.title || entry.name || entry.code,
    unit: entry.unit,
    polarity,
    yearType: entry.yearType,
    decimals: entry.decimals,
    topic: entry.topic,
    link: entry.links[0],
  };
}

const polarities = { high: 'high-is-good', low: 'low-is-good' } as const;

/** The facts of a measure of which only a file's own name is known. */
export function factsFromName({ source, code, name }: PublishedMeasure): MeasureFacts {
  return {
    source,
    code,
    title: name || code,
    unit: '',
    kind: 'not-known',
    polarity: 'no-judgement',
    yearType: '',
    decimals: undefined,
    topic: '',
    publisher: publishers[source],
    publication: publications[source],
    link: undefined,
    breaks: [],
    faults: [],
    gap: undefined,
    sameAs: undefined,
    isChecked: true,
  };
}
