import { framework, frameworks } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { hasScorecard } from '../domain/figures/atlas.ts';
import type { Place } from '../domain/figures/place.ts';
import { areasWithFigures } from '../store/figures.ts';
import { standardGroups } from './area-scorecard.ts';
import { figuresGround, keptFor, type FiguresGround } from './figures-ground.ts';
import { Kept } from './kept.ts';

/** The areas that a reader can choose from. */
export type AreasToChoose = {
  home: Place | undefined;
  /** of the strategies in the library, by name */
  ofStrategies: readonly { place: Place; strategy: string; slug: string }[];
  /** every area with a figure, by name */
  all: readonly Place[];
};

const choices = new Kept<AreasToChoose>(8);

/** Every area with a scorecard to look at, found once for the figures as they stand. */
export async function areasToChoose(ctx: Ctx): Promise<AreasToChoose> {
  const ground = await figuresGround(ctx);
  return keptFor(choices, { ground, ctx, what: 'areas' }, async () => {
    const measures = standardGroups().flatMap((group) => group.measures);
    const codes = await areasWithFigures(ctx, ground.keys, measures);
    const places = new Map(
      codes.flatMap((code) => placeOf(ground, code)).map((place) => [place.code, place]),
    );
    return {
      home: ground.home === undefined ? undefined : ground.atlas.place(ground.home),
      ofStrategies: await strategyAreas(ctx, ground),
      all: [...places.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    };
  });
}

function placeOf(ground: FiguresGround, code: string): Place[] {
  const place = ground.atlas.place(code);
  return place && hasScorecard(place) ? [place] : [];
}

async function strategyAreas(ctx: Ctx, ground: FiguresGround): Promise<AreasToChoose['ofStrategies']> {
  const lines = (await frameworks(ctx)).filter(({ isLibrary }) => isLibrary);
  const views = await Promise.all(lines.map(({ slug }) => framework(ctx, slug)));
  return views.flatMap((view) =>
    (view?.document.areas ?? []).flatMap((code) =>
      placeOf(ground, code).map((place) => ({
        place,
        strategy: view?.document.name ?? '',
        slug: view?.stored.slug ?? '',
      })),
    ),
  );
}
