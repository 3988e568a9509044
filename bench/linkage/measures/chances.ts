import { z } from 'zod';
import type { Figures } from '../../bench.ts';
import { ourProgram, say } from '../run-alone.ts';

const level = z.object({
  comparison: z.string(),
  label: z.string(),
  pairs: z.number(),
  share: z.number(),
  u: z.number(),
  ourShare: z.number(),
  standardError: z.number(),
  how: z.enum(['all-pairs', 'random-pairs']),
  ours: z.number(),
  theirs: z.number().optional(),
});
type Level = z.infer<typeof level>;
const told = z.object({ levels: z.array(level) });

/** A level is rare below this chance; and one that fewer pairs give is no matter of u but of who is in the file. */
const rareBelow = 0.01;
const fewestPairs = 1000;

/** How far u is from what every pair says, level by level where levels are rare. */
export async function measureChances(file: string, trained: string | undefined): Promise<Figures> {
  say('Every pair of a smaller file is asked, to know what u should be.');
  const { levels } = told.parse(
    await ourProgram(
      new URL('../ours/chances.ts', import.meta.url),
      file,
      ...(trained === undefined ? [] : [trained]),
    ),
  );
  const rare = levels.filter(({ u, pairs }) => u < rareBelow && pairs >= fewestPairs);
  const figures: Record<string, string | number> = {
    'u: rare levels looked at': rare.length,
    'u: furthest from u among different people, ours, %': furthest(rare, ({ ours }) => ours),
    ...(trained === undefined
      ? {}
      : { 'u: furthest from u among different people, Splink, %': furthest(rare, ({ theirs }) => theirs) }),
  };
  for (const each of rare)
    figures[`u: ${each.comparison}, ${each.label}`] =
      `${each.u.toExponential(3)}; ours ${off(each.ours, each.u)} (${howKnown(each)})` +
      (each.theirs === undefined ? '' : `, Splink ${off(each.theirs, each.u)}`);
  return figures;
}

function howKnown({ how, standardError, share }: Level): string {
  return how === 'all-pairs' ? 'counted' : `standard error ${((100 * standardError) / share).toFixed(2)} %`;
}

function off(value: number, truth: number): string {
  const percent = 100 * (value / truth - 1);
  return `${percent > 0 ? '+' : ''}${percent.toFixed(2)} %`;
}

function furthest(levels: readonly Level[], read: (level: Level) => number | undefined): number {
  const errors = levels.map((each) => Math.abs((read(each) ?? Number.NaN) / each.u - 1));
  return Number((100 * Math.max(...errors)).toPrecision(3));
}
