import { z } from 'zod';

/** How a measure answers an element, in the words of a strategy's file. */
export const tieRoles = [
  ...([
    'headline',
    'supporting',
    'gap-target',
    'gap-reference',
    'published-gap',
    'proxy',
    'context',
  ] as const),
] as const;

export type TieRole = (typeof tieRoles)[number];

/** What becomes of one line of a map of measures. */
export const lineStates = ['to-tie', 'stands', 'no-strategy', 'no-outcome', 'no-measure', 'no-role'] as const;

export type LineState = (typeof lineStates)[number];

const measure = z.object({ source: z.enum(['lait', 'fingertips']), code: z.string() });

const found = z.object({
  key: z.string(),
  label: z.string(),
  by: z.enum(['words', 'number']),
});

const line = z.object({
  line: z.int(),
  outcomeNumber: z.int(),
  outcome: z.string(),
  measure,
  /** the catalogue's name of the measure, or its code where it is not there */
  title: z.string(),
  role: z.enum(tieRoles).optional(),
  note: z.string().optional(),
  element: found.optional(),
  state: z.enum(lineStates),
  /** why it is not tied, or what to know of it; empty where there is nothing to say */
  why: z.string(),
});

const unanswered = z.object({
  line: z.int(),
  outcomeNumber: z.int(),
  outcome: z.string(),
  element: found.optional(),
});

const plan = z.object({
  plan: z.string(),
  strategy: z.object({ slug: z.string(), name: z.string(), by: z.enum(['name', 'choice']) }).optional(),
  /** why its lines are tied to no strategy; empty where they are */
  why: z.string(),
  lines: z.array(line),
  unanswered: z.array(unanswered),
});

const proposed = z.object({
  plan: z.string(),
  outcomeNumber: z.int(),
  outcome: z.string(),
  role: z.string(),
  measure,
  note: z.string().optional(),
  line: z.int(),
});

/**
 * What is kept of a map of measures: which measure it proposes for which outcome, never its values. `settled` is what
 * became of it with a yes.
 */
export const keptMap = z.object({
  ties: z.array(proposed),
  unanswered: z.array(proposed.pick({ plan: true, outcomeNumber: true, outcome: true, line: true })),
  /** the slug of the strategy that a person chose, by the plan's name in the map */
  choices: z.record(z.string(), z.string()),
  settled: z.array(plan).optional(),
});

export type KeptMap = z.infer<typeof keptMap>;
export type MatchedPlan = z.infer<typeof plan>;
export type MatchedLine = z.infer<typeof line>;
export type FoundElement = z.infer<typeof found>;
