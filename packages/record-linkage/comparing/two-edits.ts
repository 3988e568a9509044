import type { Dictionary } from '../records/dictionary.ts';

/** Where two texts end. */
type Ends = { left: number; right: number };

/**
 * Whether two values are at most two edits apart: letters changed, put in or taken out. What both begin and end with is
 * passed over; the first letter that differs was changed, taken out or put in, and what is left is one edit apart.
 */
export function twoEditsApart(left: Dictionary, right: Dictionary): (l: number, r: number) => boolean {
  const [a, b] = [left.letters, right.letters];
  const isOneEdit = oneEditLeft(a, b);
  const ends: Ends = { left: 0, right: 0 };
  return (l, r) => {
    let fromL = left.starts[l] ?? 0;
    let fromR = right.starts[r] ?? 0;
    let endL = left.starts[l + 1] ?? 0;
    let endR = right.starts[r + 1] ?? 0;
    const longer = endL - fromL - (endR - fromR);
    if (longer > 2 || longer < -2) return false;
    while (fromL < endL && fromR < endR && a[fromL] === b[fromR]) {
      fromL += 1;
      fromR += 1;
    }
    while (fromL < endL && fromR < endR && a[endL - 1] === b[endR - 1]) {
      endL -= 1;
      endR -= 1;
    }
    if (endL - fromL <= 2 && endR - fromR <= 2) return true;
    ends.left = endL;
    ends.right = endR;
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
