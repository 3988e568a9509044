import { movingRangeOf } from '../moving-range.ts';
import { meanOf, medianOf, present } from '../series.ts';
import type { Series } from '../series.ts';
import type { Lines } from '../xmr/special-cause.ts';

/** d2 for ranges of two points: a mean moving range is so many standard deviations. */
const rangeToDeviation = 1.128;
/** D4 for ranges of two points. */
const upperRangeFactor = 3.267;
/** An exponential waiting time to this power is nearly normal. */
const timePower = 3.6;

/** Lines of a chart of single values, from the points that they may be made of; undefined where those are too few. */
export const linesOfValues: {
  readonly [Chart in 'i' | 'mr' | 'c' | 'g' | 't']: (base: Series) => Lines | undefined;
} = {
  i: individuals,
  mr(base) {
    const centre = meanOf(present(base));
    const upper = upperRangeFactor * centre;
    return { centre, lower: 0, upper, lowerNear: 0, upperNear: (2 * upper) / 3 };
  },
  c(base) {
    const centre = meanOf(present(base));
    return atLeastNothing(threeDeviations(centre, Math.sqrt(centre)));
  },
  g(base) {
    const mean = meanOf(present(base));
    const lines = atLeastNothing(threeDeviations(mean, Math.sqrt(mean * (mean + 1))));
    return { ...lines, centre: medianOf(present(base)) };
  },
  t(base) {
    const lines = individuals(
      base.map((value) => (value === undefined ? undefined : value ** (1 / timePower))),
    );
    if (!lines) return undefined;
    const back = (line: number): number => Math.max(0, line) ** timePower;
    return {
      centre: back(lines.centre),
      lower: back(lines.lower),
      upper: back(lines.upper),
      lowerNear: back(lines.lowerNear),
      upperNear: back(lines.upperNear),
    };
  },
};

function individuals(base: Series): Lines | undefined {
  const range = movingRangeOf(base, 'outliers-left-out');
  return range && threeDeviations(meanOf(present(base)), range.mean / rangeToDeviation);
}

/** A line and its limits three, and near limits two, standard deviations away. */
export function threeDeviations(centre: number, deviation: number): Lines {
  return {
    centre,
    lower: centre - 3 * deviation,
    upper: centre + 3 * deviation,
    lowerNear: centre - 2 * deviation,
    upperNear: centre + 2 * deviation,
  };
}

/** For what cannot be negative. */
export function atLeastNothing(lines: Lines): Lines {
  return { ...lines, lower: Math.max(0, lines.lower), lowerNear: Math.max(0, lines.lowerNear) };
}
