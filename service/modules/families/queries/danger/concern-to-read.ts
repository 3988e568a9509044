import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom } from '#platform/kernel/id.ts';
import type { Concern } from '../../domain/danger/concern.ts';
import type { Reader } from '../../domain/danger/front-door.ts';
import { readConcerns } from '../../domain/permissions.ts';
import { concernById } from '../../store/danger/concerns.ts';
import { readersNow } from '../../store/danger/front-doors.ts';
import { frontDoor } from './front-door.ts';
import { noteReading } from './note-reading.ts';
import { readsAs } from './may-read.ts';

/** A concern for a reader: whole once somebody has opened it; before that only that it is there. */
export type ConcernToRead =
  | { isOpen: false; id: string; toldAt: Date; danger: Concern['danger'] }
  | { isOpen: true; concern: Concern; readers: readonly Reader[]; referralLink: string };

/** Undefined where whoever asks may not read it, or there is none. */
export async function concernToRead(ctx: Ctx, given: string): Promise<ConcernToRead | undefined> {
  const { actor } = ctx;
  const id = idFrom<'concern'>(given);
  if (!id || actor.kind !== 'person' || !allowed(actor, readConcerns)) return undefined;
  const concern = await concernById(ctx, id);
  const as =
    concern &&
    readsAs(actor, {
      settingId: concern.settingId,
      handedTo: concern.steps.map(({ toPerson }) => toPerson),
    });
  if (!concern || !as) return undefined;
  if (concern.steps.length === 0)
    return { isOpen: false, id, toldAt: concern.toldAt, danger: concern.danger };
  noteReading(ctx, { concern, as, act: 'families.concern-read', way: 'read' });
  const readers = (await readersNow(ctx)).filter(({ personId }) => personId !== actor.personId);
  const { door } = await frontDoor(ctx);
  return { isOpen: true, concern, readers, referralLink: door.referralLink };
}
