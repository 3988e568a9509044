import type { Compare } from '../../similarity/compare.ts';

/** Pairs of values by their codes in two dictionaries: the first `count` of each array. */
export type ValuePairs = { readonly left: Int32Array; readonly right: Int32Array; count: number };

/** Writes how close the values of each pair are, in the order of the pairs. */
export type MeasureAll = (of: ValuePairs, close: Float64Array) => void;

/** Room for so many pairs of values. */
export function roomForPairs(most: number): ValuePairs {
  return { left: new Int32Array(most), right: new Int32Array(most), count: 0 };
}

/** Takes a measure of one pair after the other. */
export function each(measure: Compare): MeasureAll {
  return ({ left, right, count }, close) => {
    for (let pair = 0; pair < count; pair += 1) close[pair] = measure(left[pair] ?? 0, right[pair] ?? 0);
  };
}

/** One and the same of all pairs. */
export function always(value: number): MeasureAll {
  return ({ count }, close) => {
    close.fill(value, 0, count);
  };
}
