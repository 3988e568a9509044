import type { Ctx } from '#platform/db/database.ts';
import { allowed } from '#platform/access/policy.ts';
import type { Day } from '#platform/kernel/day.ts';
import type { Glass } from '../../domain/glass/glass.ts';
import { reviewGlass } from '../../domain/permissions.ts';
import { glassesTold } from '../../store/glass/glasses.ts';
import { openSearchAlarms } from '../../store/search/search-alarms.ts';

/** Something that waits for whoever acts: an opening to look at, or an alarm. Nothing in it says whose record it is. */
export type GlassWaiting = {
  what: 'review' | 'told' | 'alarm';
  key: string;
  who: string;
  due: Day | undefined;
};

/** What waits about emergencies: to look at for whoever looks after governance, to know of for a lead worker. */
export async function glassWaits(ctx: Ctx): Promise<GlassWaiting[]> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return [];
  const reviews = allowed(actor, reviewGlass);
  const open = (await glassesTold(ctx)).filter(
    ({ review, personId }) => review === undefined && personId !== actor.personId,
  );
  const alarms = reviews ? await openSearchAlarms(ctx, actor.personId) : [];
  const waiting = ({ id, personName, reviewDueOn }: Glass): GlassWaiting => ({
    what: reviews ? 'review' : 'told',
    key: id,
    who: personName,
    due: reviews ? reviewDueOn : undefined,
  });
  return [
    ...open.map(waiting),
    ...alarms.map(({ id, personName }): GlassWaiting => ({
      what: 'alarm',
      key: id,
      who: personName,
      due: ctx.today,
    })),
  ];
}
