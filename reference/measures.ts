import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const source = z.enum(['lait', 'fingertips']);
const topic = z.enum([
  'start',
  'health',
  'school',
  'learning',
  'moving-on',
  'fairness',
  'send',
  'safe',
  'care',
  'justice',
  'people',
]);
const unit = z.enum([
  'percent',
  'percentage points',
  'per 100',
  'per 1,000',
  'per 10,000',
  'per 100,000',
  'points',
  'score',
  'cases',
  'count',
]);
const kind = z.enum(['proportion', 'rate', 'count', 'mean', 'gap', 'index']);
const polarity = z.enum(['low-is-good', 'high-is-good', 'no-judgement']);
const yearType = z.enum(['calendar', 'academic', 'financial', 'march', 'january', 'september']);
const words = z.string().min(1);
const reference = z.strictObject({ source, code: z.string().min(1) });
const cell = z.strictObject({
  column: z.string().min(1),
  where: z.record(z.string(), z.string()).default({}),
});

const fault = z.discriminatedUnion('effect', [
  z.strictObject({ effect: z.literal('tell'), words }),
  z.strictObject({ effect: z.literal('ignore-row'), area: z.string(), words }),
]);

const counts = z.strictObject({
  file: z.string().min(1),
  where: z.record(z.string(), z.string()).default({}),
  count: cell,
  base: cell,
  times: z.number().positive(),
});

const row = z.strictObject({
  source,
  code: z.string().min(1),
  title: z.string().min(1).max(60),
  unit,
  kind,
  polarity,
  yearType,
  decimals: z.int().min(0).max(2),
  publication: z.string(),
  checked: z.boolean().default(true),
  sameAs: reference.optional(),
  gap: z.strictObject({ role: z.enum(['target', 'reference']), other: z.string() }).optional(),
  breaks: z.string().optional(),
  faults: z.array(fault).default([]),
  countsFrom: z.array(counts).default([]),
});

const publication = z.strictObject({ publisher: words, name: words, link: z.url() });
const definitionBreak = z.strictObject({ on: z.iso.date(), words });
const publications = z.strictObject({
  publications: z.record(z.string(), publication),
  breaks: z.record(z.string(), z.array(definitionBreak).min(1)),
});

export type MeasureSource = z.infer<typeof source>;
export type MeasureTopic = z.infer<typeof topic>;
export type MeasureUnit = z.infer<typeof unit>;
/** `proportion`: people or things counted once, out of all of them; `rate`: events, or a ratio that may pass 100% */
export type MeasureKind = z.infer<typeof kind>;
export type MeasurePolarity = z.infer<typeof polarity>;
/** `march` and `january`: on a day of that month; `september`: the year that ends with it */
export type MeasureYearType = z.infer<typeof yearType>;
export type MeasureRef = z.infer<typeof reference>;
/** Who publishes, under what name, and where. */
export type Publication = z.infer<typeof publication>;
/** From the day `on`, a series must not be joined to what was before it. */
export type DefinitionBreak = z.infer<typeof definitionBreak>;
/** `tell`: the reader hears the words; `ignore-row`: the row of that area (by its code) is never used. */
export type KnownFault = z.infer<typeof fault>;
/**
 * Where the Explore Education Statistics files hold the counts behind a measure. `file` is how the file's name begins;
 * `where` picks its rows, and the `where` of a cell picks further; count / base * times is the published value.
 */
export type CountsFrom = z.infer<typeof counts>;

/** What we know of a published measure. Its values are imported, never written down here. */
export type Measure = MeasureRef & {
  readonly topic: MeasureTopic;
  /** our words, at most 60 characters */
  readonly title: string;
  readonly unit: MeasureUnit;
  readonly kind: MeasureKind;
  readonly polarity: MeasurePolarity;
  readonly yearType: MeasureYearType;
  /** as published, at most two */
  readonly decimals: number;
  readonly publication: Publication;
  /** false where its number and meaning have not yet been read in a file from the publisher */
  readonly checked: boolean;
  /** the same measure from another source */
  readonly sameAs?: MeasureRef;
  /** the other side of a gap: the target is the group that should catch up with the reference */
  readonly gap?: { readonly role: 'target' | 'reference'; readonly other: MeasureRef };
  readonly breaks: readonly DefinitionBreak[];
  readonly faults: readonly KnownFault[];
  readonly countsFrom: readonly CountsFrom[];
};

export type Measures = {
  readonly list: readonly Measure[];
  /** The measure of a source under its code; undefined where nothing is written down of it. */
  readonly find: (source: MeasureSource, code: string) => Measure | undefined;
};

/** The topics in the order in which people meet them; each has a file of its own. */
export const measureTopics: readonly MeasureTopic[] = topic.options;

/**
 * Reads what is known of measures.
 * @param texts `publications.yaml`, and the text of each topic's file
 * @throws an Error on a row of the wrong shape, a measure that stands twice, or a publication, break or other side of a
 * gap that is not there
 */
export function readMeasures(texts: {
  readonly publications: string;
  readonly topics: ReadonlyMap<MeasureTopic, string>;
}): Measures {
  const shared = publications.parse(parse(texts.publications, { maxAliasCount: 0 }));
  const list = [...texts.topics].flatMap(([about, text]) =>
    z
      .array(row)
      .parse(parse(text, { maxAliasCount: 0 }))
      .map((each) => measureOf(each, about, shared)),
  );
  const byKey = new Map(list.map((measure) => [keyOf(measure.source, measure.code), measure]));
  if (byKey.size !== list.length) throw new Error('measures: a measure stands twice');
  for (const measure of list) {
    for (const other of [measure.sameAs, measure.gap?.other]) {
      if (other && !byKey.has(keyOf(other.source, other.code))) {
        throw new Error(`measures: ${measure.code} speaks of ${other.code}, which is not written down`);
      }
    }
  }
  return { list, find: (from, code) => byKey.get(keyOf(from, code)) };
}

let own: Measures | undefined;

/** The measures that the project knows, read once from the files beside this one. */
export function knownMeasures(): Measures {
  own ??= readMeasures({
    publications: textOf('publications.yaml'),
    topics: new Map(measureTopics.map((about) => [about, textOf(`measures/${about}.yaml`)])),
  });
  return own;
}

function measureOf(
  each: z.infer<typeof row>,
  about: MeasureTopic,
  shared: z.infer<typeof publications>,
): Measure {
  const { sameAs, gap, breaks, ...rest } = each;
  const published = shared.publications[each.publication];
  if (!published)
    throw new Error(`measures: ${each.code} is from ${each.publication}, which is not written down`);
  const broken = breaks === undefined ? [] : shared.breaks[breaks];
  if (!broken) throw new Error(`measures: ${each.code} has the break ${breaks}, which is not written down`);
  return {
    ...rest,
    topic: about,
    publication: published,
    breaks: broken,
    ...(sameAs === undefined ? {} : { sameAs }),
    ...(gap === undefined
      ? {}
      : { gap: { role: gap.role, other: { source: each.source, code: gap.other } } }),
  };
}

function keyOf(from: MeasureSource, code: string): string {
  return `${from} ${code}`;
}

function textOf(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
