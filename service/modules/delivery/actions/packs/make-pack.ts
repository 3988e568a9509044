import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { keepBoards } from '../../domain/permissions.ts';
import { packDocument } from '../../queries/packs/pack-document.ts';
import { lockMeeting } from '../../store/meetings.ts';
import { addPack, packsOf } from '../../store/packs/packs.ts';

export type MakePackRefusal =
  | NotAllowed
  | { reason: 'meeting-missing' }
  | { reason: 'meeting-cancelled' }
  /** a later one must say why it was needed: those who read the first will ask */
  | { reason: 'edition-reason-missing'; edition: number };

/** Makes the pack of a meeting out of what is known today, and keeps it as it is. A later one stands beside the first. */
export async function makePack(
  ctx: Ctx,
  given: { meeting: string; reason: string },
): Promise<Outcome<{ id: Id<'pack'>; edition: number }, MakePackRefusal>> {
  if (!allowed(ctx.actor, keepBoards)) return refuse({ reason: 'not-allowed' });
  const meeting = await lockMeeting(ctx, given.meeting);
  if (!meeting) return refuse({ reason: 'meeting-missing' });
  if (meeting.state === 'cancelled') return refuse({ reason: 'meeting-cancelled' });
  const [last] = await packsOf(ctx, meeting.id);
  const edition = (last?.edition ?? 0) + 1;
  const reason = edition === 1 ? '' : given.reason.trim();
  if (edition > 1 && reason === '') return refuse({ reason: 'edition-reason-missing', edition });
  const document = await packDocument(ctx, meeting.key);
  if (!document) return refuse({ reason: 'meeting-missing' });
  const id = ctx.newId<'pack'>();
  await addPack(ctx, {
    id,
    meetingId: meeting.id,
    edition,
    meetsOn: meeting.on,
    title: `Pack for ${meeting.title}`,
    reason,
    document,
  });
  await ctx.record({ type: 'delivery.pack-made', subject: { kind: 'pack', id }, details: { edition } });
  return done({ id, edition });
}
