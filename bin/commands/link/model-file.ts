import { z } from 'zod';
import {
  checkModel,
  isTrained,
  readSplinkModel,
  type FamilyModel,
  type Learnt,
  type LinkageModel,
} from '#packages/record-linkage';
import { Refused } from '../../command-line/command.ts';
import { readGivenFile } from '../../command-line/read-given-file.ts';
import { valueOf } from './link-refused.ts';

const format = 'goldenthread-linkage-1';

const expression = z.union([
  z.strictObject({ column: z.string() }),
  z.strictObject({ column: z.string(), cleanedBy: z.string() }),
  z.strictObject({ sql: z.string() }),
]);
const two = { left: expression, right: expression };
const condition: z.ZodType = z.lazy(() =>
  z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('else') }),
    z.strictObject({ is: z.literal('missing'), of: expression }),
    z.strictObject({ is: z.literal('equal'), ...two }),
    z.strictObject({
      is: z.literal('similar'),
      by: z.enum(['jaro', 'jaro-winkler', 'jaccard']),
      ...two,
      atLeast: z.number(),
    }),
    z.strictObject({
      is: z.literal('edits'),
      by: z.enum(['levenshtein', 'damerau-levenshtein']),
      ...two,
      atMost: z.number(),
    }),
    z.strictObject({ is: z.literal('days-apart'), ...two, atMost: z.number() }),
    z.strictObject({ is: z.literal('numbers-apart'), ...two, atMost: z.number() }),
    z.strictObject({ is: z.literal('shared'), ...two, atLeast: z.number() }),
    z.strictObject({ is: z.literal('agree'), by: z.string(), ...two }),
    z.strictObject({
      is: z.literal('value'),
      side: z.enum(['left', 'right', 'both']),
      of: expression,
      text: z.string(),
    }),
    z.strictObject({ is: z.literal('all'), of: z.array(condition) }),
    z.strictObject({ is: z.literal('any'), of: z.array(condition) }),
    z.strictObject({ is: z.literal('not'), of: condition }),
    z.strictObject({ is: z.literal('pair-sql'), sql: z.string() }),
  ]),
);

const level = z.strictObject({
  label: z.string(),
  when: condition,
  m: z.number().exactOptional(),
  u: z.number().exactOptional(),
  fixed: z.array(z.enum(['m', 'u'])).exactOptional(),
  termFrequency: z
    .strictObject({
      column: expression,
      weight: z.number(),
      minimum: z.number(),
      against: z.enum(['equal-level', 'own-level']).exactOptional(),
    })
    .exactOptional(),
});

const modelShape = z.strictObject({
  linkType: z.enum(['dedupe', 'link', 'link-and-dedupe']),
  idColumn: z.string(),
  sourceColumn: z.string().exactOptional(),
  prior: z.number(),
  counts: z.enum(['letters', 'bytes']).exactOptional(),
  comparisons: z.array(z.strictObject({ name: z.string(), nullWhen: condition, levels: z.array(level) })),
  blockingRules: z.array(
    z.strictObject({
      name: z.string(),
      keys: z.array(z.strictObject({ ...two, each: z.boolean().exactOptional() })),
      also: condition.exactOptional(),
    }),
  ),
});

const familiesShape = z.strictObject({
  prior: z.number(),
  rates: z.array(
    z.array(
      z
        .number()
        .nullable()
        .transform((rate) => rate ?? undefined),
    ),
  ),
  shared: z.array(z.number().int()),
  sharedByTwins: z.array(z.number().int()),
});

const fileShape = z.looseObject({
  format: z.literal(format),
  model: z.unknown(),
  families: familiesShape.nullable(),
  words: z.array(z.string()),
  warnings: z.array(z.string()),
});

/** A model file: what was learnt, in JSON that a person can read. */
export function modelText({ model, families, words, warnings }: Learnt): string {
  const rates = families && {
    ...families,
    rates: families.rates.map((of) => of.map((rate) => rate ?? null)),
  };
  return `${JSON.stringify({ format, model, families: rates ?? null, words, warnings }, null, 2)}\n`;
}

/** What a model file holds; families where it is one of ours that learnt them. */
export type GivenModel = {
  readonly model: LinkageModel;
  readonly families: FamilyModel | undefined;
  readonly isTrained: boolean;
  readonly words: readonly string[];
  readonly warnings: readonly string[];
};

/** Reads a model: a file of ours, a model by itself, or one that Splink saved. @throws Refused in words */
export async function readModel(path: string): Promise<GivenModel> {
  const json = parsed(new TextDecoder().decode(await readGivenFile(path)), path);
  const ours = fileShape.safeParse(json);
  const held = ours.success ? ours.data.model : json;
  const model = isModel(held) ? held : valueOf(readSplinkModel(held));
  return {
    model: valueOf(checkModel(model)),
    families: ours.data?.families ?? undefined,
    isTrained: isTrained(model),
    words: ours.data?.words ?? [],
    warnings: ours.data?.warnings ?? [],
  };
}

function isModel(held: unknown): held is LinkageModel {
  return modelShape.safeParse(held).success;
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(
      'not-json',
      `${path} is no JSON. Give a model that \`link train\` wrote, or one that Splink saved.`,
    );
  }
}
