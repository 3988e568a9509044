import { dayFrom } from '#platform/kernel/day.ts';
import { z } from 'zod';

/**
 * A framework as a document: the shape of a partnership's strategy as data, whatever its words and tiers.
 * This is the exchange format (YAML or JSON). The published JSON Schema, frameworks/framework.schema.json, is made from it.
 */

/** What a tier is for. It decides what the loose-end checker expects of the tier's elements. */
export const tierRoles = [
  'vision',
  'outcome',
  'priority',
  'action',
  'indicator',
  'principle',
  'practice',
  'programme',
  'foundation',
  'heading',
  /** what young people themselves ask for, in a plan of their own; adults' priorities and actions answer it */
  'ask',
] as const;

export const frameworkStatuses = ['draft', 'adopted', 'closed'] as const;

/** How a measure answers an element. */
export const measureRoles = [
  'headline',
  'supporting',
  'gap-target',
  'gap-reference',
  'published-gap',
  'proxy',
  'context',
] as const;

export const passageKinds = [
  'foreword',
  'going-well',
  'to-improve',
  'evidence',
  'need',
  'caution',
  'sister-strategy',
  'note',
] as const;

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, figures and single hyphens only, such as "best-start"')
  .max(60);
/** A control character other than a tab or a line break, or the mark that a lost character leaves. */
const unreadable = /[^\t\n\P{Cc}]|\uFFFD/u;

/** Whether every character is one that a person can have meant. */
export function isReadable(text: string): boolean {
  return text.isWellFormed() && !unreadable.test(text);
}

const words = (most: number) =>
  z
    .string()
    .overwrite((text) => text.replace(/\r\n?/g, '\n'))
    .trim()
    .min(1, 'this cannot be empty')
    .max(most)
    .refine(isReadable, 'this holds a character that cannot be shown');
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, such as 2026-09-01')
  .refine((text) => dayFrom(text) !== undefined, 'a day that exists, such as 2026-09-01');
/** Where in the source it stands: a line, or the first and last of several. */
const line = z.union([z.int().positive(), z.string().regex(/^\d+-\d+$/)]);
/** Whether the words are the publisher's own, or ours. */
const wording = z.enum(['published', 'ours']);

const tier = z.strictObject({
  key,
  name: words(80),
  plural: words(80),
  role: z.enum(tierRoles),
  note: words(600).optional(),
  line: line.optional(),
});

const element = z.strictObject({
  key,
  tier: key,
  label: words(200),
  labelWording: wording.default('published'),
  statement: words(4000).optional(),
  statementWording: wording.default('ours'),
  line: line.optional(),
  /** the elements it serves, one step up the thread */
  serves: z.array(key).default([]),
  /** a cross-cutting element: it serves every element of these tiers */
  servesTiers: z.array(key).default([]),
  owners: z.array(key).default([]),
  organisations: z.array(key).default([]),
  /** whom a success statement speaks of, as in "parents and carers" */
  audience: words(80).optional(),
  direction: z.enum(['increase', 'decrease', 'improve', 'close-gap']).optional(),
  /** the earliest day on which it should be done or looked at again */
  due: day.optional(),
});

const owner = z.strictObject({
  key,
  name: words(160),
  kind: z.enum(['board', 'subgroup', 'role', 'organisation']),
  partOf: key.optional(),
  line: line.optional(),
});

const organisation = z.strictObject({
  key,
  name: words(160),
  kind: words(60).optional(),
  line: line.optional(),
});

const passage = z.strictObject({
  key,
  kind: z.enum(passageKinds),
  title: words(200),
  text: words(8000),
  wording: wording.default('ours'),
  line: line.optional(),
  /** a source that can be followed */
  link: z.url({ protocol: /^https?$/, error: 'an address that begins with https://' }).optional(),
  about: z.array(key).default([]),
});

/** An element answered by a published or local measure, named as its source names it. */
const measureTie = z.strictObject({
  element: key,
  source: z.enum(['lait', 'fingertips', 'ees', 'other', 'local']),
  code: words(200),
  role: z.enum(measureRoles),
  note: words(400).optional(),
});

/** An element that nothing published answers, said plainly, with what would. */
const unansweredElement = z.strictObject({ element: key, why: words(400), wouldAnswer: words(400) });

export const frameworkDocument = z.strictObject({
  format: z.literal('goldenthread-framework/1'),
  slug: key,
  name: words(200),
  partnership: words(200),
  /** codes of the areas that it covers, from reference/areas */
  areas: z.array(words(12)).default([]),
  footprint: words(600).optional(),
  status: z.enum(frameworkStatuses),
  period: z.strictObject({ start: day.optional(), end: day.optional(), words: words(80).optional() }),
  /** what the text itself says of its length; the checker compares them */
  periodStatements: z
    .array(z.strictObject({ words: words(120), years: z.int().positive(), line: line.optional() }))
    .default([]),
  source: z
    .strictObject({
      title: words(200),
      file: words(200).optional(),
      note: words(1000).optional(),
      publishedOn: day.optional(),
    })
    .optional(),
  /** at most eight elements that make the way in (the first page of outcomes) */
  wayIn: z.array(key).max(8).default([]),
  targetsShown: z.boolean().default(false),
  owners: z.array(owner).default([]),
  organisations: z.array(organisation).default([]),
  tiers: z.array(tier).min(1, 'a framework needs at least one tier').max(40),
  elements: z.array(element).max(2000).default([]),
  passages: z.array(passage).max(500).default([]),
  measures: z.array(measureTie).max(2000).default([]),
  unanswered: z.array(unansweredElement).default([]),
});

export type FrameworkDocument = z.infer<typeof frameworkDocument>;
export type TierDocument = FrameworkDocument['tiers'][number];
export type ElementDocument = FrameworkDocument['elements'][number];
export type PassageDocument = FrameworkDocument['passages'][number];
export type MeasureTieDocument = FrameworkDocument['measures'][number];
export type TierRole = (typeof tierRoles)[number];

/** A crosswalk: which elements of two frameworks speak of the same thing. */
export const crosswalkDocument = z.strictObject({
  format: z.literal('goldenthread-crosswalk/1'),
  slug: key,
  title: words(200),
  left: key,
  right: key,
  note: words(1000).optional(),
  pairs: z.array(
    z.strictObject({
      left: key,
      right: key,
      relation: z.enum(['same', 'broader', 'narrower', 'related']),
      note: words(400).optional(),
    }),
  ),
});

export type CrosswalkDocument = z.infer<typeof crosswalkDocument>;
