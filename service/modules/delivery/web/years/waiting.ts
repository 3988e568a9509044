import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { compareDays, sayDay, type Day } from '#platform/kernel/day.ts';
import { keepPlan } from '../../domain/permissions.ts';
import { years } from '../../queries/years/year-view.ts';
import { yearPlaces } from './places.ts';

/** The years that have gone and are not turned, for whoever keeps the plan. */
export async function yearsThatWait(
  ctx: Ctx,
): Promise<readonly { title: string; words: string; link: string; due: Day }[]> {
  if (!allowed(ctx.actor, keepPlan)) return [];
  const gone = (await years(ctx)).filter(
    ({ plan }) => plan.state === 'agreed' && compareDays(plan.until, ctx.today) < 0,
  );
  return gone.map(({ plan, open }) => ({
    title: `The year turns: ${plan.title}`,
    words:
      open === 0
        ? 'Something was said of every line. Close the year, and publish how it went.'
        : `It ended on ${sayDay(plan.until)}. ${open} ${open === 1 ? 'line has' : 'lines have'} to be turned.`,
    link: yearPlaces.year(plan.key),
    due: plan.until,
  }));
}
