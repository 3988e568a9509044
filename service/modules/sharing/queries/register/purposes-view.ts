import type { Ctx } from '#platform/db/database.ts';
import {
  compatibilityOf,
  pairsOfPurposes,
  type Compatibility,
} from '../../domain/disclosures/compatibility.ts';
import type { Purpose } from '#platform/access/purposes.ts';
import { compatibilityDecisions } from '../../store/register/compatibilities.ts';

/** Every pair of different purposes, and how the two stand to each other today. */
export type PurposePair = { gatheredFor: Purpose; usedFor: Purpose; found: Compatibility };

export async function purposePairs(ctx: Ctx): Promise<PurposePair[]> {
  const decisions = await compatibilityDecisions(ctx);
  return pairsOfPurposes().map((pair) => ({ ...pair, found: compatibilityOf(pair, decisions) }));
}
