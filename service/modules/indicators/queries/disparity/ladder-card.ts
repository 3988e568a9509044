import type { ChildGroup, GroupDimension } from '#reference/groups.ts';
import type { Ladder } from '#reference/ladders.ts';
import type { Ctx } from '#platform/db/database.ts';
import { englandCode, type NeighbourSet, type Place } from '../../domain/figures/place.ts';
import type { MeasureDefinition } from '../../domain/figures/measure-definition.ts';
import {
  dimensionsOf,
  yearsOf,
  type LadderCounts,
  type LadderHere,
} from '../../domain/disparity/ladder-counts.ts';
import { bases, judgeAll, type Base } from '../../domain/disparity/ladder-comparisons.ts';
import { overTime, type Cut, type StepOverTime } from '../../domain/disparity/over-time.ts';
import { sureSteps, type GroupRow } from '../../domain/disparity/say-ladder.ts';
import { definitionsOf, neighbourSetsOf } from '../area-scorecard.ts';
import { keptFor } from '../figures-ground.ts';
import { Kept } from '../kept.ts';
import { besideAreas, type BesideAreas } from './beside-areas.ts';
import { countsIn, ladderGround, type LadderGround } from './ladder-ground.ts';

export type LadderAsked = {
  readonly ladder: string;
  readonly areaCode?: string | undefined;
  readonly by?: string | undefined;
  readonly year?: string | undefined;
  readonly base?: string | undefined;
  readonly beside?: string | undefined;
  readonly group?: string | undefined;
};

/** A ladder in one area and year, told apart in one way. */
export type LadderCard = {
  readonly ladder: Ladder;
  readonly place: Place;
  readonly isEngland: boolean;
  /** the ways of telling apart of which there is any figure */
  readonly dimensions: readonly GroupDimension[];
  readonly shown: LadderShown | undefined;
};

/** What there is to be shown of a ladder that has figures. */
export type LadderShown = {
  readonly dimension: GroupDimension;
  readonly years: readonly string[];
  readonly year: string;
  readonly base: Base;
  readonly reference: { readonly key: string; readonly words: string };
  /** every group that may be looked at or stood beside, in the order in which groups are listed */
  readonly groups: readonly ChildGroup[];
  readonly rows: readonly GroupRow[];
  /** the same steps out of all children, where the page shows them out of the step before; else the other way round */
  readonly otherBase: readonly GroupRow[];
  readonly looked: number;
  readonly sources: readonly { readonly title: string; readonly own: boolean }[];
  readonly cuts: readonly Cut[];
  readonly chosen: ChosenGroup | undefined;
};

/** One group, looked at over the years and beside other areas. */
export type ChosenGroup = {
  readonly group: ChildGroup;
  readonly overTime: readonly StepOverTime[];
  readonly beside: BesideAreas;
};

const cards = new Kept<LadderCard | undefined>(200);

/** A ladder's card; undefined where nobody knows the ladder or the area. */
export async function ladderCard(ctx: Ctx, asked: LadderAsked): Promise<LadderCard | undefined> {
  const ground = await ladderGround(ctx, asked.areaCode);
  const here = ground?.ladders.find(({ ladder }) => ladder.key === asked.ladder);
  if (!ground || !here) return undefined;
  const groups = ground.groups.groups.map(({ key }) => key);
  const what = ['ladder', { ...asked, areaCode: ground.place.code }, groups];
  return keptFor(cards, { ground: ground.ground, ctx, what }, () => makeCard(ctx, { ground, here, asked }));
}

type Around = { ground: LadderGround; here: LadderHere; asked: LadderAsked };

async function makeCard(ctx: Ctx, around: Around): Promise<LadderCard> {
  const { ground, here, asked } = around;
  const told = dimensionsOf(here);
  const dimensions = ground.groups.dimensions.filter(({ key }) => told.has(key));
  const dimension = dimensions.find(({ key }) => key === asked.by) ?? dimensions[0];
  return {
    ladder: here.ladder,
    place: ground.place,
    isEngland: ground.place.code === englandCode,
    dimensions,
    shown: dimension && (await shownOf(ctx, around, dimension)),
  };
}

async function shownOf(
  ctx: Ctx,
  { ground, here, asked }: Around,
  dimension: GroupDimension,
): Promise<LadderShown | undefined> {
  const { place } = ground;
  const [set] = await neighbourSetsOf(ctx, ground.ground, place);
  const found = await countsIn(ctx, ground, {
    ...{ here, dimension: dimension.key, place, beside: areasBeside(ground, set) },
    yearOf: (each) => chosenYear(each, asked),
  });
  if (!found) return undefined;
  const { own, counts, year } = found;
  const groups = groupsIn(ground, { counts: own, year, dimension });
  const base = bases.find((each) => each === asked.base) ?? 'before';
  const reference = groups.find(({ key }) => key === asked.beside);
  const looking = withoutMirror(groups.filter(({ key }) => key !== reference?.key));
  const rowsBy = rowsOfBase(here.ladder, own, { year, reference: reference?.key ?? 'others', looking });
  const { rows, looked } = rowsBy(base);
  const group = looking.find(({ key }) => key === asked.group) ?? telling(rows) ?? looking[0];
  const { sources, cuts } = await definitionsBehind(ctx, own, year);
  const allCuts = [...cuts, ...(group?.breaks ?? []), ...areaCut(place)];
  const given = { group: group?.key ?? '', year, base, reference: reference?.key ?? 'others' };
  return {
    ...{ dimension, years: yearsOf(own), year, base, groups, rows, looked, sources, cuts: allCuts },
    reference: { key: given.reference, words: reference?.name ?? othersOf(looking, groups) },
    otherBase: rowsBy(base === 'before' ? 'population' : 'before').rows,
    chosen: group && {
      group,
      overTime: overTime(here.ladder, own, { asked: given, cuts: allCuts }),
      beside: besideAreas(here.ladder, counts, { asked: given, place, neighbours: set }),
    },
  };
}

/** The rows of each base that a page may ask for, judged together. */
function rowsOfBase(
  ladder: Ladder,
  own: LadderCounts,
  { year, reference, looking }: { year: string; reference: string; looking: readonly ChildGroup[] },
) {
  return (base: Base) => {
    const groups = looking.map(({ key }) => key);
    const judged = judgeAll(ladder, own, { year, reference, groups, base });
    return { looked: judged.looked, rows: rowsOf(ladder, own, { looking, year, of: judged.of }) };
  };
}

function chosenYear(own: LadderCounts, asked: LadderAsked): string | undefined {
  const years = yearsOf(own);
  return years.find((each) => each === asked.year) ?? years[0];
}

function areasBeside({ ground, place }: LadderGround, set: NeighbourSet | undefined): readonly Place[] {
  const england = place.code === englandCode ? undefined : ground.atlas.place(englandCode);
  const neighbours = (set?.neighbours ?? []).flatMap((each) => ground.atlas.place(each.place.code) ?? []);
  return england ? [england, ...neighbours] : neighbours;
}

function groupsIn(
  { groups }: LadderGround,
  { counts, year, dimension }: { counts: LadderCounts; year: string; dimension: GroupDimension },
): readonly ChildGroup[] {
  const told = new Set(
    [...counts.steps.values()].flatMap((years) => [...(years.get(year)?.groups.keys() ?? [])]),
  );
  return groups.groups.filter(({ key, dimension: of }) => of === dimension.key && told.has(key));
}

/** Girls beside boys and boys beside girls are one comparison: the first of the two stands. */
function withoutMirror(groups: readonly ChildGroup[]): readonly ChildGroup[] {
  return groups.filter(
    (one, at) => !groups.slice(0, at).some((other) => other.others === one.name && other.name === one.others),
  );
}

/** Girls stand beside boys; any other group beside everybody who is not in it. */
function othersOf(looking: readonly ChildGroup[], groups: readonly ChildGroup[]): string {
  const [only] = looking;
  const mirror = looking.length === 1 && groups.find(({ name }) => name === only?.others);
  return mirror ? mirror.name : 'all other children';
}

function rowsOf(
  ladder: Ladder,
  counts: LadderCounts,
  given: { looking: readonly ChildGroup[]; year: string; of: ReturnType<typeof judgeAll>['of'] },
): readonly GroupRow[] {
  const { looking, year, of } = given;
  const steps = ladder.steps.filter(({ key }) => counts.steps.get(key)?.has(year));
  return looking.map((group) => ({
    group,
    steps: steps.flatMap((step) => {
      const judged = of(group.key, step.key);
      return judged ? [{ step, judged }] : [];
    }),
  }));
}

/** The first group of which a difference is sure: not the worst, so that nobody is ranked. */
function telling(rows: readonly GroupRow[]): ChildGroup | undefined {
  return rows.find((row) => sureSteps(row).length > 0)?.group;
}

function areaCut({ standsFrom }: Place): readonly Cut[] {
  return standsFrom ? [{ on: standsFrom, words: 'The area was made anew.' }] : [];
}

async function definitionsBehind(ctx: Ctx, { population, steps }: LadderCounts, year: string) {
  const used = [population, ...steps.values()].flatMap((years) => years.get(year)?.telling.from ?? []);
  const from = new Map(used.map((each) => [each.measure, each]));
  const definitions = await definitionsOf(ctx, [...from.keys()]);
  return {
    sources: [...from].map(([id, { from: whose }]) => ({
      title: whose === 'own' ? 'Our own count' : sourceTitle(definitions.get(id), id),
      own: whose === 'own',
    })),
    cuts: [...definitions.values()].flatMap(({ breaks }) => breaks),
  };
}

function sourceTitle(definition: MeasureDefinition | undefined, id: string): string {
  return definition ? `${definition.publication}: ${definition.title}` : id;
}
