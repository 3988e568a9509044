import type { Ctx } from '#platform/db/database.ts';
import type { Id } from '#platform/kernel/id.ts';
import type { Body } from '../../domain/body.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { MeetingWords } from '../../domain/meetings/change-meeting.ts';
import { meetingByKey } from '../../store/meetings.ts';

/** A meeting as it is first called, with an address that nothing else has: `board-2026-09`. */
export async function newMeeting(
  ctx: Ctx,
  given: { body: Body; cycleId: Id<'cycle'> | undefined; words: MeetingWords; keyed?: string | undefined },
): Promise<Meeting> {
  const { body, cycleId, words, keyed } = given;
  const { kind, title, theme, element, on, at, minutes, place, joining } = words;
  return {
    ...{ kind, title, theme, element, on, at, minutes, place, joining },
    id: ctx.newId(),
    bodyId: body.id,
    cycleId,
    key: await freeKey(ctx, keyed ?? body.key, on),
    state: 'planned',
    cancelledBecause: '',
    sequence: 0,
    version: 1,
  };
}

async function freeKey(ctx: Ctx, prefix: string, on: string): Promise<string> {
  const first = `${prefix}-${on.slice(0, 7)}`;
  for (const key of [first, `${prefix}-${on}`]) if (!(await meetingByKey(ctx, key))) return key;
  let number = 2;
  while (await meetingByKey(ctx, `${prefix}-${on}-${number}`)) number += 1;
  return `${prefix}-${on}-${number}`;
}
