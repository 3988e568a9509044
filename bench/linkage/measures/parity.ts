import { z } from 'zod';
import type { Figures } from '../../bench.ts';
import { ourProgram } from '../run-alone.ts';
import type { SplinkDone } from './splink-done.ts';

const told = z.object({
  both: z.number(),
  onlyOurs: z.number(),
  onlyTheirs: z.number(),
  furthest: z.number(),
});

/** The model that Splink trained, read by ours: the same pairs, and how far any weight is from Splink's. */
export async function measureParity(file: string, { trained, pairs }: SplinkDone): Promise<Figures> {
  const { both, onlyOurs, onlyTheirs, furthest } = told.parse(
    await ourProgram(new URL('../ours/parity.ts', import.meta.url), file, trained, pairs),
  );
  return {
    'same model: pairs that both kept': both,
    'same model: pairs that one side alone kept': onlyOurs + onlyTheirs,
    'same model: the furthest weight from Splink': furthest.toExponential(1),
  };
}
