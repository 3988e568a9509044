import type { Ctx } from '#platform/db/database.ts';
import { isQuorate } from '../../domain/body.ts';
import type { Quorate } from '../../domain/decision.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { bodyById } from '../../store/bodies.ts';
import { presentAt } from '../../store/minutes/present.ts';

/** Whether enough came to a meeting for it to decide. */
export async function quorumOf(ctx: Ctx, meeting: Pick<Meeting, 'id' | 'bodyId'>): Promise<Quorate> {
  const present = await presentAt(ctx, meeting.id);
  const body = present && (await bodyById(ctx, meeting.bodyId));
  if (!present || !body) return 'not-known';
  return isQuorate(body.quorum, present) ? 'quorate' : 'not-quorate';
}
