import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { ConcernInList } from '../../domain/danger/concern.ts';
import { comeToConcerns, readConcerns } from '../../domain/permissions.ts';
import { concernsInList, unreadConcerns } from '../../store/danger/concerns.ts';
import { readsAs } from './may-read.ts';
import { readersNow } from '../../store/danger/front-doors.ts';

/** The desk: for a reader what they may open, for the governance lead how many wait and nothing more. */
export type Desk =
  | {
      reads: true;
      /** whether they were named; the role alone opens nothing */
      isNamed: boolean;
      unread: readonly ConcernInList[];
      open: readonly ConcernInList[];
      done: readonly ConcernInList[];
    }
  | { reads: false; unread: number };

export async function concernsToRead(ctx: Ctx): Promise<Desk | undefined> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !allowed(actor, comeToConcerns)) return undefined;
  if (!allowed(actor, readConcerns)) return { reads: false, unread: await unreadConcerns(ctx) };
  const isNamed = (await readersNow(ctx)).some(({ personId }) => personId === actor.personId);
  const all = (await concernsInList(ctx)).filter(({ settingId, handedToPerson }) =>
    readsAs(actor, { settingId, handedTo: [handedToPerson] }),
  );
  return {
    reads: true,
    isNamed,
    unread: all.filter(({ readAt }) => !readAt),
    open: all.filter(({ readAt, actedAt }) => readAt && !actedAt),
    done: all.filter(({ actedAt }) => actedAt).toReversed(),
  };
}
