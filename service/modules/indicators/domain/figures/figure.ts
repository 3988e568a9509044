import type { Limits } from '#packages/statistics';
import type { Day } from '#platform/kernel/day.ts';
import { comparePeriods, revisedWins, samePeriod } from '../period.ts';
import type { Period } from '../period.ts';
import { isNumber } from '../value.ts';
import type { Value } from '../value.ts';

/** One published value of a measure in an area, and the file that brought it. */
export type Figure = {
  areaCode: string;
  period: Period;
  value: Value;
  count: number | undefined;
  denominator: number | undefined;
  limits95: Limits | undefined;
  batch: number;
  broughtInOn: Day;
  /** what the publisher's own file says of the trend, in its words; shown beside ours and never relied on */
  publishersTrend?: string | undefined;
};

/** A figure that is a number. */
export type NumberFigure = Figure & { value: number };

export function hasNumber(figure: Figure): figure is NumberFigure {
  return isNumber(figure.value);
}

/**
 * One figure for each period, in time. Of several for the same days, the better settled stands (revised over
 * provisional, final over both), and of those the one of the later file. Where `like` is given, a figure of the same
 * file as that one comes before all others, so that two areas are compared as one file gives them.
 */
export function settled(figures: readonly Figure[], like?: Pick<Figure, 'batch'>): Figure[] {
  const sorted = figures.toSorted((a, b) => comparePeriods(a.period, b.period) || a.batch - b.batch);
  const found: Figure[] = [];
  for (const figure of sorted) {
    const before = found.at(-1);
    if (!before || !samePeriod(before.period, figure.period)) found.push(figure);
    else if (standsBefore(figure, before, like)) found[found.length - 1] = figure;
  }
  return found;
}

function standsBefore(figure: Figure, other: Figure, like: Pick<Figure, 'batch'> | undefined): boolean {
  if (like && figure.batch !== other.batch) {
    if (figure.batch === like.batch) return true;
    if (other.batch === like.batch) return false;
  }
  return revisedWins(figure.period, other.period);
}

/** The figure of the same days, where there is one. */
export function inPeriod(figures: readonly Figure[], period: Period): Figure | undefined {
  return figures.find((figure) => samePeriod(figure.period, period));
}

/** What stands as the latest, and a newer period for which the publisher has nothing. */
export type Latest = { figure: Figure; emptySince: Period | undefined };

/**
 * The latest figure that says something: a number, or a mark with a meaning (hidden, does not apply). Where the publisher
 * only writes "not available" after it, that is told beside it and not put in its place.
 */
export function latestOf(figures: readonly Figure[]): Latest | undefined {
  const last = figures.at(-1);
  if (!last) return undefined;
  const said = figures.findLast(({ value }) => isNumber(value) || value.status !== 'missing');
  if (!said) return { figure: last, emptySince: undefined };
  const isLast = samePeriod(said.period, last.period);
  return { figure: said, emptySince: isLast ? undefined : last.period };
}
