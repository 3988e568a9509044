import type { Dictionary } from '../records/dictionary.ts';
import type { Compare } from './compare.ts';

/** For each letter, when it was last seen in a left and in a right text. One for each thread. */
const seenLeft = new Float64Array(65_536);
const seenRight = new Float64Array(65_536);
let turn = 0;

/**
 * Jaccard's similarity of the sets of letters of two values, from 0 to 1: letters in both, of letters in either.
 * Equal to DuckDB's, which refuses empty texts; here an empty text is like nothing: 0.
 */
export function jaccardSimilarity(left: Dictionary, right: Dictionary): Compare {
  const [a, b] = [left.letters, right.letters];
  return (l, r) => {
    turn += 1;
    let [inLeft, inRight, inBoth] = [0, 0, 0];
    const [endL, endR] = [left.starts[l + 1] ?? 0, right.starts[r + 1] ?? 0];
    for (let at = left.starts[l] ?? 0; at < endL; at += 1) {
      const letter = a[at] ?? 0;
      if (seenLeft[letter] === turn) continue;
      seenLeft[letter] = turn;
      inLeft += 1;
    }
    for (let at = right.starts[r] ?? 0; at < endR; at += 1) {
      const letter = b[at] ?? 0;
      if (seenRight[letter] === turn) continue;
      seenRight[letter] = turn;
      inRight += 1;
      if (seenLeft[letter] === turn) inBoth += 1;
    }
    return inLeft === 0 || inRight === 0 ? 0 : inBoth / (inLeft + inRight - inBoth);
  };
}
