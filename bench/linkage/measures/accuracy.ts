import { z } from 'zod';
import type { Figures } from '../../bench.ts';
import { ourProgram, say } from '../run-alone.ts';
import { amount } from './speed.ts';

const right = z.object({ bestF1: z.number(), bestFrom: z.number(), falseAtRecall: z.number().optional() });
const clusters = z.object({
  f1: z.number(),
  wrong: z.object({ twins: z.number(), siblings: z.number(), others: z.number() }),
});
const told = z.object({
  records: z.number(),
  real: z.number(),
  reached: z.number(),
  families: z.boolean(),
  atDefault: z.number(),
  twoClasses: right,
  threeClasses: right,
  people: clusters,
  peopleByTwoClasses: clusters,
  asked: z.number(),
  splink: z.object({ pairs: right, reached: z.number(), clusters, best: z.number() }).optional(),
});

/** What is held against the truth: a file of invented children, and the pairs that Splink found in it. */
export type Judging = {
  readonly file: string;
  readonly records: number;
  readonly name: 'families' | 'only children';
  readonly splinkPairs: string | undefined;
};

/** How right each side is about invented children, ours with nothing set. */
export async function measureAccuracy({ file, records, name, splinkPairs }: Judging): Promise<Figures> {
  say(`How right both are about ${name}: ${amount(records)} records.`);
  const found = told.parse(
    await ourProgram(
      new URL('../ours/accuracy.ts', import.meta.url),
      file,
      ...(splinkPairs === undefined ? [] : [splinkPairs]),
    ),
  );
  const figures: Record<string, string | number> = {
    'records, and pairs of one child': `${amount(found.records)}, ${amount(found.real)}`,
    'of those pairs, looked at by ours': share(found.reached),
    'families were learnt': found.families ? 'yes' : 'no',
    'F1 of pairs, ours, as it comes': share(found.atDefault),
    'F1 of pairs, ours, at its best cut-off': share(found.threeClasses.bestF1),
    'F1 of pairs, ours with two classes, at its best cut-off': share(found.twoClasses.bestF1),
    'F1 of people, ours, as it comes': share(found.people.f1),
    'F1 of people, ours with two classes': share(found.peopleByTwoClasses.f1),
    'false pairs at recall .91, ours': count(found.threeClasses.falseAtRecall),
    'false pairs at recall .91, ours with two classes': count(found.twoClasses.falseAtRecall),
    ...togetherIn(found.people.wrong, 'ours'),
    ...togetherIn(found.peopleByTwoClasses.wrong, 'ours with two classes'),
    'pairs that a person is asked about, ours': found.asked,
    ...(found.splink ? splinkFigures(found.splink) : {}),
  };
  return Object.fromEntries(Object.entries(figures).map(([what, value]) => [`${name}: ${what}`, value]));
}

function splinkFigures(splink: NonNullable<z.infer<typeof told>['splink']>): Figures {
  return {
    'of those pairs, kept by Splink': share(splink.reached),
    'F1 of pairs, Splink, at its best cut-off': share(splink.pairs.bestF1),
    'F1 of people, Splink, at probability .95': share(splink.clusters.f1),
    'F1 of people, Splink, at the best of six cut-offs': share(splink.best),
    'false pairs at recall .91, Splink': count(splink.pairs.falseAtRecall),
    ...togetherIn(splink.clusters.wrong, 'Splink at .95'),
  };
}

function togetherIn(wrong: z.infer<typeof clusters>['wrong'], whose: string): Figures {
  return Object.fromEntries(
    Object.entries(wrong).map(([what, pairs]) => [`${what} joined without a person, ${whose}`, pairs]),
  );
}

function count(found: number | undefined): string | number {
  return found ?? 'that recall is not reached';
}

function share(value: number): string {
  return value.toFixed(4);
}
