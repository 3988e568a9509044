import type { Dictionary } from '../../records/dictionary.ts';
import { lengthOf, trimmer, type Compare, type Trimmed } from '../../similarity/compare.ts';
import {
  groupsIn,
  mostPacked,
  packedLetters,
  sumOfGroups,
  tellsLetters,
} from '../../similarity/packed-letters.ts';
import { batchSize } from '../pairs.ts';
import type { MeasureAll } from './value-pairs.ts';

/**
 * How few edits values are apart, without counting more than two: -1 where one is enough, -2 where two are, else -3. An
 * edit is a letter changed, put in or taken out; where `swaps`, two neighbours swapped count as one, but only where
 * they are all.
 *
 * Most pairs are settled at a look at their packed letters, which nothing branches on. Values with many others lie all
 * over memory, and so a processor fetches those of many pairs at the same time.
 */
export function fewEdits(left: Dictionary, right: Dictionary, swaps: boolean): MeasureAll {
  const [ofLeft, ofRight] = [packedLetters(left), packedLetters(right)];
  const [a, b] = [ofLeft.words, ofRight.words];
  // with so many changed letters or fewer the look is the answer
  const sure = tellsLetters(ofLeft, ofRight) ? (swaps ? 1 : 2) : -1;
  const toLetters = editsToLetters(left, right, swaps);
  const open = new Int32Array(batchSize);
  return ({ left: l, right: r, count }, close) => {
    let opened = 0;
    for (let pair = 0; pair < count; pair += 1) {
      const one = (l[pair] ?? 0) * 2;
      const other = (r[pair] ?? 0) * 2;
      const head = a[one] ?? 0;
      const tail = a[one + 1] ?? 0;
      const otherHead = b[other] ?? 0;
      const otherTail = b[other + 1] ?? 0;
      const inHead = groupsIn(head ^ otherHead);
      const inTail = groupsIn((tail ^ otherTail) & allOfTail);
      const changed = sumOfGroups(inHead + inTail);
      // a letter taken out and, further on, another put in: all between stand one place before or after
      const before =
        (inHead & groupsIn(((head >>> 4) | (tail << 28)) ^ otherHead)) +
        (inTail & groupsIn(((tail & allOfTail) >>> 4) ^ otherTail));
      const after =
        (inHead & groupsIn(((otherHead >>> 4) | (otherTail << 28)) ^ head)) +
        (inTail & groupsIn(((otherTail & allOfTail) >>> 4) ^ tail));
      const moved = Math.min(sumOfGroups(before), sumOfGroups(after));
      const longer = Math.abs((tail >>> 24) - (otherTail >>> 24));
      const doubt = Number(changed > sure) & (Number(changed <= 2) | Number(moved <= 1));
      const edits = Math.max(changed, longer);
      close[pair] = -1 - Number(edits > 1) - Number(edits > 2);
      open[opened] = pair;
      opened += Number(longer <= 2) & (doubt | Number(longer > 0) | Number(tail >>> 24 > mostPacked));
    }
    for (let place = 0; place < opened; place += 1) {
      const pair = open[place] ?? 0;
      close[pair] = toLetters(l[pair] ?? 0, r[pair] ?? 0);
    }
  };
}

/** Of a tail, the bits of letters, without the length. */
const allOfTail = 0xffffff;

/** The same, letter by letter. */
function editsToLetters(left: Dictionary, right: Dictionary, swaps: boolean): Compare {
  const [a, b] = [left.letters, right.letters];
  const isOneEdit = oneEditLeft(a, b);
  const rest: Trimmed = { from: 0, left: 0, right: 0 };
  const trim = trimmer(left, right, rest);
  const ends: Ends = { left: 0, right: 0 };
  return (l, r) => {
    const longer = lengthOf(left, l) - lengthOf(right, r);
    if (longer > 2 || longer < -2) return -3;
    trim(l, r);
    if (rest.left <= 1 && rest.right <= 1) return -1;
    const fromL = (left.starts[l] ?? 0) + rest.from;
    const fromR = (right.starts[r] ?? 0) + rest.from;
    if (rest.left <= 2 && rest.right <= 2) {
      const isSwap = rest.left === rest.right && a[fromL] === b[fromR + 1] && a[fromL + 1] === b[fromR];
      return swaps && isSwap ? -1 : -2;
    }
    ends.left = fromL + rest.left;
    ends.right = fromR + rest.right;
    const isTwo =
      isOneEdit(fromL + 1, fromR + 1, ends) ||
      isOneEdit(fromL + 1, fromR, ends) ||
      isOneEdit(fromL, fromR + 1, ends);
    return isTwo ? -2 : -3;
  };
}

/** Where two texts end. */
type Ends = { left: number; right: number };

/** Whether texts are at most one edit apart from these places to their ends. */
function oneEditLeft(
  a: Uint16Array,
  b: Uint16Array,
): (fromL: number, fromR: number, ends: Readonly<Ends>) => boolean {
  return (fromL, fromR, { left, right }) => {
    const longer = left - fromL - (right - fromR);
    if (longer > 1 || longer < -1) return false;
    let [atL, atR, endL, endR] = [fromL, fromR, left, right];
    while (atL < endL && atR < endR && a[atL] === b[atR]) {
      atL += 1;
      atR += 1;
    }
    while (atL < endL && atR < endR && a[endL - 1] === b[endR - 1]) {
      endL -= 1;
      endR -= 1;
    }
    return endL - atL <= 1 && endR - atR <= 1;
  };
}
