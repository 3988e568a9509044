import type { Ctx } from '#platform/db/database.ts';
import { holdsOn, type RoleGrant } from '../../domain/people/grant.ts';
import { holdPartnership } from '../../store/partnerships.ts';
import { peopleAtWork } from '../../store/people.ts';

/** Whether nobody could let people in any more without this grant. */
export async function isLastAdministrator(ctx: Ctx, grant: RoleGrant): Promise<boolean> {
  if (!holdsOn(grant, ctx.today) || !grant.roles.includes('administrator')) return false;
  // two who end each other at once are one after the other
  await holdPartnership(ctx);
  const others = (await peopleAtWork(ctx)).filter(
    ({ id, roles }) => id !== grant.personId && roles.includes('administrator'),
  );
  return others.length === 0;
}
