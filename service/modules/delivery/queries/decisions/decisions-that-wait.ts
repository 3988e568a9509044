import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { decisionsToHearOf } from '../../store/decisions.ts';
import { meetingsById } from '../../store/meetings.ts';
import { notYetAgreed } from '../../store/minutes/minutes-agreed.ts';

/** What waits for whoever keeps the boards: decisions to hear of, and minutes that are not agreed yet. */
export async function decisionsThatWait(
  ctx: Ctx,
): Promise<{ toHear: readonly Decision[]; toAgree: readonly Meeting[] }> {
  if (ctx.actor.kind !== 'person' || !allowed(ctx.actor, keepBoards)) return { toHear: [], toAgree: [] };
  return {
    toHear: await decisionsToHearOf(ctx, { bodyId: undefined, by: ctx.today }),
    toAgree: await meetingsById(ctx, await notYetAgreed(ctx)),
  };
}
