import { neighbourAverage } from '#packages/statistics';
import type { Period } from '../period.ts';
import { isNumber } from '../value.ts';
import type { Figure } from '../figures/figure.ts';
import { inPeriod, settled } from '../figures/figure.ts';
import type { NeighbourSet } from '../figures/place.ts';

/** The unweighted average of an area's statistical neighbours, of how many, and of which set. */
export type NeighboursAverage =
  | { known: true; average: number; available: number; of: number; setYear: string }
  | { known: false; of: number; setYear: string };

/** Each neighbour counts the same, however many children live there; those without a number for the same days are left out. */
export function averageOfNeighbours(given: {
  set: NeighbourSet;
  figures: ReadonlyMap<string, readonly Figure[]>;
  latest: Figure;
}): NeighboursAverage {
  const { set, latest } = given;
  const values = set.neighbours.map(({ place }) =>
    numberIn(given.figures.get(place.code) ?? [], latest.period, latest),
  );
  const came = neighbourAverage(values);
  if (!came.done) return { known: false, of: values.length, setYear: set.year };
  return { known: true, ...came.value, setYear: set.year };
}

/** A neighbour's number for these days, from the same file where it has one. */
function numberIn(figures: readonly Figure[], period: Period, like: Figure): number | undefined {
  const value = inPeriod(settled(figures, like), period)?.value;
  return value !== undefined && isNumber(value) ? value : undefined;
}

/** "average of 9 of 10 statistical neighbours of 2025, each counting the same". */
export function sayNeighbours(average: NeighboursAverage): string {
  if (!average.known)
    return `none of the ${average.of} statistical neighbours of ${average.setYear} has a figure for these days`;
  return `average of ${average.available} of ${average.of} statistical neighbours of ${average.setYear}, each counting the same`;
}
