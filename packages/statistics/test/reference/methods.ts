import { readFileSync } from 'node:fs';
import { z } from 'zod';

const pair = z.tuple([z.number(), z.number()]);
const both = { limits95: pair, limits998: pair };

const ends = z.object({ start: z.number(), end: z.number() });

const shape = z.object({
  made: z.object({ scipy: z.string(), numpy: z.string() }),
  means: z.array(z.object({ values: z.array(z.number()), mean: z.number(), deviation: z.number(), ...both })),
  direct: z.array(
    z.object({
      bands: z.array(z.object({ base: z.number(), standard: z.number(), people: z.array(z.number()) })),
      count: z.number(),
      rate: z.number(),
      ...both,
    }),
  ),
  indirect: z.array(
    z.object({
      observed: z.number(),
      bands: z.array(z.object({ base: z.number(), referenceCount: z.number(), referenceBase: z.number() })),
      expected: z.number(),
      ratio: z.number(),
      reference: z.number(),
      ...both,
    }),
  ),
  quantiles: z.array(
    z.object({
      values: z.array(z.number().nullable()),
      quantiles: z.int(),
      highest: z.array(z.int().nullable()),
      lowest: z.array(z.int().nullable()),
    }),
  ),
  inequality: z.array(
    z.object({
      kind: z.enum(['value', 'rate', 'proportion']),
      populations: z.array(z.number()),
      values: z.array(z.number()),
      errors: z.array(z.number()),
      plain: ends,
      transformed: ends,
      slope: z.object(both),
      ratio: z.object(both),
    }),
  ),
  differences: z.array(
    z.object({
      counts: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      proportions: z.object(both),
      ratio: z.object(both),
      rates: z.object(both),
      rateRatio: z.object(both),
    }),
  ),
  forecasts: z.array(
    z.object({
      times: z.array(z.number()),
      values: z.array(z.number()),
      errors: z.array(z.number()).nullable(),
      ahead: z.number(),
      slope: z.number(),
      expected: z.number(),
      ...both,
    }),
  ),
});

/** Values made by `fixtures/make-methods.py` with NumPy, SciPy and exact fractions. */
export const methods = shape.parse(
  JSON.parse(readFileSync(new URL('../fixtures/methods.json', import.meta.url), 'utf8')),
);
