import { z } from 'zod';
import { measureKinds, measurePolarities } from '../../domain/measure-facts.ts';
import { sayable } from '../../domain/report/overruling.ts';
import { standings } from '../../domain/gap/finder/find-gaps.ts';

/** Every shape that the open interface answers with. They type the answers, and the OpenAPI document is made of them. */

const text = z.string();
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A day, YYYY-MM-DD');
const number = z.number().nullable();
const href = z.string().describe('An address on this service');

export const placeSchema = z
  .strictObject({ code: text.describe('Nine characters, as E10000013'), name: text })
  .meta({ id: 'Place' });

export const statusSchema = z
  .enum(['number', 'suppressed', 'not-applicable', 'missing', 'low', 'unreliable'])
  .describe('Why there is no number, or that there is one; never zero in its place')
  .meta({ id: 'Status' });

export const figureSchema = z
  .strictObject({
    period: text.describe('As a person reads it: 2024/25'),
    ends: day.nullable(),
    value: number.describe('With the decimals that are published; null unless the status is number'),
    status: statusSchema,
    lower95: number.describe('Lower limit of the 95% interval'),
    upper95: number,
    joinsPrevious: z.boolean().describe('False where it must not be compared with the period before'),
    breakReason: text.nullable(),
  })
  .meta({ id: 'Figure' });

export const verdictSchema = z
  .strictObject({
    verdict: z.enum(sayable),
    words: text,
    overruled: z
      .boolean()
      .describe('True where an analyst says otherwise than was worked out, with a reason'),
  })
  .meta({ id: 'Verdict' });

export const listedMeasureSchema = z
  .strictObject({
    id: text.describe('Stays the same: source:code'),
    title: text,
    topic: text,
    source: text,
    publisher: text,
    publication: text,
    hasFigures: z.boolean(),
    links: z.strictObject({ self: href, figures: href, page: href }),
  })
  .meta({ id: 'ListedMeasure' });

export const measureSchema = z
  .strictObject({
    id: text,
    title: text,
    topic: text,
    source: text,
    code: text,
    publisher: text,
    publication: text,
    link: text.nullable(),
    unit: text,
    decimals: z.int(),
    kind: z.enum(measureKinds),
    polarity: z.enum(measurePolarities),
    breaks: z
      .array(z.strictObject({ on: text, words: text }))
      .describe('Days across which no series is joined'),
    caveats: z.array(text),
    sameAs: text.nullable(),
    licence: text,
    links: z.strictObject({ self: href, figures: href, page: href }),
  })
  .meta({ id: 'Measure' });

export const areaFiguresSchema = z
  .strictObject({
    area: placeSchema,
    isInvented: z.boolean(),
    finding: text,
    figures: z.array(figureSchema).describe('In time'),
    comparedWithEngland: verdictSchema.nullable(),
    trend: verdictSchema.nullable(),
    notes: z.array(text),
    links: z.strictObject({ page: href, picture: href }),
  })
  .meta({ id: 'AreaFigures' });

export const rowSchema = z
  .strictObject({
    measure: z.strictObject({ id: text, title: text, unit: text }),
    period: text.nullable(),
    value: number,
    status: statusSchema,
    lower95: number,
    upper95: number,
    england: number,
    neighboursAverage: number,
    comparedWithEngland: verdictSchema.nullable(),
    trend: verdictSchema.nullable(),
    rank: z
      .strictObject({ rank: z.int(), of: z.int() })
      .nullable()
      .describe('1 is best; says nothing of chance'),
    finding: text,
    notes: z.array(text),
    links: z.strictObject({ figures: href, page: href }),
  })
  .meta({ id: 'ScorecardRow' });

export const scorecardSchema = z
  .strictObject({
    area: placeSchema,
    isInvented: z.boolean(),
    neighbours: z.strictObject({ key: text, name: text, areas: z.array(placeSchema) }).nullable(),
    groups: z.array(z.strictObject({ key: text, title: text, rows: z.array(rowSchema) })),
    licence: text,
    links: z.strictObject({ self: href, page: href }),
  })
  .meta({ id: 'Scorecard' });

const gapSide = z
  .strictObject({ who: text, value: number, status: statusSchema, lower95: number, upper95: number })
  .meta({ id: 'GapSide' });

const worked = z.strictObject({ value: number, lower95: number, upper95: number }).meta({ id: 'WorkedOut' });

export const gapPointSchema = z
  .strictObject({
    period: text,
    group: gapSide,
    others: gapSide,
    difference: worked
      .nullable()
      .describe('The group less the others; null where a side is hidden or missing'),
    ratio: worked.nullable(),
  })
  .meta({ id: 'GapPoint' });

export const placeGapSchema = z
  .strictObject({
    key: text.describe('To be asked for as a group'),
    name: text,
    zones: text.nullable().describe('The set of zones that it is of; null of the countryside and of towns'),
    point: gapPointSchema,
    finding: text,
    links: z.strictObject({ gap: href, page: href }),
  })
  .meta({ id: 'PlaceGap' });

export const gapSchema = z
  .strictObject({
    measure: z.strictObject({ id: text, title: text, unit: text }),
    area: placeSchema,
    isInvented: z.boolean(),
    group: z.strictObject({ key: text, name: text, others: text }).nullable(),
    finding: text,
    closing: z.enum(['narrowed', 'widened', 'unchanged', 'turned-round']).nullable(),
    points: z.array(gapPointSchema),
    otherGroups: z.array(z.strictObject({ key: text, name: text })),
    places: z
      .array(placeGapSchema)
      .describe('Zones beside the rest of the area, and countryside beside towns, at their latest'),
    links: z.strictObject({ self: href, page: href }),
  })
  .meta({ id: 'Gap' });

export const foundGapSchema = z
  .strictObject({
    measure: z.strictObject({ id: text, title: text }),
    group: z.strictObject({ key: text, name: text, others: text }),
    standing: z.enum(standings),
    words: text,
    links: z.strictObject({ gap: href, page: href }),
  })
  .meta({ id: 'FoundGap' });

export const areaSchema = z
  .strictObject({
    code: text,
    name: text,
    kind: text,
    isInvented: z.boolean(),
    links: z.strictObject({ self: href, scorecard: href.nullable(), gaps: href, page: href }),
  })
  .meta({ id: 'Area' });

export const frameworkSchema = z
  .strictObject({
    slug: text,
    name: text,
    isLibrary: z.boolean().describe('True for a published strategy that stands here to be read'),
    links: z.strictObject({ json: href, page: href, scorecards: href }),
  })
  .meta({ id: 'Framework' });

/** A list that is read a page at a time: `next` is the address of the next page, null on the last. */
export function pageOf<Item extends z.ZodType>(item: Item, id: string) {
  return z.strictObject({ items: z.array(item), next: text.nullable() }).meta({ id });
}

export const indexSchema = z
  .strictObject({
    service: text,
    version: z.literal('1'),
    isInvented: z.boolean().describe('True where the whole partnership, and every figure, is made up'),
    licence: z.strictObject({ name: text, link: text }),
    links: z.record(text, href),
  })
  .meta({ id: 'Index' });

const problemSchema = z
  .strictObject({ type: text, title: text, status: z.int(), detail: text })
  .meta({ id: 'Problem', description: 'Why there is no answer, in words for a person (RFC 9457)' });

/** Every part of an answer that has a name of its own in the document. */
export const namedParts: readonly z.ZodType[] = [
  placeSchema,
  statusSchema,
  figureSchema,
  verdictSchema,
  listedMeasureSchema,
  areaFiguresSchema,
  rowSchema,
  gapSide,
  worked,
  gapPointSchema,
  placeGapSchema,
  foundGapSchema,
  areaSchema,
  frameworkSchema,
  problemSchema,
];
