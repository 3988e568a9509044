import { exactSum } from '../means/exact-sum.ts';

/** A line as sums over the values: intercept = Σ atStart · y, slope = Σ rise · y. Both lists are in order of the groups. */
export type WeightedLine = {
  readonly atStart: readonly number[];
  readonly rise: readonly number[];
};

/** Intercept and slope of a line, with how surely each is known. */
export type FittedLine = {
  readonly intercept: number;
  readonly slope: number;
  readonly varianceOfIntercept: number;
  readonly varianceOfSlope: number;
  readonly covariance: number;
};

/**
 * The line through groups in order, each at the middle of its share of all people and weighted by that share.
 *
 * Formula, with aᵢ a group's share and bᵢ the shares before it plus aᵢ/2: weighted means ȳ and b̄ of y and b;
 * slope = Σ aᵢ (bᵢ − b̄) yᵢ / Σ aᵢ (bᵢ − b̄)², intercept = ȳ − slope · b̄. (b̄ is ½ whatever the shares.)
 */
export function weightedLine(populations: readonly number[]): WeightedLine {
  const largest = populations.reduce((left, right) => Math.max(left, right), 0);
  const inParts = populations.map((population) => population / largest);
  const all = exactSum(inParts);
  const shares = inParts.map((population) => population / all);
  let before = 0;
  const fromMiddle = shares.map((share) => {
    const middle = before + share / 2;
    before += share;
    return middle - 0.5;
  });
  const spread = exactSum(shares.map((share, index) => share * (fromMiddle[index] ?? 0) ** 2));
  const rise = shares.map((share, index) => (share * (fromMiddle[index] ?? 0)) / spread);
  return { rise, atStart: shares.map((share, index) => share - (rise[index] ?? 0) / 2) };
}

/** The line's intercept and slope for these values, and their variances from the values' own standard errors. */
export function fitLine(
  { atStart, rise }: WeightedLine,
  values: readonly number[],
  errors: readonly number[],
): FittedLine {
  const sum = (term: (index: number) => number): number => exactSum(values.map((_, index) => term(index)));
  const at = (list: readonly number[], index: number): number => list[index] ?? 0;
  return {
    intercept: sum((index) => at(atStart, index) * at(values, index)),
    slope: sum((index) => at(rise, index) * at(values, index)),
    varianceOfIntercept: sum((index) => (at(atStart, index) * at(errors, index)) ** 2),
    varianceOfSlope: sum((index) => (at(rise, index) * at(errors, index)) ** 2),
    covariance: sum((index) => at(rise, index) * at(atStart, index) * at(errors, index) ** 2),
  };
}
