import type { Day } from '#platform/kernel/day.ts';
import { settled, type Figure } from '../figures/figure.ts';
import type { Period } from '../period.ts';
import { isNumber } from '../value.ts';
import type { SideAt } from '../gap/telling.ts';
import { isWithheld } from '../gap/gap-at.ts';
import type { StepTelling } from './ladder-tellings.ts';

/** How many children of a group were counted, or why that is not shown. */
export type StepCount =
  | { readonly known: true; readonly count: number }
  | { readonly known: false; readonly why: NoCount };

/** Why there is no count. */
export type NoCount = 'withheld' | 'too-small' | 'would-open' | 'not-published';

/** All that one table says of one step in one area and year. */
export type StepCounts = {
  readonly period: Period;
  readonly telling: StepTelling;
  readonly all: StepCount;
  readonly groups: ReadonlyMap<string, StepCount>;
};

export const notPublished: StepCount = { known: false, why: 'not-published' };

/** The figures of one area at a place in the tables. */
export type FiguresOf = (at: SideAt) => readonly Figure[];

/** The counts of every year that a telling has, in time; a year by the year in which its period ends. */
export function countsByYear(telling: StepTelling, figuresOf: FiguresOf): ReadonlyMap<string, StepCounts> {
  const found = new Map<string, StepCounts>();
  const parts = [...telling.groups].map(([group, at]) => ({ group, figures: yearly(figuresOf(at)) }));
  const wholes = telling.whole.map((at) => yearly(figuresOf(at)));
  for (const { figures } of parts)
    for (const { period } of figures) {
      const year = yearOf(period);
      if (found.has(year)) continue;
      const own = parts.map(({ group, figures: each }) => [group, countOf(inYear(each, year))] as const);
      const all = wholes.map((each) => inYear(each, year)).find((figure) => figure !== undefined);
      found.set(year, { period, telling, all: countOf(all), groups: new Map(own) });
    }
  return found;
}

/** The population of a year: of the last day before the year ended, else of the first after. */
export function populationFor(
  byYear: ReadonlyMap<string, StepCounts>,
  { end }: { end: Day },
): StepCounts | undefined {
  const inTime = [...byYear.values()].toSorted((a, b) => a.period.end.localeCompare(b.period.end));
  return inTime.findLast(({ period }) => period.end <= end) ?? inTime[0];
}

/** The year in which a period ends. */
function yearOf({ end }: Period): string {
  return end.slice(0, 4);
}

/** Figures of a whole year or of one day: what a month or a term says is of something else. */
function yearly(figures: readonly Figure[]): readonly Figure[] {
  return settled(figures.filter(({ period }) => period.years === 1 && !shorter.has(period.kind)));
}

const shorter: ReadonlySet<Period['kind']> = new Set(['half', 'term', 'quarter', 'month', 'week']);

function inYear(figures: readonly Figure[], year: string): Figure | undefined {
  return figures.findLast(({ period }) => yearOf(period) === year);
}

function countOf(figure: Figure | undefined): StepCount {
  if (!figure) return notPublished;
  const { value } = figure;
  if (isNumber(value))
    return Number.isSafeInteger(value) && value >= 0 ? { known: true, count: value } : notPublished;
  return { known: false, why: isWithheld(value) ? 'withheld' : 'not-published' };
}
