import { z } from 'zod';
import type { Figures } from '../../bench.ts';
import { ourProgram, say } from '../run-alone.ts';

const told = z.object({
  sets: z.array(z.object({ name: z.string(), records: z.number(), people: z.number(), pairs: z.number() })),
});

/** Reference data with known truth, ours with nothing set. */
export async function measureReferenceSets(folder: string | undefined): Promise<Figures> {
  if (folder === undefined)
    return {
      'febrl3, febrl4, fake_1000': 'not here: GOLDENTHREAD_DATA names the folder that holds linkage/',
    };
  say('Reference data with known truth.');
  const { sets } = told.parse(
    await ourProgram(new URL('../ours/reference-sets.ts', import.meta.url), folder),
  );
  return Object.fromEntries(
    sets.flatMap(({ name, people, pairs }) => [
      [`${name}: F1 of people, ours`, people.toFixed(4)],
      [`${name}: F1 of pairs, ours`, pairs.toFixed(4)],
    ]),
  );
}
