import { z } from 'zod';
import { crudeRate } from '#packages/statistics';
import type { Id } from '#platform/kernel/id.ts';
import { audiences } from '../audience.ts';

/** Whether a service keeps a standard. */
export const standings = ['met', 'partly', 'not'] as const;

export type StandardStanding = (typeof standings)[number];

/** A standard that a service keeps, partly keeps or does not keep, on a day, with what says so. */
export const standardShape = z.object({
  kind: z.literal('standard'),
  service: z.string(),
  partner: z.string(),
  name: z.string(),
  source: z.string(),
  standing: z.enum(standings),
  evidence: z.string(),
  checkedOn: z.string(),
  audience: z.enum(audiences),
});

/** What a service came to in a financial year: so many of what it is there for. */
export const outcomeShape = z.object({
  kind: z.literal('outcome'),
  service: z.string(),
  partner: z.string(),
  year: z.number().int(),
  counts: z.string(),
  count: z.number().int(),
  source: z.string(),
  audience: z.enum(audiences),
});

export const qualityShape = z.discriminatedUnion('kind', [standardShape, outcomeShape]);

export type QualityStandard = z.infer<typeof standardShape>;
export type ServiceOutcome = z.infer<typeof outcomeShape>;
export type QualitySaid = QualityStandard | ServiceOutcome;

export type Kept<Said extends QualitySaid = QualitySaid> = {
  readonly id: Id<'service-quality'>;
  readonly version: number;
  readonly said: Said;
  readonly changedByName: string;
};

/** What one outcome cost, from the least to the most that chance in the count allows. */
export type CostOfOne = { readonly value: number; readonly low: number; readonly high: number | undefined };

/**
 * Pounds for each outcome: spend ÷ count, and spend ÷ the 95% limits of the count (Poisson: exact below ten, Byar from ten).
 * With so few that the lower limit is nothing, the upper end is open. Undefined where nothing was reached.
 */
export function costOfOne(spend: number, count: number): CostOfOne | undefined {
  const limits = crudeRate({ count, base: 1, multiplier: 1 });
  if (!limits.done || count <= 0) return undefined;
  const { lower, upper } = limits.value.limits95;
  return { value: spend / count, low: spend / upper, high: lower > 0 ? spend / lower : undefined };
}
