import { threadsOf, type ThreadAbove } from '#modules/strategy/index.ts';
import type { Ctx } from '#platform/db/database.ts';
import { picturesOf, withoutBenchmark, type MeasurePictures } from '../../domain/scorecard/measure-view.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import { englandCode, type NeighbourSet, type Place } from '../../domain/figures/place.ts';
import { isSmallAreaCode } from '../../domain/zones/geography.ts';
import type { PlaceOverYears } from '../../domain/multiples/panels.ts';
import { figuresOnly } from '../../domain/zones/zone-figures.ts';
import { rowOf, type ScorecardRow } from '../../domain/scorecard/row.ts';
import { areasWithFigures } from '../../store/figures.ts';
import { limitsWritten } from '../../store/limits/limits-decisions.ts';
import { definitionsOf, neighbourSetsOf } from '../area-scorecard.ts';
import { figuresGround, keptFor, type FiguresGround } from '../figures-ground.ts';
import { Kept } from '../kept.ts';
import { dayOfZones, figuresOfZones, zonesHere } from '../zones/zone-ground.ts';
import { measureFigures } from '../measure-figures.ts';

/** One measure in one area: its row, what is drawn of it, and the areas that could be chosen instead. */
export type MeasureView = {
  definition: MeasureDefinition;
  place: Place;
  /** nobody chose an area and none is ours, so England stands for itself */
  isEngland: boolean;
  set: NeighbourSet | undefined;
  sets: readonly NeighbourSet[];
  row: ScorecardRow;
  pictures: MeasurePictures;
  /** the other side of a gap, and the same measure from elsewhere, where they are known */
  other: MeasureDefinition | undefined;
  sameAs: MeasureDefinition | undefined;
  places: readonly Place[];
};

const views = new Kept<MeasureView | undefined>(300);

export type MeasureAsked = { id: string; areaCode: string | undefined; neighbourSet: string | undefined };

/** A measure in an area (ours where none is asked for); undefined where nobody knows the measure or the area. */
export async function measureView(ctx: Ctx, asked: MeasureAsked): Promise<MeasureView | undefined> {
  const ground = await figuresGround(ctx);
  const place = ground.atlas.place(asked.areaCode ?? ground.home ?? englandCode);
  if (!place) return undefined;
  const what = [asked.id, place.code, asked.neighbourSet, dayOfZones(ctx, ground, place)];
  return keptFor(views, { ground, ctx, what }, () => makeView(ctx, ground, { ...asked, place }));
}

async function makeView(
  ctx: Ctx,
  ground: FiguresGround,
  { id, place, neighbourSet }: MeasureAsked & { place: Place },
): Promise<MeasureView | undefined> {
  const definition = (await definitionsOf(ctx, [id])).get(id);
  if (!definition) return undefined;
  const isEngland = place.code === englandCode;
  const sets = isEngland ? [] : await neighbourSetsOf(ctx, ground, place);
  const set = sets.find((one) => one.key === neighbourSet) ?? sets[0];
  const [found] = await measureFigures(ctx, ground, { definitions: [definition], place, set });
  if (!found) throw new Error(`no figures were asked for ${id}`);
  const figures = isEngland ? withoutBenchmark(found) : found;
  const row = rowOf(place, set, figures);
  const all = row.latest ? namedAreas(ground, found.peersByArea(row.latest.period)) : new Map();
  const others = await definitionsOf(
    ctx,
    [definition.gap?.other, definition.sameAs].filter((each) => each !== undefined),
  );
  return {
    definition,
    place,
    isEngland,
    set,
    sets,
    row,
    pictures: picturesOf({
      place,
      set,
      figures,
      row,
      all,
      written: await limitsWritten(ctx, { measure: id, place }),
      zones: place.code === ground.home ? await zonesOverYears(ctx, ground, definition) : [],
    }),
    other: definition.gap && others.get(definition.gap.other),
    sameAs: definition.sameAs === undefined ? undefined : others.get(definition.sameAs),
    places: await placesWith(ctx, ground, id),
  };
}

/** Our zones with all their figures, set by set. */
async function zonesOverYears(
  ctx: Ctx,
  ground: FiguresGround,
  definition: MeasureDefinition,
): Promise<readonly (readonly PlaceOverYears[])[]> {
  const zones = await zonesHere(ctx, ground);
  if (zones.length === 0) return [];
  const figures = await figuresOfZones(ctx, ground, { definitions: [definition], zones });
  return [...Map.groupBy(zones, ({ set }) => set.key).values()].map((ofSet) =>
    ofSet.map(({ code, name }) => ({ code, name, figures: figuresOnly(figures(definition.id, code)) })),
  );
}

function namedAreas(ground: FiguresGround, numbers: ReadonlyMap<string, number>) {
  return new Map(
    [...numbers].map(([code, value]) => [code, { name: ground.atlas.place(code)?.name ?? code, value }]),
  );
}

async function placesWith(ctx: Ctx, ground: FiguresGround, id: string): Promise<Place[]> {
  const codes = await areasWithFigures(ctx, ground.keys, [id]);
  const places = new Map(
    codes
      .filter((code) => !isSmallAreaCode(code))
      .map((code) => ground.atlas.place(code))
      .flatMap((place) => (place ? [[place.code, place]] : [])),
  );
  return [...places.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

export type { ThreadAbove };

/** The threads on which a measure hangs, in every strategy that this person may see. */
export function threadsOfMeasure(ctx: Ctx, id: string): Promise<readonly ThreadAbove[]> {
  return threadsOf(ctx, { kind: 'measure', id });
}
