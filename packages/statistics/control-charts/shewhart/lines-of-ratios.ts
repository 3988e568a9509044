import { movingRangeOf } from '../moving-range.ts';
import type { Lines } from '../xmr/special-cause.ts';
import { atLeastNothing, threeDeviations } from './lines-of-values.ts';
import type { Observed, RatiosChart } from './observed.ts';

const rangeToDeviation = 1.128;

/** Lines of one point of a chart of ratios, which depend on its base; undefined for a point that is missing. */
export type LinesAt = (point: Observed) => Lines | undefined;

/** Lines of a chart of ratios, from the points that they may be made of; undefined where those are too few. */
export function linesOfRatios(chart: RatiosChart['chart'], base: readonly Observed[]): LinesAt | undefined {
  const total = base.reduce((sum, { size }) => sum + size, 0);
  if (total <= 0) return undefined;
  const centre = base.reduce((sum, { count }) => sum + count, 0) / total;
  const people = chart === 'p' || chart === 'p-prime';
  const spread = people ? centre * (1 - centre) : centre;
  const deviation = ({ size }: Observed): number => Math.sqrt(spread / size);
  const widened = chart === 'p' || chart === 'u' ? 1 : spreadBetween(base, centre, deviation);
  if (widened === undefined) return undefined;
  return (point) => {
    if (point.value === undefined) return undefined;
    const lines = atLeastNothing(threeDeviations(centre, deviation(point) * widened));
    if (!people) return lines;
    return { ...lines, upper: Math.min(1, lines.upper), upperNear: Math.min(1, lines.upperNear) };
  };
}

/**
 * Laney's σz: how much further the points lie apart than chance within each of them would bring them, from the moving
 * ranges of their z-scores. Source: Laney (2002), Improved control charts for attributes, Quality Engineering 14, 531-537.
 */
function spreadBetween(
  base: readonly Observed[],
  centre: number,
  deviation: (point: Observed) => number,
): number | undefined {
  const scores = base.map((point) => {
    if (point.value === undefined) return undefined;
    const one = deviation(point);
    return one === 0 ? 0 : (point.value - centre) / one;
  });
  const range = movingRangeOf(scores, 'outliers-left-out');
  return range && range.mean / rangeToDeviation;
}
