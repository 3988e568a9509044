/** The rules that Fingertips compares by, under our names. */
export type ComparatorMethod =
  | 'single-overlap'
  | 'single-overlap-998'
  | 'double-overlap'
  | 'two-level'
  | 'control-limits-proportion'
  | 'control-limits-standardised-rate'
  | 'quintiles'
  | 'quartiles'
  | 'none';

/**
 * The rule that a Fingertips comparator method number stands for, and the function that follows it: `compare` (1, 12, 17,
 * 18 and −1), `compareWithControlLimits` (5 and 6), `categoryOf` (15 and 16).
 *
 * No unit. Errors: undefined for any other number; 14 belongs to one plan on one subject and is not offered.
 * Source: Fingertips (Office for Health Improvement and Disparities), ComparatorMethodId.
 * @example comparatorMethodOfNumber(17) // two-level
 */
export function comparatorMethodOfNumber(id: number): ComparatorMethod | undefined {
  return byNumber.get(id);
}

const byNumber: ReadonlyMap<number, ComparatorMethod> = new Map([
  [1, 'single-overlap'],
  [5, 'control-limits-proportion'],
  [6, 'control-limits-standardised-rate'],
  [12, 'double-overlap'],
  [15, 'quintiles'],
  [16, 'quartiles'],
  [17, 'two-level'],
  [18, 'single-overlap-998'],
  [-1, 'none'],
]);
