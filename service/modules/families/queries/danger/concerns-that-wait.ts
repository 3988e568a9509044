import { allowed } from '#platform/access/policy.ts';
import type { Ctx } from '#platform/db/database.ts';
import { minutesInHours } from '../../domain/danger/hours.ts';
import { comeToConcerns, readConcerns } from '../../domain/permissions.ts';
import { unreadConcerns } from '../../store/danger/concerns.ts';
import { concernsToRead } from './concerns-to-read.ts';
import { frontDoor, hoursOf } from './front-door.ts';

/** What waits at the front door for whoever looks: how many are unread, and how many for longer than they may be. */
export async function concernsThatWait(
  ctx: Ctx,
): Promise<{ reads: boolean; unread: number; tooLong: number; toAct: number } | undefined> {
  if (!allowed(ctx.actor, comeToConcerns)) return undefined;
  if (!allowed(ctx.actor, readConcerns))
    return { reads: false, unread: await unreadConcerns(ctx), tooLong: 0, toAct: 0 };
  const desk = await concernsToRead(ctx);
  if (!desk?.reads) return undefined;
  const { door } = await frontDoor(ctx);
  const hours = hoursOf(door);
  const tooLong = desk.unread.filter(
    ({ toldAt }) => minutesInHours(toldAt, ctx.now, hours) >= door.unreadMinutes,
  );
  return { reads: true, unread: desk.unread.length, tooLong: tooLong.length, toAct: desk.open.length };
}
