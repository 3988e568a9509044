import { exactSum } from '../means/exact-sum.ts';

/** A value at a time, with the standard error of the value where it is weighted by it. */
export type Observation = {
  readonly time: number;
  readonly value: number;
  /** 1 for all where every point weighs the same */
  readonly error: number;
};

/** A straight line through observations, and what is needed to say how far a new one may lie from it. */
export type FittedTrend = {
  readonly slope: number;
  readonly at: (time: number) => number;
  /** Σ w r²/(n − 2): the scatter about the line, in units of the observations' own errors */
  readonly scatter: number;
  /** the variance of the line itself at a time, and of a new observation about it, both for a scatter of 1 */
  readonly varianceAt: (time: number) => number;
};

/**
 * Least squares, each observation weighted by 1/error².
 *
 * Formula: weights w; t̄, ȳ weighted means; slope = Σ w (t − t̄)(y − ȳ)/Σ w (t − t̄)²; the line's variance at t is
 * 1/Σw + (t − t̄)²/Σ w (t − t̄)², and a new observation is taken to be as sure as those seen were on average (mean error²).
 */
export function fitTrend(observations: readonly Observation[]): FittedTrend {
  const weighted = observations.map((each) => ({ ...each, weight: 1 / each.error ** 2 }));
  const all = exactSum(weighted.map(({ weight }) => weight));
  const middle = exactSum(weighted.map(({ weight, time }) => weight * time)) / all;
  const centre = exactSum(weighted.map(({ weight, value }) => weight * value)) / all;
  const spread = exactSum(weighted.map(({ weight, time }) => weight * (time - middle) ** 2));
  const slope =
    exactSum(weighted.map(({ weight, time, value }) => weight * (time - middle) * (value - centre))) / spread;
  const at = (time: number): number => centre + slope * (time - middle);
  const squares = exactSum(weighted.map(({ weight, time, value }) => weight * (value - at(time)) ** 2));
  const own = exactSum(weighted.map(({ error }) => error ** 2)) / weighted.length;
  return {
    slope,
    at,
    scatter: squares / (weighted.length - 2),
    varianceAt: (time) => own + 1 / all + (time - middle) ** 2 / spread,
  };
}
