import { makePack, meetingsOf, publishPack } from '#modules/delivery/index.ts';
import type { Ctx } from '#platform/db/database.ts';

/** The pack of the next meeting of the board, made last of all out of what the county holds, for everybody to read. */
export async function loadPacks(ctx: Ctx): Promise<void> {
  const next = (await meetingsOf(ctx, 'partnership-board'))?.coming[0]?.meeting;
  if (!next) return;
  const made = await makePack(ctx, { meeting: next.key, reason: '' });
  if (!made.done) throw new Error(`the invented pack was refused: ${JSON.stringify(made.refusal)}`);
  const published = await publishPack(ctx, { id: made.value.id, publish: 'publish', reason: '' });
  if (!published.done)
    throw new Error(`publishing the invented pack was refused: ${JSON.stringify(published.refusal)}`);
}
