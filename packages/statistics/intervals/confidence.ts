import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** The two levels that public health statistics in England are published with. */
export type ConfidenceLevel = 0.95 | 0.998;

/** Lower and upper limit of an interval, in the unit of the value they belong to; `lower` ≤ `upper`. */
export type Limits = { readonly lower: number; readonly upper: number };

/**
 * A value with its limits at both levels.
 * - `method` names the method of the limits, to be shown wherever they are.
 * - `multiplier` is what the ratio was multiplied by: 100 for a percentage, 10,000 for a rate per 10,000.
 */
export type Estimate<Method extends string> = {
  readonly value: number;
  readonly limits95: Limits;
  readonly limits998: Limits;
  readonly method: Method;
  readonly multiplier: number;
};

/**
 * z, so that a standard normal variable lies between −z and z with this probability.
 *
 * Formula: z = Φ⁻¹(1 − α/2), α = 1 − level. No unit. Errors: none.
 * @example normalDeviate(0.95) // 1.959963984540054
 * @example normalDeviate(0.998) // 3.090232306167813
 */
export function normalDeviate(level: ConfidenceLevel): number {
  return normalQuantile(1 - tail(level), 0, 1);
}

/** α/2: the probability beyond either limit, written as a constant so that no rounding of 1 − level enters it. */
export function tail(level: ConfidenceLevel): number {
  return level === 0.95 ? 0.025 : 0.001;
}
