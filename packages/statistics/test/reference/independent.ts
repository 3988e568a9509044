import { readFileSync } from 'node:fs';
import { z } from 'zod';

const pair = z.tuple([z.number(), z.number()]);
const interval = z.object({ count: z.number(), base: z.number(), limits95: pair, limits998: pair });

const shape = z.object({
  made: z.object({ scipy: z.string(), numpy: z.string() }),
  proportions: z.array(interval),
  rates: z.array(interval),
  comparisons: z.array(
    z.object({
      limits95: pair,
      limits998: pair,
      benchmark: z.number(),
      benchmarkLimits95: pair,
      single: z.int(),
      twoLevel: z.int(),
      double: z.int(),
    }),
  ),
  positions: z.array(
    z.object({
      values: z.array(z.number()),
      lowIsGood: z.array(z.int()),
      highIsGood: z.array(z.int()),
      quantiles: z.record(z.string(), z.number()),
      bands: z.array(z.int()).nullable(),
    }),
  ),
});

/** Values made by `fixtures/make.py` with SciPy, NumPy and exact fractions. */
export const independent = shape.parse(
  JSON.parse(readFileSync(new URL('../fixtures/independent.json', import.meta.url), 'utf8')),
);
