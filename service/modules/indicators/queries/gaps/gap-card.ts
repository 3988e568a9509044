import type { Ctx } from '#platform/db/database.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import { englandCode, type Place } from '../../domain/figures/place.ts';
import {
  cardOf,
  dimensionsHere,
  groupsHere,
  type CardGap,
  type DimensionHere,
  type GroupHere,
} from '../../domain/gap/card/gap-card.ts';
import { decilePlaces, slopeOf, type Slope } from '../../domain/gap/slope.ts';
import { isSide, subjectOf, withoutGroups, type Subject } from '../../domain/gap/subjects.ts';
import { placesOf } from '../../domain/gap/telling.ts';
import { definitionsOf } from '../area-scorecard.ts';
import { figuresGround, keptFor, type FiguresGround } from '../figures-ground.ts';
import { placeGaps, type PlaceGap } from '../zones/place-gaps.ts';
import { dayOfZones } from '../zones/zone-ground.ts';
import { Kept } from '../kept.ts';
import {
  gapFigures,
  gapGround,
  isFaultyInEngland,
  type AreaAndEngland,
  type GapGround,
} from './gap-ground.ts';

/** The gap of one group in one measure and area, with all that could be looked at instead. */
export type GapCardView = {
  /** of the measure for all children, or the side that is published */
  readonly definition: MeasureDefinition;
  readonly place: Place;
  readonly isEngland: boolean;
  readonly dimensions: readonly DimensionHere[];
  /** zones beside the rest of our area, and countryside beside towns; they stand among the dimensions too */
  readonly places: readonly PlaceGap[];
  readonly chosen: GroupHere | undefined;
  readonly card: CardGap | undefined;
  /** over tenths of places by deprivation, in the area itself and in England */
  readonly slopes: { readonly here: Slope | undefined; readonly england: Slope | undefined };
};

export type GapAsked = { id: string; areaCode: string | undefined; group: string | undefined };

const cards = new Kept<GapCardView | undefined>(300);

/** A gap's card (of our own area where none is asked for); undefined where nobody knows the measure or the area. */
export async function gapCard(ctx: Ctx, asked: GapAsked): Promise<GapCardView | undefined> {
  const ground = await figuresGround(ctx);
  const place = ground.atlas.place(asked.areaCode ?? ground.home ?? englandCode);
  if (!place) return undefined;
  const gaps = await gapGround(ctx, ground, place);
  const groups = gaps.groups.groups.map(({ key }) => key);
  const what = ['gap', asked.id, place.code, asked.group, groups, dayOfZones(ctx, ground, place)];
  return keptFor(cards, { ground, ctx, what }, () => makeCard(ctx, { ground, gaps, place, asked }));
}

type Around = { ground: FiguresGround; gaps: GapGround; place: Place; asked: GapAsked };

async function makeCard(ctx: Ctx, around: Around): Promise<GapCardView | undefined> {
  const { ground, gaps, place, asked } = around;
  const subject = subjectOf(gaps.subjects, asked.id) ?? withoutGroups(asked.id);
  const definition = await subjectDefinition(ctx, subject);
  if (!definition) return undefined;
  const deciles = decilePlaces(gaps.parts, subject.tables);
  const sides = [...subject.tellings.flatMap(placesOf), ...deciles];
  const figures = await gapFigures(ctx, ground, { place, sides });
  const published = groupsHere(subject, definition, { groups: gaps.groups, figures: figures.here });
  const places = (await placeGaps(ctx, ground, { definitions: [definition], place }))(definition.id);
  const here = [...published, ...places];
  const chosen = chosenOf(here, asked);
  const isEngland = place.code === englandCode;
  const england = isEngland || isFaultyInEngland(definition) ? undefined : figures.england;
  return {
    definition,
    place,
    isEngland,
    dimensions: dimensionsHere(gaps.groups.dimensions, here),
    places,
    chosen,
    card: chosen && cardOf(chosen, { place, england: published.includes(chosen) ? england : undefined }),
    slopes: slopesOf({ deciles, definition, figures, isEngland }),
  };
}

function slopesOf(given: {
  deciles: Parameters<typeof slopeOf>[0];
  definition: MeasureDefinition;
  figures: AreaAndEngland;
  isEngland: boolean;
}): GapCardView['slopes'] {
  const { deciles, definition, figures, isEngland } = given;
  return {
    here: slopeOf(deciles, definition, figures.here.of),
    england: isEngland ? undefined : slopeOf(deciles, definition, figures.england.of),
  };
}

/** The group asked for; else the one whose own measure was asked for; else the first that has a gap. */
function chosenOf(here: readonly GroupHere[], { group, id }: GapAsked): GroupHere | undefined {
  return (
    here.find((one) => one.group.key === group) ??
    here.find(({ series }) => sideAsked(series.telling, id)) ??
    here.find(({ series }) => series.points.some((point) => point.known)) ??
    here[0]
  );
}

function sideAsked(telling: Parameters<typeof isSide>[0], id: string): boolean {
  return telling.of.breakdown === '' && isSide(telling, id);
}

/** What a subject's figures are: as the measure for all children says, under the subject's own title where it has one. */
async function subjectDefinition(
  ctx: Ctx,
  subject: Pick<Subject, 'measure' | 'title'>,
): Promise<MeasureDefinition | undefined> {
  const definition = (await definitionsOf(ctx, [subject.measure])).get(subject.measure);
  return definition && { ...definition, title: subject.title ?? definition.title };
}
