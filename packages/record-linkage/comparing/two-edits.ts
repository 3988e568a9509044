import type { Dictionary } from '../records/dictionary.ts';
import { lengthOf, trimmer, type Trimmed } from '../similarity/compare.ts';

/** Where two texts end. */
type Ends = { left: number; right: number };

/**
 * Whether two values are at most two edits apart: letters changed, put in or taken out. What both begin and end with is
 * passed over; the first letter that differs was changed, taken out or put in, and what is left is one edit apart.
 */
export function twoEditsApart(left: Dictionary, right: Dictionary): (l: number, r: number) => boolean {
  const isOneEdit = oneEditLeft(left.letters, right.letters);
  const rest: Trimmed = { from: 0, left: 0, right: 0 };
  const trim = trimmer(left, right, rest);
  const ends: Ends = { left: 0, right: 0 };
  return (l, r) => {
    const longer = lengthOf(left, l) - lengthOf(right, r);
    if (longer > 2 || longer < -2) return false;
    trim(l, r);
    if (rest.left <= 2 && rest.right <= 2) return true;
    const fromL = (left.starts[l] ?? 0) + rest.from;
    const fromR = (right.starts[r] ?? 0) + rest.from;
    ends.left = fromL + rest.left;
    ends.right = fromR + rest.right;
    return (
      isOneEdit(fromL + 1, fromR + 1, ends) ||
      isOneEdit(fromL + 1, fromR, ends) ||
      isOneEdit(fromL, fromR + 1, ends)
    );
  };
}

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
