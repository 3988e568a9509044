import type { Ctx } from '#platform/db/database.ts';
import type { Day } from '#platform/kernel/day.ts';
import { standardScorecard } from '#reference/scorecard.ts';
import { measureId } from '../domain/measure-facts.ts';
import { hasScorecard } from '../domain/figures/atlas.ts';
import { definitionOf, type MeasureDefinition } from '../domain/figures/measure-definition.ts';
import type { NeighbourSet, Place } from '../domain/figures/place.ts';
import { figuresUntil, rowOf } from '../domain/scorecard/row.ts';
import type { Scorecard } from '../domain/scorecard/scorecard.ts';
import { measuresById } from '../store/measures.ts';
import { neighboursOf } from '../store/neighbours.ts';
import { catalogueFacts } from '../store/reference-lists.ts';
import { figuresGround, keptFor, type FiguresGround } from './figures-ground.ts';
import { Kept } from './kept.ts';
import { measureFigures } from './measure-figures.ts';

/** Measures under a heading, by id. */
export type MeasureGroup = { key: string; title: string; measures: readonly string[] };

/** An area's scorecard with the sets of neighbours that it could be shown beside. */
export type AreaScorecard = {
  scorecard: Scorecard;
  sets: readonly NeighbourSet[];
};

const scorecards = new Kept<AreaScorecard>(400);

/**
 * The scorecard of an area: worked out once for its measures, its neighbours and the figures as they stand.
 * Undefined where nobody knows the area, or where it is England.
 */
export async function areaScorecard(
  ctx: Ctx,
  asked: {
    areaCode: string;
    neighbourSet?: string | undefined;
    groups?: readonly MeasureGroup[];
    /** only from figures of periods that had ended by this day */
    until?: Day | undefined;
  },
): Promise<AreaScorecard | undefined> {
  const ground = await figuresGround(ctx);
  const place = ground.atlas.place(asked.areaCode);
  if (!place || !hasScorecard(place)) return undefined;
  const groups = asked.groups ?? standardGroups();
  const { neighbourSet, until } = asked;
  const what = [place.code, neighbourSet, groups, until];
  return keptFor(scorecards, { ground, ctx, what }, () =>
    makeScorecard(ctx, ground, { place, groups, neighbourSet, until }),
  );
}

async function makeScorecard(
  ctx: Ctx,
  ground: FiguresGround,
  asked: {
    place: Place;
    groups: readonly MeasureGroup[];
    neighbourSet: string | undefined;
    until: Day | undefined;
  },
): Promise<AreaScorecard> {
  const { place, groups, until } = asked;
  const sets = await neighbourSetsOf(ctx, ground, place);
  const set = sets.find(({ key }) => key === asked.neighbourSet) ?? sets[0];
  const definitions = await definitionsOf(
    ctx,
    groups.flatMap(({ measures }) => measures),
  );
  const figures = await measureFigures(ctx, ground, { definitions: [...definitions.values()], place, set });
  const rows = new Map(
    figures.map((each) => [each.definition.id, rowOf(place, set, until ? figuresUntil(each, until) : each)]),
  );
  return {
    sets,
    scorecard: {
      place,
      neighbourSet: set,
      groups: groups.map(({ key, title, measures }) => ({
        key,
        title,
        rows: measures.flatMap((id) => rows.get(id) ?? []),
      })),
    },
  };
}

/** The sets of neighbours that a place can be shown beside, newest first. */
export async function neighbourSetsOf(
  ctx: Ctx,
  ground: FiguresGround,
  place: Place,
): Promise<readonly NeighbourSet[]> {
  return ground.atlas.neighbourSets(place, await neighboursOf(ctx, place.code));
}

let standard: readonly MeasureGroup[] | undefined;

/** The sixty measures of the standard children's scorecard, by topic. */
export function standardGroups(): readonly MeasureGroup[] {
  standard ??= standardScorecard().map(({ topic, title, measures }) => ({
    key: topic,
    title,
    measures: measures.map(measureId),
  }));
  return standard;
}

let catalogue: ReadonlyMap<string, MeasureDefinition> | undefined;

/** What is known of some measures, in the order asked: from our own catalogue, else from what files have said. */
export async function definitionsOf(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MeasureDefinition>> {
  catalogue ??= new Map(catalogueFacts().map((facts) => [measureId(facts), definitionOf(facts)]));
  const known = catalogue;
  const others = await measuresById(
    ctx,
    ids.filter((id) => !known.has(id)),
  );
  return new Map(
    ids.flatMap((id): [string, MeasureDefinition][] => {
      const stored = others.get(id);
      const definition = known.get(id) ?? (stored && definitionOf(stored));
      return definition ? [[id, definition]] : [];
    }),
  );
}
