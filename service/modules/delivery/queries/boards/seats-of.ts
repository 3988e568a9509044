import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { standsOn, type Membership } from '../../domain/body.ts';
import { readBoards } from '../../domain/permissions.ts';
import { bodyByKey } from '../../store/bodies.ts';
import { membershipsOf } from '../../store/memberships.ts';

/** The seats of a body on a day, with names; nothing for whoever may not read them. */
export async function seatsOf(ctx: Ctx, bodyKey: string, on: Day): Promise<readonly Membership[]> {
  if (!allowed(ctx.actor, readBoards)) return [];
  const body = await bodyByKey(ctx, bodyKey);
  if (!body) return [];
  return (await membershipsOf(ctx, body.id)).filter((seat) => standsOn(seat, on));
}
