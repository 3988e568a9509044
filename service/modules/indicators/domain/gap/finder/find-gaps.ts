import type { MeasureDefinition } from '../../figures/measure-definition.ts';
import { latestPoint, type GapPoint, type GapSeries } from '../gap-series.ts';
import type { Telling } from '../telling.ts';
import { worseRatio, type WorseRatio } from './worse-ratio.ts';

/** "Large": even the near end of the interval says that the group fares badly a quarter more often than the others. */
export const largeFrom = 1.25;

/** With fewer children than this in the group or beside it, nothing is said of a gap. */
export const fewestChildren = 30;

/** A gap as the finder shows it. */
export type FoundGap = {
  /** the measure by which its card is addressed */
  readonly measure: string;
  readonly title: string;
  readonly definition: MeasureDefinition;
  readonly telling: Telling;
  readonly point: GapPoint;
  readonly worse: WorseRatio | undefined;
};

/** How sure and how large a gap is; the order is that of the page. */
export const standings = [
  'large',
  'sure',
  'could-be-chance',
  'certainty-not-known',
  'too-few',
  'withheld',
] as const;

export type GapStanding = (typeof standings)[number];

/** The gaps of an area under each standing, and how many were compared in a way that allows for chance. */
export type FoundGaps = {
  readonly [Standing in GapStanding]: readonly FoundGap[];
} & {
  readonly compared: number;
  /** groups that fare as well or better, surely */
  readonly better: readonly FoundGap[];
  /** gaps in measures of which nobody says which way is better */
  readonly notJudged: number;
};

/** A gap with the measure that its card is of. */
export type ToFind = { measure: string; title: string; series: GapSeries };

/**
 * Puts gaps in the order in which they are sure: by the near end of the interval of how many times as often the group fares
 * badly. A tiny group has a wide interval, so its near end is small and it cannot win.
 */
export function findGaps(all: readonly ToFind[]): FoundGaps {
  const found = all.flatMap(foundOf);
  const placed = Map.groupBy(found, standingOf);
  const of = (standing: Placed) => placed.get(standing) ?? [];
  return {
    large: of('large').toSorted(byNearEnd),
    sure: of('sure').toSorted(byNearEnd),
    'could-be-chance': of('could-be-chance').toSorted(byNearEnd),
    'certainty-not-known': of('certainty-not-known'),
    'too-few': of('too-few'),
    withheld: of('withheld'),
    better: of('better').toSorted(byNearEnd),
    compared: found.filter(({ worse }) => worse?.sure.known).length,
    notJudged: of('not-judged').length,
  };
}

function foundOf({ measure, title, series }: ToFind): FoundGap[] {
  const point = latestPoint(series);
  if (!point) return [];
  const { telling, definition } = series;
  const worse = point.known ? worseRatio(point.gap, definition) : undefined;
  return [{ measure, title, definition, telling, point, worse }];
}

type Placed = GapStanding | 'better' | 'not-judged' | 'nothing';

function standingOf({ point, worse, definition }: FoundGap): Placed {
  if (definition.polarity === 'no-judgement') return 'not-judged';
  if (!point.known) return point.reason === 'one-side-withheld' ? 'withheld' : 'nothing';
  if (isTooFew(point)) return 'too-few';
  if (!worse?.sure.known) return (point.gap.worseBy ?? 0) > 0 ? 'certainty-not-known' : 'nothing';
  const { lower, upper } = worse.sure.limits;
  if (lower >= largeFrom) return 'large';
  if (lower > 1) return 'sure';
  return upper < 1 ? 'better' : 'could-be-chance';
}

/** Whether one side has so few children that nothing is said of the gap. */
export function isTooFew(point: GapPoint): boolean {
  return [point.of, point.beside].some(({ base }) => base !== undefined && base < fewestChildren);
}

function byNearEnd(a: FoundGap, b: FoundGap): number {
  return nearEnd(b) - nearEnd(a) || a.title.localeCompare(b.title, 'en-GB');
}

/** The end of the interval nearest to no gap. */
export function nearEnd({ worse }: Pick<FoundGap, 'worse'>): number {
  return worse?.sure.known ? worse.sure.limits.lower : 0;
}
