import { allowed, type NotAllowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { idFrom } from '#platform/kernel/id.ts';
import { done, refuse, type Outcome } from '#platform/kernel/outcome.ts';
import { reviewGlass } from '../../domain/permissions.ts';
import * as store from '../../store/search/search-alarms.ts';

export type SettleSearchAlarmRefusal = NotAllowed | { reason: 'alarm-missing' } | { reason: 'words-missing' };

/** Somebody else looked why so many children were asked about, and says what they found. */
export async function settleSearchAlarm(
  ctx: Ctx,
  given: { alarmId: string; words: string },
): Promise<Outcome<undefined, SettleSearchAlarmRefusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !allowed(actor, reviewGlass)) return refuse({ reason: 'not-allowed' });
  const words = given.words.trim();
  if (words === '') return refuse({ reason: 'words-missing' });
  const id = idFrom<'search-alarm'>(given.alarmId);
  if (!id || !(await store.settleSearchAlarm(ctx, { id, byId: actor.personId, words })))
    return refuse({ reason: 'alarm-missing' });
  await ctx.record({ type: 'families.search-alarm-settled', subject: { kind: 'search-alarm', id } });
  return done(undefined);
}
