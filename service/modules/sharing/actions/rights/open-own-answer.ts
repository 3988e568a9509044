import type { Ctx } from '#platform/db/database.ts';
import { ownAnswer } from '../../queries/rights/own-answers.ts';
import type { Released } from '../../store/rights/released.ts';
import { fetchAnswer } from './release.ts';

/** Opens an answer in the own account of whoever asked; each look is noted. */
export async function openOwnAnswer(ctx: Ctx, requestId: string): Promise<Released | undefined> {
  const found = await ownAnswer(ctx, requestId);
  return found && (await fetchAnswer(ctx, found.released.id));
}
