import type { Compare } from '../../similarity/compare.ts';

/** The most entries of a cache: 4 MB each measure and thread. */
const mostEntries = 1 << 18;

/**
 * A measure that remembers what it gave for pairs of codes, in a table of fixed size: a new pair takes the place of an
 * older one that falls on the same entry. `different` is how many different pairs there can be.
 */
export function remembered(measure: Compare, different: number): Compare {
  let entries = 16;
  while (entries < different && entries < mostEntries) entries *= 2;
  const mask = entries - 1;
  // an entry is four words: both codes, then the value
  const words = new Int32Array(entries * 4).fill(-1);
  const values = new Float64Array(words.buffer);
  return (left, right) => {
    const mixed = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
    const entry = (mixed ^ (mixed >>> 15)) & mask;
    const at = entry * 4;
    if (words[at] === left && words[at + 1] === right) return values[entry * 2 + 1] ?? 0;
    const value = measure(left, right);
    words[at] = left;
    words[at + 1] = right;
    values[entry * 2 + 1] = value;
    return value;
  };
}
