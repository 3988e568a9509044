import type { Ctx } from '#platform/db/database.ts';
import { areaScorecard, type AreaScorecard } from './area-scorecard.ts';
import { figuresGround } from './figures-ground.ts';

/** The scorecard of the partnership's own area; undefined where nobody has said which it is. */
export async function homeScorecard(ctx: Ctx): Promise<AreaScorecard | undefined> {
  const { home } = await figuresGround(ctx);
  return home === undefined ? undefined : areaScorecard(ctx, { areaCode: home });
}
