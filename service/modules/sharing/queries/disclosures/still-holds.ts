import type { Ctx } from '#platform/db/database.ts';
import type { Disclosure } from '../../domain/disclosures/disclosure.ts';
import {
  whyNotCross,
  type AroundCrossing,
  type CrossingAsked,
  type CrossingRefusal,
} from '../../domain/disclosures/may-cross.ts';
import { agreementOfVersion } from '../../store/agreements/agreements.ts';
import { crossingsOn, disclosureOfOutput } from '../../store/disclosures/crossings.ts';
import { disclosureById } from '../../store/disclosures/disclosures.ts';
import { mayUseFor } from './around-disclosure.ts';

/**
 * Why what once crossed may no longer be used: its agreement ended, its consent was taken back, its record is owed for more
 * than a day. Undefined where it still holds. Whoever opens something that crossed asks this at each request.
 */
export async function whyItEnded(
  ctx: Ctx,
  { output, ...asked }: CrossingAsked & { output: { kind: string; id: string } },
): Promise<CrossingRefusal | undefined> {
  const id = await disclosureOfOutput(ctx, output);
  const disclosure = id && (await disclosureById(ctx, id));
  if (!disclosure) return { reason: 'no-disclosure' };
  // that it crossed once is no ground to close it: it is the same crossing
  return whyNotCross(disclosure, asked, { ...(await aroundCrossing(ctx, disclosure)), crossedBefore: 0 });
}

/** What a crossing is judged by, as it stands in the database now. */
export async function aroundCrossing(ctx: Ctx, disclosure: Disclosure): Promise<AroundCrossing> {
  const { agreementVersionId, gatheredFor, purpose } = disclosure;
  return {
    now: ctx.now,
    today: ctx.today,
    agreement: agreementVersionId && (await agreementOfVersion(ctx, agreementVersionId)),
    crossedBefore: await crossingsOn(ctx, disclosure.id),
    compatible:
      gatheredFor !== undefined &&
      purpose !== undefined &&
      (await mayUseFor(ctx, { gatheredFor, usedFor: purpose })),
  };
}
