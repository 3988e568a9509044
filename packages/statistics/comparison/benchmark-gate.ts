/** What sort of number a measure is, as far as a benchmark goes: a count adds up, the others do not. */
export type BenchmarkKind = 'count' | 'ratio';

/** Whether a benchmark may be compared with. */
export type BenchmarkCheck =
  | { readonly trusted: true }
  /** the whole of a count is the sum of its parts, and so never comparable with one of them */
  | { readonly trusted: false; readonly reason: 'a-total' }
  /** fewer than two parts have a value, so nothing can be said of the benchmark */
  | { readonly trusted: false; readonly reason: 'too-few-parts'; readonly parts: number }
  /** a ratio of the whole always lies between the smallest and largest of its parts: this one does not */
  | {
      readonly trusted: false;
      readonly reason: 'outside-its-parts';
      readonly benchmark: number;
      readonly lowest: number;
      readonly highest: number;
    };

/** Relative: two numbers that are the same but for floating-point noise. Rounding by a publisher is not covered. */
const same = 1e-9;

/**
 * Stops a comparison with a benchmark that cannot be right.
 *
 * Rule: a percentage, rate or mean of a whole is a weighted mean of its parts, so min(parts) ≤ benchmark ≤ max(parts);
 * equality within 1e-9 of the larger number. Give all parts that have a value: councils rather than regions where both
 * are known, because a whole may hold people whom no region has.
 *
 * Units: all in the unit of the measure. Errors: none thrown; parts or a benchmark that are not finite are passed over
 * or stop the comparison.
 * Source: the identity of a weighted mean. Found necessary by a published series whose England row is 1,258 where the
 * regions run from 98 to 181.
 * @example checkBenchmark({ kind: 'ratio', benchmark: 1258, parts: [98, 181, 120] }) // outside its parts
 * @example checkBenchmark({ kind: 'count', benchmark: 83_000, parts: [310, 920] }) // a total
 */
export function checkBenchmark(given: {
  readonly kind: BenchmarkKind;
  readonly benchmark: number;
  readonly parts: readonly (number | undefined)[];
}): BenchmarkCheck {
  const { kind, benchmark } = given;
  if (kind === 'count') return { trusted: false, reason: 'a-total' };
  const parts = given.parts.filter((part): part is number => part !== undefined && Number.isFinite(part));
  if (parts.length < 2) return { trusted: false, reason: 'too-few-parts', parts: parts.length };
  const lowest = parts.reduce((left, right) => Math.min(left, right));
  const highest = parts.reduce((left, right) => Math.max(left, right));
  const inside = atMost(lowest, benchmark) && atMost(benchmark, highest);
  return inside
    ? { trusted: true }
    : { trusted: false, reason: 'outside-its-parts', benchmark, lowest, highest };
}

/** For a reader: why the benchmark is not used. */
export function benchmarkWords(check: Exclude<BenchmarkCheck, { trusted: true }>, whole: string): string {
  switch (check.reason) {
    case 'a-total':
      return `${whole} is a total, so it cannot be compared with one of its parts`;
    case 'too-few-parts':
      return `fewer than two parts of ${whole} have a value, so its own cannot be checked`;
    case 'outside-its-parts':
      return `the value given for ${whole} lies outside all of its parts, so it cannot be right`;
  }
}

function atMost(left: number, right: number): boolean {
  return left <= right || left - right <= same * Math.max(Math.abs(left), Math.abs(right));
}
