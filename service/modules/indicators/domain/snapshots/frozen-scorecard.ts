import { z } from 'zod';
import { dayFrom, type Day } from '#platform/kernel/day.ts';
import { measurePolarities } from '../measure-facts.ts';
import { sayable } from '../report/overruling.ts';
import type { ValueStatus } from '../value.ts';

/** The version of the document's shape; a later shape reads the earlier ones. */
export const frozenSchema = 1;

const day = z.custom<Day>((value) => typeof value === 'string' && dayFrom(value) !== undefined);

const statuses = [
  'suppressed',
  'not-applicable',
  'missing',
  'low',
  'unreliable',
  'not-compared',
] as const satisfies readonly ValueStatus[];

/** A number, or what stood in place of one; and how it was written. */
const amount = { amount: z.number().nullable(), status: z.enum(statuses).nullable(), said: z.string() };

const figure = z.object({ ...amount, period: z.string(), end: day, provisional: z.boolean() });

/** One period of the history, as it was drawn. */
const point = z.object({
  period: z.string(),
  order: z.number(),
  end: z.string().nullable(),
  amount: z.number().nullable(),
  status: z.enum(statuses).nullable(),
  joinsPrevious: z.boolean(),
});

/** A verdict as it was worked out, in a word that a program knows and in the words that people read. */
const judged = z.object({ verdict: z.enum(sayable), words: z.string(), said: z.array(z.string()) });

const row = z.object({
  measure: z.string(),
  source: z.string(),
  code: z.string(),
  title: z.string(),
  unit: z.object({
    name: z.string(),
    symbol: z.enum(['%', '£']).nullable(),
    decimals: z.number(),
    multiplier: z.number().nullable(),
  }),
  polarity: z.enum(measurePolarities),
  publisher: z.string(),
  publication: z.string(),
  latest: figure.nullable(),
  limits95: z.object({ lower: z.number(), upper: z.number(), method: z.string() }).nullable(),
  england: z.object({ said: z.string(), amount: z.number(), period: z.string() }).nullable(),
  neighbours: z.object({ said: z.string(), words: z.string() }).nullable(),
  comparison: judged.nullable(),
  trend: judged.nullable(),
  rank: z.string().nullable(),
  finding: z.string(),
  notes: z.array(z.string()),
  broughtInOn: day.nullable(),
  points: z.array(point),
});

/** A scorecard as it stood, whole and in plain values: what is read from it needs no figure that is still there. */
export const frozenScorecard = z.object({
  schema: z.literal(frozenSchema),
  /** the language of the words in it */
  language: z.literal('en'),
  /** the version of the figures that it was made from */
  figures: z.string(),
  /** set where it was worked out afterwards: only periods that had ended by this day stand in it */
  figuresUntil: day.nullable(),
  takenOn: day,
  area: z.object({ code: z.string(), name: z.string(), isInvented: z.boolean() }),
  strategy: z.object({ slug: z.string(), name: z.string() }).nullable(),
  owner: z.object({ key: z.string(), name: z.string() }).nullable(),
  neighbours: z.string().nullable(),
  summary: z.string(),
  chance: z.string().nullable(),
  groups: z.array(z.object({ key: z.string(), title: z.string(), rows: z.array(row) })),
});

export type FrozenScorecard = z.infer<typeof frozenScorecard>;
export type FrozenRow = z.infer<typeof row>;
export type FrozenFigure = z.infer<typeof figure>;
export type FrozenPoint = z.infer<typeof point>;
export type FrozenJudgement = z.infer<typeof judged>;
