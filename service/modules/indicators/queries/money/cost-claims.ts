import type { Ctx } from '#platform/db/database.ts';
import { gdpDeflators } from '#reference/deflators.ts';
import { isFor } from '../../domain/audience.ts';
import {
  avoidedBy,
  mayCountTwice,
  withAssumptions,
  type Assumption,
  type Avoided,
  type CostClaim,
  type Range,
} from '../../domain/money/cost-claim.ts';
import { keepMoney } from '../../domain/permissions.ts';
import { allCostClaims } from '../../store/money/cost-claims.ts';
import { placesOfOwn } from '../own/places-of-own.ts';

/** A claim with what follows from it: a range, and the other claims that may count the same children. */
export type ClaimSeen = {
  readonly claim: CostClaim;
  readonly placeName: string;
  readonly avoided: Avoided | undefined;
  readonly mayCountTwice: readonly CostClaim[];
};

/** The claims that this person may see, the newest first, in the prices of the latest counted year. */
export async function costClaims(ctx: Ctx): Promise<readonly ClaimSeen[]> {
  const places = new Map((await placesOfOwn(ctx)).map(({ code, name }) => [code, name]));
  const claims = (await allCostClaims(ctx)).filter(({ audience }) => isFor(audience, ctx.actor, keepMoney));
  return claims.map((claim) => seen(claim, { claims, places }));
}

function seen(
  claim: CostClaim,
  { claims, places }: { claims: readonly CostClaim[]; places: ReadonlyMap<string, string> },
): ClaimSeen {
  const deflators = gdpDeflators();
  return {
    claim,
    placeName: places.get(claim.areaCode) ?? claim.areaCode,
    avoided: avoidedBy(claim, { pricesOf: deflators.latestOutturn, deflators }),
    mayCountTwice: mayCountTwice(claim, claims),
  };
}

/** One claim as it was made, and under the assumptions that somebody asks for. */
export async function costClaim(
  ctx: Ctx,
  asked: { id: string; whatIf: Partial<Record<Assumption, Range>> },
): Promise<(ClaimSeen & { asked: CostClaim; underAsked: Avoided | undefined }) | undefined> {
  const found = (await costClaims(ctx)).find(({ claim }) => claim.id === asked.id);
  if (!found) return undefined;
  const deflators = gdpDeflators();
  const claim = withAssumptions(found.claim, asked.whatIf);
  return {
    ...found,
    asked: claim,
    underAsked: avoidedBy(claim, { pricesOf: deflators.latestOutturn, deflators }),
  };
}
