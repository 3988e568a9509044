import type { Ctx } from '#platform/db/database.ts';
import { hasScorecard } from '../domain/figures/atlas.ts';
import type { Place } from '../domain/figures/place.ts';
import { figuresGround } from './figures-ground.ts';

/** The place that a code is of, where it can have a scorecard. */
export async function knownPlace(ctx: Ctx, areaCode: string): Promise<Place | undefined> {
  const { atlas } = await figuresGround(ctx);
  const place = atlas.place(areaCode);
  return place && hasScorecard(place) ? place : undefined;
}
