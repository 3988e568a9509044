import type { Groups } from '#reference/groups.ts';
import { knownLadders } from '#reference/ladders.ts';
import type { Ctx } from '#platform/db/database.ts';
import { englandCode, type Place } from '../../domain/figures/place.ts';
import {
  ladderCounts,
  ladderHere,
  placesOfLadder,
  type LadderCounts,
  type LadderHere,
} from '../../domain/disparity/ladder-counts.ts';
import { placeKey } from '../../domain/gap/telling.ts';
import { readParts } from '../../store/gaps/parts.ts';
import { figuresGround, type FiguresGround } from '../figures-ground.ts';
import { gapGround } from '../gaps/gap-ground.ts';

/** What an area's files hold of every ladder. */
export type LadderGround = {
  readonly ground: FiguresGround;
  readonly place: Place;
  readonly groups: Groups;
  readonly ladders: readonly LadderHere[];
};

/** The ground of an area's ladders (ours where none is asked for); undefined where nobody knows the area. */
export async function ladderGround(
  ctx: Ctx,
  areaCode: string | undefined,
): Promise<LadderGround | undefined> {
  const ground = await figuresGround(ctx);
  const place = ground.atlas.place(areaCode ?? ground.home ?? englandCode);
  if (!place) return undefined;
  const { groups, parts } = await gapGround(ctx, ground, place);
  const { ladders, names } = knownLadders();
  return {
    ground,
    place,
    groups,
    ladders: ladders.map((ladder) => ladderHere(ladder, parts, { groups, names })),
  };
}

/** A ladder's counts: of the area itself in every year, of those beside it in the year that is looked at. */
export type CountsIn = {
  readonly own: LadderCounts;
  readonly year: string;
  /** by area code, the area itself among them */
  readonly counts: ReadonlyMap<string, LadderCounts>;
};

/** Counts a ladder in an area and those beside it, from one reading; each as it may be shown there. */
export async function countsIn(
  ctx: Ctx,
  { ground, place }: LadderGround,
  asked: {
    here: LadderHere;
    dimension: string;
    place: Place;
    beside: readonly Place[];
    yearOf: (own: LadderCounts) => string | undefined;
  },
): Promise<CountsIn | undefined> {
  const { here, dimension, beside } = asked;
  const places = [...new Map(placesOfLadder(here, dimension).map((at) => [placeKey(at), at])).values()];
  const areaCodes = [...new Set([place, ...beside].flatMap(({ codes }) => codes))];
  const read = await readParts(ctx, ground.keys, { places, areaCodes, invented: place.isInvented });
  const countsOf = (area: Place, only?: string) =>
    ladderCounts(here, dimension, {
      level: area.code === englandCode ? 'national' : 'local',
      figuresOf: (at) =>
        (read.get(placeKey(at)) ?? []).filter(({ areaCode }) => area.codes.includes(areaCode)),
      only,
    });
  const own = await countsOf(place);
  const year = asked.yearOf(own);
  if (year === undefined) return undefined;
  const counts = new Map([[place.code, own]]);
  for (const area of beside) counts.set(area.code, await countsOf(area, year));
  return { own, year, counts };
}
