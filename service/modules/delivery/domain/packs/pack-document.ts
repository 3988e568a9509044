import { z } from 'zod';
import { dayFrom, type Day } from '#platform/kernel/day.ts';

const day = z.custom<Day>((value) => typeof value === 'string' && dayFrom(value) !== undefined);
const text = z.string();

/** Somebody by name and by the name of their organisation; either may be ''. */
const whoShape = z.object({ name: text, organisation: text });

const actionShape = z.object({
  number: z.number().int(),
  title: text,
  owner: whoShape,
  due: day.optional(),
  /** as a sentence ends with it: "under way" */
  state: text,
  isLate: z.boolean(),
  isOver: z.boolean(),
  reason: text,
  doneOn: day.optional(),
  /** the titles of what cannot go on before it */
  holdsUp: z.array(text),
});

const decisionShape = z.object({
  number: z.number().int(),
  title: text,
  words: text,
  dissent: text,
  owner: whoShape,
  due: day.optional(),
  cameOfIt: text,
  cameOn: day.optional(),
  /** why it is not public; '' where it is */
  ground: text,
  actions: z.array(actionShape),
});

const itemShape = z.object({
  place: z.number().int(),
  title: text,
  words: text,
  asks: z.enum(['to-decide', 'to-talk', 'to-know']),
  minutes: z.number().int(),
  leadName: text,
  ground: text,
});

const numberShape = z.object({
  title: text,
  link: text,
  sentences: z.array(text),
  finding: text,
  place: text,
  source: text,
  unit: z.object({ name: text, symbol: text.optional(), decimals: z.number().int() }),
  points: z.array(
    z.object({
      period: text,
      order: z.number(),
      end: text.optional(),
      value: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('number'), number: z.number() }),
        z.object({
          kind: z.literal('status'),
          status: z.enum(['suppressed', 'missing', 'not-applicable', 'low', 'unreliable']),
        }),
      ]),
      lower: z.number().optional(),
      upper: z.number().optional(),
      joinsPrevious: z.boolean(),
      breakReason: text.optional(),
    }),
  ),
});

/** What somebody found, or what people said: a title, a sentence or two, and whose it is. */
const besideShape = z.object({ title: text, words: text, quote: text, whose: text, on: day });

const elementShape = z.object({
  slug: text,
  key: text,
  label: text,
  /** what the strategy says of it */
  words: text,
  /** why it is a priority of this year; '' where it is none */
  why: text,
  number: numberShape.optional(),
  /** titles of other measures that speak of it */
  otherNumbers: z.array(text),
  findings: z.array(besideShape),
  voices: z.array(besideShape),
});

const findingDueShape = z.object({
  number: z.number().int(),
  title: text,
  foundBy: text,
  owner: whoShape,
  due: day.optional(),
  state: text,
});

/** What one of the two kinds of reader has before them. */
export const versionShape = z.object({
  body: z.object({ key: text, name: text }),
  meeting: z.object({
    key: text,
    title: text,
    theme: text,
    on: day,
    at: text,
    minutes: z.number().int(),
    place: text,
  }),
  lastTime: z
    .object({ title: text, on: day, decisions: z.array(decisionShape), notPublic: z.array(text) })
    .optional(),
  agenda: z.array(itemShape),
  elements: z.array(elementShape),
  eyes: z.object({
    chance: text,
    measures: z.array(z.object({ title: text, link: text, finding: text, reasons: z.array(text) })),
  }),
  late: z.array(actionShape),
  findingsDue: z.array(findingDueShape),
  papers: z.array(z.object({ id: text, title: text, ground: text })),
});

/** A pack as it is kept: for those who read a board's papers, and for everybody. */
export const packShape = z.object({
  format: z.literal('goldenthread-pack/1'),
  madeOn: day,
  isInvented: z.boolean(),
  members: versionShape,
  public: versionShape,
});

export type PackDocument = z.infer<typeof packShape>;
/** What one of the two kinds of reader has before them. */
export type PackVersion = z.infer<typeof versionShape>;
export type PackAction = z.infer<typeof actionShape>;
export type PackDecision = z.infer<typeof decisionShape>;
export type PackElement = z.infer<typeof elementShape>;
export type PackNumber = z.infer<typeof numberShape>;
export type PackBeside = z.infer<typeof besideShape>;
export type PackWho = z.infer<typeof whoShape>;
export type Readers = 'members' | 'public';
