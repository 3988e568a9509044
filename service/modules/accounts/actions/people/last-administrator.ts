import type { Ctx } from '#platform/db/database.ts';
import { holdsOn, type RoleGrant } from '../../domain/people/grant.ts';
import { holdPartnership } from '../../store/partnerships.ts';
import { anybodyElseHolds } from '../../store/people.ts';

/** Whether nobody could let people in any more without this grant. */
export async function isLastAdministrator(ctx: Ctx, grant: RoleGrant): Promise<boolean> {
  if (!holdsOn(grant, ctx.today) || !grant.roles.includes('administrator')) return false;
  // two who end each other at once are one after the other
  await holdPartnership(ctx);
  return !(await anybodyElseHolds(ctx, 'administrator', grant.personId));
}
