import type { Ctx } from '#platform/db/database.ts';
import { figuresStamp } from '../store/figures.ts';

/** Under what the pages of the figures as they stand are kept. */
export async function stampOfFigures(ctx: Ctx): Promise<string> {
  return (await figuresStamp(ctx)) ?? 'no file yet';
}
