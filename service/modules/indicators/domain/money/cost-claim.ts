import { z } from 'zod';
import type { Deflators } from '#reference/deflators.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { audiences } from '../audience.ts';
import { inPricesOf } from './prices.ts';

/** The least, the most likely and the most that something may be. */
const range = z.object({ low: z.number(), middle: z.number(), high: z.number() });

export type Range = z.infer<typeof range>;

/** A claim that a cost was avoided, with every assumption it rests on and who makes it. */
export const claimShape = z.object({
  title: z.string(),
  /** what changed, in words, and where its numbers are from */
  whatChanged: z.string(),
  changeSource: z.string(),
  /** how many fewer, with the interval: the low end may be below nothing */
  change: range,
  /** the children or families it is about, so that nobody counts them twice */
  whom: z.string(),
  areaCode: z.string(),
  year: z.number().int(),
  /** what one of them costs, with its source and the year of its prices */
  unitWhat: z.string(),
  unitCost: range,
  unitSource: z.string(),
  unitYear: z.number().int(),
  /** what would have happened anyway: in words, and how many in a hundred of the change */
  anyway: z.string(),
  anywayShare: range,
  /** how many in a hundred of the rest are owed to what was done, and who says so */
  ours: range,
  oursSource: z.string(),
  /** what it cost to do, in the money of `year` */
  costToDo: z.number(),
  costSource: z.string(),
  audience: z.enum(audiences),
});

export type ClaimWords = z.infer<typeof claimShape>;

export type CostClaim = ClaimWords & {
  readonly id: Id<'cost-claim'>;
  readonly version: number;
  readonly changedAt: Date;
  readonly changedByName: string;
};

/** The ranges that a reader may change to see what follows. */
export const assumptions = ['change', 'unitCost', 'anywayShare', 'ours'] as const;

export type Assumption = (typeof assumptions)[number];

export type ClaimProblem = {
  reason: 'not-in-order' | 'not-a-share' | 'below-nothing' | 'year-unknown';
  field: Assumption | 'costToDo' | 'unitYear' | 'year';
};

export type ClaimRefusal = { reason: 'claim-wrong'; problems: readonly ClaimProblem[] };

/** Whether a claim's numbers can be: each range in order, shares between 0 and 100, years of which prices are known. */
export function checkClaim(words: ClaimWords, deflators: Deflators): Outcome<ClaimWords, ClaimRefusal> {
  const problems: ClaimProblem[] = [];
  for (const field of assumptions) {
    const { low, middle, high } = words[field];
    if (!(low <= middle && middle <= high)) problems.push({ reason: 'not-in-order', field });
    if ((field === 'anywayShare' || field === 'ours') && (low < 0 || high > 100))
      problems.push({ reason: 'not-a-share', field });
  }
  if (words.unitCost.low < 0) problems.push({ reason: 'below-nothing', field: 'unitCost' });
  if (words.costToDo < 0) problems.push({ reason: 'below-nothing', field: 'costToDo' });
  for (const field of ['unitYear', 'year'] as const)
    if (!deflators.index.has(words[field])) problems.push({ reason: 'year-unknown', field });
  return problems.length > 0 ? refuse({ reason: 'claim-wrong', problems }) : done(words);
}

/** What follows from a claim's assumptions: always a range, in the prices of one year. */
export type Avoided = {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly costToDo: number;
  readonly net: { readonly low: number; readonly middle: number; readonly high: number };
  readonly pricesOf: number;
  /** what the range says: surely more than it cost, perhaps, or surely not */
  readonly verdict: 'more-than-it-cost' | 'may-be' | 'less-than-it-cost';
};

/**
 * Cost avoided = change × (1 − what would have happened anyway) × the share that is ours × the cost of one, in pounds of
 * one year. The ends are the smallest and the largest of all combinations of the four ranges' ends, so that a change whose
 * interval includes none can come to less than nothing; the middle takes each middle. Undefined where a year has no deflator.
 */
export function avoidedBy(
  claim: ClaimWords,
  { pricesOf, deflators }: { pricesOf: number; deflators: Deflators },
): Avoided | undefined {
  const one = inPricesOf(1, { from: claim.unitYear, to: pricesOf, deflators });
  const cost = inPricesOf(claim.costToDo, { from: claim.year, to: pricesOf, deflators });
  if (one === undefined || cost === undefined) return undefined;
  const ends = ({ low, high }: Range) => [low, high];
  const amounts = ends(claim.change).flatMap((change) =>
    ends(claim.anywayShare).flatMap((anyway) =>
      ends(claim.ours).flatMap((ours) =>
        ends(claim.unitCost).map((unit) => change * (1 - anyway / 100) * (ours / 100) * unit * one),
      ),
    ),
  );
  const low = Math.min(...amounts);
  const high = Math.max(...amounts);
  const middle =
    claim.change.middle *
    (1 - claim.anywayShare.middle / 100) *
    (claim.ours.middle / 100) *
    claim.unitCost.middle *
    one;
  return {
    low,
    middle,
    high,
    costToDo: cost,
    net: { low: low - cost, middle: middle - cost, high: high - cost },
    pricesOf,
    verdict: low > cost ? 'more-than-it-cost' : high < cost ? 'less-than-it-cost' : 'may-be',
  };
}

/** Other claims that may count the same children: of the same group in words, or of the same place and year. */
export function mayCountTwice(claim: CostClaim, others: readonly CostClaim[]): readonly CostClaim[] {
  const words = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  return others.filter(
    (other) =>
      other.id !== claim.id &&
      (words(other.whom) === words(claim.whom) ||
        (other.areaCode === claim.areaCode && Math.abs(other.year - claim.year) <= 1)),
  );
}

/** A claim under other assumptions; a range that is not in order, or no share, is left as it was claimed. */
export function withAssumptions(claim: CostClaim, given: Partial<Record<Assumption, Range>>): CostClaim {
  const kept = assumptions.flatMap((field) => {
    const asked = given[field];
    if (!asked || !(asked.low <= asked.middle && asked.middle <= asked.high)) return [];
    const isShare = field === 'anywayShare' || field === 'ours';
    if ((isShare && (asked.low < 0 || asked.high > 100)) || (field === 'unitCost' && asked.low < 0))
      return [];
    return [[field, asked] as const];
  });
  return { ...claim, ...Object.fromEntries(kept) };
}
