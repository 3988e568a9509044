import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Id } from '#platform/kernel/id.ts';
import { isSigned } from '../../domain/agreements/agreement.ts';
import { agreementById } from '../../store/agreements/agreements.ts';

/** On which day an agreement ended, because somebody ended it or because it ran out. Undefined while it has not. */
export async function whenItEnded(ctx: Ctx, agreementId: Id<'agreement'>): Promise<Day | undefined> {
  const agreement = await agreementById(ctx, agreementId);
  if (!agreement) return undefined;
  const governed = agreement.versions.findLast(
    (version) => isSigned(version) && version.beginsOn <= ctx.today,
  );
  const days = [
    ...(agreement.ended && agreement.ended.on <= ctx.today ? [agreement.ended.on] : []),
    ...(governed && governed.endsOn < ctx.today ? [governed.endsOn] : []),
  ];
  return days.toSorted()[0];
}
