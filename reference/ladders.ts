import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const words = z.string().min(1);
const key = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/);
const items = z.record(z.string(), z.string());

const counting = z.strictObject({
  measure: z.string().regex(/^(?:lait|fingertips|ees|local|other):.+$/),
  /** whether its publisher protected it, or it is a count of ours that nobody protected yet */
  from: z.enum(['published', 'own']),
  /** people of all ages stand in it, not children alone */
  allAges: z.boolean().default(false),
});

const step = z.strictObject({
  key,
  name: words,
  to: words,
  those: words,
  before: z.enum(['none', 'share', 'rate']),
  measures: z.array(counting).min(1),
  published: words,
});

const ladder = z.strictObject({
  key,
  title: words,
  about: words,
  source: words,
  population: z.strictObject({ name: words, measures: z.array(counting).min(1) }),
  steps: z.array(step).min(2),
});

const naming = z.strictObject({ always: items, column: words, items });
const file = z.strictObject({ ladders: z.array(ladder), names: z.array(naming) });

/** A measure that counts children at a step, and whose it is. */
export type StepMeasure = z.infer<typeof counting>;
/**
 * One decision. `to` completes "as likely to", `those` completes "of". `before`: children counted here are among those of the
 * step before (`share`), or are counted apart from them (`rate`); the first step has none.
 */
export type LadderStep = z.infer<typeof step>;
/** Steps in the order in which they are decided. */
export type Ladder = z.infer<typeof ladder>;
/** How a table names groups: what a row has beside, the column, and which group each item is. */
export type GroupNaming = z.infer<typeof naming>;

export type Ladders = { readonly ladders: readonly Ladder[]; readonly names: readonly GroupNaming[] };

/**
 * Reads ladders in the shape of `ladders.yaml`.
 * @throws an Error on a row of the wrong shape, a key that stands twice, or a first step that has one before it
 */
export function readLadders(text: string): Ladders {
  const read = file.parse(parse(text, { maxAliasCount: 20 }));
  onlyOnce(read.ladders.map((each) => each.key));
  for (const each of read.ladders) {
    onlyOnce(each.steps.map((one) => one.key));
    const wrong = each.steps.find(({ before }, at) => (before === 'none') !== (at === 0));
    if (wrong)
      throw new Error(`ladders: ${each.key}: only the first step has none before it, not ${wrong.key}`);
  }
  return read;
}

function onlyOnce(keys: readonly string[]): void {
  const twice = keys.find((one, at) => keys.indexOf(one) !== at);
  if (twice !== undefined) throw new Error(`ladders: ${twice} stands twice`);
}

let own: Ladders | undefined;

/** The ladders that the project knows, read once from `ladders.yaml` beside this file. */
export function knownLadders(): Ladders {
  own ??= readLadders(readFileSync(new URL('ladders.yaml', import.meta.url), 'utf8'));
  return own;
}
