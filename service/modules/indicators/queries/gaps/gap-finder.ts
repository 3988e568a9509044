import type { Ctx } from '#platform/db/database.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import { englandCode, type Place } from '../../domain/figures/place.ts';
import { findGaps, type FoundGaps, type ToFind } from '../../domain/gap/finder/find-gaps.ts';
import { groupsHere, type GroupHere } from '../../domain/gap/card/gap-card.ts';
import { subjectOf, withoutGroups, type Subject } from '../../domain/gap/subjects.ts';
import { placesOf } from '../../domain/gap/telling.ts';
import { definitionsOf } from '../area-scorecard.ts';
import { figuresGround, keptFor, type FiguresGround } from '../figures-ground.ts';
import { measuresOfPlaces, placeGaps } from '../zones/place-gaps.ts';
import { dayOfZones } from '../zones/zone-ground.ts';
import { Kept } from '../kept.ts';
import { gapFigures, gapGround } from './gap-ground.ts';

/** The gaps of an area, the surest large ones first. */
export type GapFinderView = { readonly place: Place; readonly isEngland: boolean; readonly found: FoundGaps };

const finders = new Kept<GapFinderView>(200);

/** Finds the gaps of an area (ours where none is asked for), all from one reading; undefined where nobody knows the area. */
export async function gapFinder(ctx: Ctx, areaCode: string | undefined): Promise<GapFinderView | undefined> {
  const ground = await figuresGround(ctx);
  const place = ground.atlas.place(areaCode ?? ground.home ?? englandCode);
  if (!place) return undefined;
  const { subjects, groups } = await gapGround(ctx, ground, place);
  const keys = groups.groups.map(({ key }) => key);
  const what = ['gaps', place.code, keys, dayOfZones(ctx, ground, place)];
  return keptFor(finders, { ground, ctx, what }, async () => {
    const ofPlaces = await withCards(ctx, ground, { place, subjects });
    const all = [...subjects, ...ofPlaces];
    const definitions = await definitionsOf(
      ctx,
      all.map(({ measure }) => measure),
    );
    const sides = subjects.flatMap(({ tellings }) => tellings.flatMap(placesOf));
    const figures = await gapFigures(ctx, ground, { place, sides });
    const known = [...definitions.values()];
    const places = await placeGaps(ctx, ground, { definitions: known, place });
    const found = all.flatMap((subject): ToFind[] => {
      const definition = titled(definitions.get(subject.measure), subject.title);
      if (!definition) return [];
      const published = groupsHere(subject, definition, { groups, figures: figures.here });
      return onlyWorseOfTwo([...published, ...places(subject.measure)]).map(({ series }) => ({
        measure: subject.measure,
        title: definition.title,
        series,
      }));
    });
    return { place, isEngland: place.code === englandCode, found: findGaps(found) };
  });
}

/** Measures that are known of zones or of the countryside and of no group, each with a card of its own. */
async function withCards(
  ctx: Ctx,
  ground: FiguresGround,
  { place, subjects }: { place: Place; subjects: readonly Subject[] },
): Promise<readonly Subject[]> {
  const measures = await measuresOfPlaces(ctx, ground, place);
  return measures.filter((measure) => !subjectOf(subjects, measure)).map(withoutGroups);
}

function titled(definition: MeasureDefinition | undefined, title: string | undefined) {
  return definition && { ...definition, title: title ?? definition.title };
}

/** Girls beside boys and boys beside girls are one gap: that of those who fare worse stands. */
function onlyWorseOfTwo(here: readonly GroupHere[]): readonly GroupHere[] {
  const isMirror = ({ group, series }: GroupHere) =>
    here.some((other) => other.group.others === group.name && other.group.name === group.others) &&
    faresBetter(series);
  return here.filter((one) => !isMirror(one));
}

function faresBetter({ points }: GroupHere['series']): boolean {
  const latest = points.findLast((point) => point.known);
  return latest?.known === true && (latest.gap.worseBy ?? 0) < 0;
}
