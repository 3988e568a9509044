import { meanOf } from '../series.ts';
import type { Lines } from '../xmr/special-cause.ts';
import { atLeastNothing } from './lines-of-values.ts';
import type { LinesAt } from './lines-of-ratios.ts';
import type { Observed, SamplesChart } from './observed.ts';

/** Lines of a chart of samples, from the points that they may be made of; undefined where none has two values. */
export function linesOfSamples(chart: SamplesChart['chart'], base: readonly Observed[]): LinesAt | undefined {
  const deviation = pooledDeviation(base);
  if (deviation === undefined) return undefined;
  if (chart === 's') return ({ size }) => (size < 2 ? undefined : deviationLines(deviation, size));
  const values = base.reduce((sum, { size }) => sum + size, 0);
  const centre = base.reduce((sum, { mean, size }) => sum + mean * (size / values), 0);
  return ({ size }) => {
    if (size < 2) return undefined;
    const one = deviation / (unbiased(size) * Math.sqrt(size));
    return {
      centre,
      lower: centre - 3 * one,
      upper: centre + 3 * one,
      lowerNear: centre - 2 * one,
      upperNear: centre + 2 * one,
    };
  };
}

function deviationLines(centre: number, size: number): Lines {
  const unit = unbiased(size);
  const one = (centre * Math.sqrt(1 - unit * unit)) / unit;
  return atLeastNothing({
    centre,
    lower: centre - 3 * one,
    upper: centre + 3 * one,
    lowerNear: centre - 2 * one,
    upperNear: centre + 2 * one,
  });
}

/** The mean of the standard deviations of samples of one size; their root mean square, weighted by n − 1, of several sizes. */
function pooledDeviation(base: readonly Observed[]): number | undefined {
  const used = base.flatMap(({ deviation, size }) => (deviation === undefined ? [] : [{ deviation, size }]));
  const [first] = used;
  if (!first) return undefined;
  if (base.every(({ size }) => size === first.size || size === 0))
    return meanOf(used.map((one) => one.deviation));
  const squares = used.reduce((sum, one) => sum + (one.size - 1) * one.deviation ** 2, 0);
  return Math.sqrt(squares / used.reduce((sum, one) => sum + one.size - 1, 0));
}

/**
 * c4: the mean of the standard deviation of n normal values, in true standard deviations.
 *
 * Formula: c4(2) = √(2/π), c4(n) · c4(n + 1) = √((n − 1)/n); for large n the series 1 − 1/4n − 7/32n² − 19/128n³.
 * Source: Montgomery, Introduction to statistical quality control, appendix VI.
 */
export function unbiased(size: number): number {
  if (size > 10_000) return 1 - 1 / (4 * size) - 7 / (32 * size * size) - 19 / (128 * size ** 3);
  let made = Math.sqrt(2 / Math.PI);
  for (let reached = 2; reached < size; reached += 1) made = Math.sqrt((reached - 1) / reached) / made;
  return made;
}
