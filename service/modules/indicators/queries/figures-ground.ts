import type { Ctx } from '#platform/db/database.ts';
import { englishAreas } from '#reference/areas.ts';
import { statisticalNeighbours } from '#reference/neighbours.ts';
import { atlasOf, type Atlas } from '../domain/figures/atlas.ts';
import { homeArea, ownAreas } from '../store/areas.ts';
import { figuresStamp, readKeys, type AreaNumber, type Keys } from '../store/figures.ts';
import { Kept } from './kept.ts';

/** What every question about figures stands on, the same until the figures change. */
export type FiguresGround = {
  /** undefined before the first file */
  stamp: string | undefined;
  keys: Keys;
  atlas: Atlas;
  /** the numbers of all areas that were read so far, which every area's rank is made from; see `allAreas` */
  areas: Map<string, readonly AreaNumber[]>;
  /** the area that the partnership is of; undefined where nobody has said */
  home: string | undefined;
};

const grounds = new Kept<FiguresGround>(4);

/** The ground of the figures as they can be seen now. */
export async function figuresGround(ctx: Ctx): Promise<FiguresGround> {
  const stamp = await figuresStamp(ctx);
  // Before the first file, areas may be set up without a new version.
  if (stamp === undefined) return readGround(ctx, stamp);
  return grounds.get(`${ctx.partnershipId} ${stamp}`, () => readGround(ctx, stamp));
}

async function readGround(ctx: Ctx, stamp: string | undefined): Promise<FiguresGround> {
  return {
    stamp,
    keys: await readKeys(ctx),
    areas: new Map(),
    atlas: atlasOf(englishAreas(), statisticalNeighbours(), await ownAreas(ctx)),
    home: await homeArea(ctx),
  };
}

/** Keeps what was worked out for the figures as they stand; before the first file it is worked out each time. */
export function keptFor<Value>(
  kept: Kept<Value>,
  at: { ground: FiguresGround; ctx: Ctx; what: unknown },
  make: () => Promise<Value>,
): Promise<Value> {
  const { ground, ctx, what } = at;
  return ground.stamp === undefined
    ? make()
    : kept.get(JSON.stringify([ctx.partnershipId, ground.stamp, what]), make);
}
