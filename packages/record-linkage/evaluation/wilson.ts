/** A share with the 95% limits of Wilson's score interval; undefined where there is nothing to take a share of. */
export type Share = {
  readonly part: number;
  readonly of: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
};

const z = 1.959963984540054;

/** A share and its interval. Source: Wilson, Journal of the American Statistical Association 22 (1927) 209-212. */
export function shareOf(part: number, of: number): Share | undefined {
  if (of <= 0) return undefined;
  const value = part / of;
  const middle = value + (z * z) / (2 * of);
  const reach = z * Math.sqrt((value * (1 - value)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return {
    part,
    of,
    value,
    lower: Math.max(0, (middle - reach) / scale),
    upper: Math.min(1, (middle + reach) / scale),
  };
}
