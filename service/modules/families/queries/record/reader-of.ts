import type { Reader } from '#platform/access/readable.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Reach } from '../standing/reach.ts';

/** Whoever acts, as somebody who reads a child's record. */
export function readerOf(ctx: Ctx, { relationship, access }: Reach): Reader {
  return { personId: ctx.actor.kind === 'person' ? ctx.actor.personId : '', relationship, access };
}
