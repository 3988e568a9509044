import type { Groups } from '#reference/groups.ts';
import type { GroupNaming, Ladder, LadderStep, StepMeasure } from '#reference/ladders.ts';
import type { Level } from '#packages/disclosure-control';
import type { SideAt } from '../gap/telling.ts';
import { tellingsOf, type StepTelling } from './ladder-tellings.ts';
import { protectedCounts } from './protected-counts.ts';
import { countsByYear, type FiguresOf, type StepCounts } from './step-counts.ts';

/** A ladder with every way in which the tables at hand tell groups at each of its steps. */
export type LadderHere = {
  readonly ladder: Ladder;
  readonly population: readonly StepTelling[];
  readonly steps: ReadonlyMap<string, readonly StepTelling[]>;
};

/** What the files hold of a ladder. */
export function ladderHere(
  ladder: Ladder,
  parts: readonly SideAt[],
  known: { groups: Groups; names: readonly GroupNaming[] },
): LadderHere {
  const byMeasure = Map.groupBy(parts, ({ measure }) => measure);
  const told = (measures: readonly StepMeasure[]) =>
    measures.flatMap((from) =>
      tellingsOf(
        from,
        (byMeasure.get(from.measure) ?? []).map(({ breakdown }) => breakdown),
        known,
      ),
    );
  return {
    ladder,
    population: told(ladder.population.measures),
    steps: new Map(ladder.steps.map((step) => [step.key, told(step.measures)])),
  };
}

/** The ways of telling apart of which any step has figures. */
export function dimensionsOf({ steps }: LadderHere): ReadonlySet<string> {
  return new Set([...steps.values()].flatMap((told) => told.map(({ dimension }) => dimension)));
}

/** Every place in the tables from which a ladder is read, for one way of telling apart. */
export function placesOfLadder({ population, steps }: LadderHere, dimension: string): readonly SideAt[] {
  return [...population, ...[...steps.values()].flat()]
    .filter((telling) => telling.dimension === dimension)
    .flatMap(({ whole, groups }) => [...whole, ...groups.values()]);
}

/** The counts of one area that may be shown, by step and year. */
export type LadderCounts = {
  readonly population: ReadonlyMap<string, StepCounts>;
  readonly steps: ReadonlyMap<string, ReadonlyMap<string, StepCounts>>;
};

/**
 * Counts a ladder in one area, each table protected. Of several tables of a year the first stands, whole. `only`: the steps of
 * one year alone; populations are of every year, since the nearest is taken.
 */
export async function ladderCounts(
  here: LadderHere,
  dimension: string,
  { figuresOf, level, only }: { figuresOf: FiguresOf; level: Level; only?: string | undefined },
): Promise<LadderCounts> {
  const read = async (tellings: readonly StepTelling[], asked: string | undefined) => {
    const years = new Map<string, StepCounts>();
    for (const telling of tellings.filter((one) => one.dimension === dimension))
      for (const [year, counts] of countsByYear(telling, figuresOf))
        if (!years.has(year) && (asked ?? year) === year)
          years.set(year, await protectedCounts(counts, level));
    return years;
  };
  const steps = new Map<string, ReadonlyMap<string, StepCounts>>();
  for (const [key, tellings] of here.steps) steps.set(key, await read(tellings, only));
  return { population: await read(here.population, undefined), steps };
}

/** The years in which any step was counted, the latest first. */
export function yearsOf({ steps }: LadderCounts): readonly string[] {
  return [...new Set([...steps.values()].flatMap((years) => [...years.keys()]))].toSorted().toReversed();
}

/** The step before in which this group was counted in a year: steps of which nothing is told are passed over. */
export function stepBefore(
  ladder: Ladder,
  counts: LadderCounts,
  { step, group, year }: { step: LadderStep; group: string; year: string },
): LadderStep | undefined {
  const at = ladder.steps.findIndex(({ key }) => key === step.key);
  return ladder.steps.slice(0, at).findLast(({ key }) => {
    const count = counts.steps.get(key)?.get(year)?.groups.get(group);
    return count !== undefined && (count.known || count.why !== 'not-published');
  });
}
