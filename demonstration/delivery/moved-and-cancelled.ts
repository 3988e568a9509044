import { cancelMeeting, makePack, meetingsOf, moveMeeting, publishPack } from '#modules/delivery/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { addDays } from '#platform/kernel/day.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';

/** One group moves its next meeting after the pack for it was sent, and another cancels its own. */
export async function moveAndCancel(ctx: Ctx): Promise<void> {
  const moving = await nextOf(ctx, 'growing-group');
  if (moving) {
    const pack = must(await makePack(ctx, { meeting: moving.key, reason: '' }));
    must(await publishPack(ctx, { id: pack.id, publish: 'publish', reason: '' }));
    const earlier = addDays(moving.on, -7);
    must(
      await moveMeeting(ctx, {
        key: moving.key,
        seen: moving.version,
        on: earlier > ctx.today ? earlier : addDays(moving.on, 7),
        at: moving.at,
        reason: 'The family hub needs the room that day, for a morning with new parents.',
      }),
    );
  }
  const cancelling = await nextOf(ctx, 'launching-group');
  if (cancelling)
    must(
      await cancelMeeting(ctx, {
        key: cancelling.key,
        seen: cancelling.version,
        because: 'Too few could come to decide anything. What waits goes to the meeting after it.',
      }),
    );
}

async function nextOf(ctx: Ctx, body: string) {
  return (await meetingsOf(ctx, body))?.coming[0]?.meeting;
}

function must<Value>(outcome: Outcome<Value, { reason: string }>): Value {
  if (!outcome.done) throw new Error(`an invented meeting was refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
