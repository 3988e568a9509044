import type { Ladder } from '#reference/ladders.ts';
import type { GroupDimension } from '#reference/groups.ts';
import type { Ctx } from '#platform/db/database.ts';
import type { Place } from '../../domain/figures/place.ts';
import { dimensionsOf } from '../../domain/disparity/ladder-counts.ts';
import { ladderGround } from './ladder-ground.ts';

/** Every ladder, with the ways of telling apart and the steps of which an area has figures. */
export type LaddersHere = {
  readonly place: Place;
  readonly ladders: readonly {
    readonly ladder: Ladder;
    readonly dimensions: readonly GroupDimension[];
    /** the steps that any table at hand tells by group */
    readonly told: ReadonlySet<string>;
  }[];
};

/** Which ladders an area has figures of (ours where none is asked for); undefined where nobody knows the area. */
export async function laddersHere(ctx: Ctx, areaCode: string | undefined): Promise<LaddersHere | undefined> {
  const found = await ladderGround(ctx, areaCode);
  if (!found) return undefined;
  return {
    place: found.place,
    ladders: found.ladders.map((here) => {
      const told = dimensionsOf(here);
      return {
        ladder: here.ladder,
        dimensions: found.groups.dimensions.filter(({ key }) => told.has(key)),
        told: new Set([...here.steps].filter(([, tellings]) => tellings.length > 0).map(([key]) => key)),
      };
    }),
  };
}
