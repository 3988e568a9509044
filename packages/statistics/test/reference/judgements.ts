import { readFileSync } from 'node:fs';
import { z } from 'zod';

const pair = z.tuple([z.number(), z.number()]);
const both = z.object({ '0.95': pair, '0.998': pair });
const level = z.union([z.literal(0.95), z.literal(0.998)]);
const direction = z.union([z.literal(-1), z.literal(0), z.literal(1)]);
const classes = z.object({ bounds: z.array(z.number()), classes: z.array(z.int()) });
const judgedTrend = { chiSquared: z.number(), slope: z.number(), direction };

const shape = z.object({
  made: z.object({ scipy: z.string(), numpy: z.string() }),
  controls: z.array(
    z.object({
      statistic: z.union([z.literal('proportion'), z.literal('standardised-rate')]),
      multiplier: z.number(),
      benchmark: z.number(),
      base: z.number(),
      level,
      value: z.number(),
      limits: pair,
      side: direction,
    }),
  ),
  spreads: z.array(
    z.object({
      values: z.array(z.number()),
      categories: z.object({ '4': classes.nullable(), '5': classes.nullable() }),
      spine: z.array(z.number()),
    }),
  ),
  targets: z.array(
    z.object({
      kind: z.union([z.literal('single-value'), z.literal('range'), z.literal('single-value-by-limits')]),
      lower: z.number(),
      upper: z.number(),
      highIsGood: z.boolean(),
      value: z.number().optional(),
      limits: pair.optional(),
      expected: z.string(),
    }),
  ),
  trendsByLimits: z.array(z.object({ values: z.array(z.number()), limits: z.array(pair), ...judgedTrend })),
  trendsByCounts: z.array(
    z.object({ counts: z.array(z.number()), bases: z.array(z.number()), ...judgedTrend }),
  ),
  funnelLimits: z.array(
    z.union([
      z.object({
        statistic: z.literal('proportion'),
        baseline: z.number(),
        size: z.number(),
        limits: both,
      }),
      z.object({ statistic: z.literal('count'), events: z.number(), limits: both }),
    ]),
  ),
  dispersion: z.array(
    z.object({
      statistic: z.union([z.literal('proportion'), z.literal('ratio')]),
      counts: z.array(z.number()),
      bases: z.array(z.number()),
      baseline: z.number(),
      phi: z.number(),
      tauSquared: z.number(),
      chiSquared: z.number(),
      probability: z.number(),
    }),
  ),
  chance: z.array(
    z.object({
      level,
      comparisons: z.number(),
      found: z.number(),
      expected: z.number(),
      probability: z.number(),
    }),
  ),
});

/** Values and verdicts made by `fixtures/judgements.py` with SciPy, NumPy and exact fractions. */
export const judgements = shape.parse(
  JSON.parse(readFileSync(new URL('../fixtures/judgements.json', import.meta.url), 'utf8')),
);
