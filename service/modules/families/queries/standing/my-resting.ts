import { whenItEnded } from '#modules/sharing/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { holds } from '../../domain/standing/standing.ts';
import { standingsOfPerson } from '../../store/standing/standings.ts';

/** How many records rest for whoever acts, because the agreement of their body ended, and when. Of the children it says nothing. */
export type MyResting = { count: number; endedOn: Day };

export async function myResting(ctx: Ctx): Promise<readonly MyResting[]> {
  if (ctx.actor.kind !== 'person') return [];
  const byDay = new Map<Day, number>();
  for (const { agreementId, ...standing } of await standingsOfPerson(ctx, ctx.actor.personId)) {
    const endedOn = agreementId && holds(standing, ctx.now) ? await whenItEnded(ctx, agreementId) : undefined;
    if (endedOn !== undefined) byDay.set(endedOn, (byDay.get(endedOn) ?? 0) + 1);
  }
  return [...byDay].map(([endedOn, count]) => ({ endedOn, count }));
}
