/**
 * One Wilson limit as a function of the count, for whoever works backwards from a published limit.
 * (x + z²/2 ∓ z√(x(n − x)/n + z²/4)) / (n + z²), times the multiplier; x from 0 to n. Source: Wilson (1927).
 */
export function wilsonLimit(given: {
  readonly base: number;
  readonly end: 'lower' | 'upper';
  readonly deviate: number;
  readonly multiplier: number;
}): (count: number) => number {
  const { base, end, deviate: z, multiplier } = given;
  return (count) => {
    const middle = count + (z * z) / 2;
    const spread = z * Math.sqrt((count * (base - count)) / base + (z * z) / 4);
    return (multiplier * (end === 'lower' ? middle - spread : middle + spread)) / (base + z * z);
  };
}
