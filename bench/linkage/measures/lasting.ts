import { z } from 'zod';
import type { Figures } from '../../bench.ts';
import { ourProgram, say } from '../run-alone.ts';
import { amount } from './speed.ts';

const told = z.object({
  records: z.number(),
  lookUp: z.object({ median: z.number(), slow: z.number() }),
  added: z.number(),
  addSeconds: z.number(),
  peakMb: z.number(),
});

/** A store of people that lasts: one record looked up, and many added; Splink has neither. */
export async function measureLasting(file: string): Promise<Figures> {
  say('A store of people: records are looked up and added.');
  const { records, lookUp, added, addSeconds, peakMb } = told.parse(
    await ourProgram(new URL('../ours/lasting.ts', import.meta.url), file),
  );
  return {
    'records in the store': records,
    'one new record against a store, median ms': rounded(lookUp.median),
    'one new record against a store, slowest in a hundred, ms': rounded(lookUp.slow),
    [`${amount(added)} added, people settled, s`]: rounded(addSeconds),
    'a whole job and its store, memory at most, MB': Math.round(peakMb),
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
