import type { Ctx } from '#platform/db/database.ts';
import { englishAreas } from '#reference/areas.ts';
import { statisticalNeighbours } from '#reference/neighbours.ts';
import { atlasOf, type Atlas } from '../domain/scorecard/atlas.ts';
import { homeArea, ownAreas } from '../store/areas.ts';
import { figuresVersion } from '../store/batches.ts';
import { readKeys, type Keys } from '../store/figures.ts';
import { Kept } from './kept.ts';

/** What every question about figures stands on, the same until the figures change. */
export type FiguresGround = {
  version: number;
  keys: Keys;
  atlas: Atlas;
  /** the area that the partnership is of; undefined where nobody has said */
  home: string | undefined;
};

const grounds = new Kept<FiguresGround>(4);

/** The ground of the figures as they can be seen now. */
export async function figuresGround(ctx: Ctx): Promise<FiguresGround> {
  const version = await figuresVersion(ctx);
  // Before the first figure, areas may still be set up without a new version.
  if (version === 0) return readGround(ctx, version);
  return grounds.get(`${ctx.partnershipId} ${version}`, () => readGround(ctx, version));
}

async function readGround(ctx: Ctx, version: number): Promise<FiguresGround> {
  return {
    version,
    keys: await readKeys(ctx),
    atlas: atlasOf(englishAreas(), statisticalNeighbours(), await ownAreas(ctx)),
    home: await homeArea(ctx),
  };
}
