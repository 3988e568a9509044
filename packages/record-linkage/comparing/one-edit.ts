import type { Dictionary } from '../records/dictionary.ts';

/**
 * Whether two values are at most one edit apart: a letter changed, put in or taken out, and where `swaps` two
 * neighbours swapped. Neither a table nor a second look at a letter is needed.
 */
export function oneEditApart(
  left: Dictionary,
  right: Dictionary,
  swaps: boolean,
): (l: number, r: number) => boolean {
  const [a, b] = [left.letters, right.letters];
  return (l, r) => {
    let fromL = left.starts[l] ?? 0;
    let fromR = right.starts[r] ?? 0;
    let endL = left.starts[l + 1] ?? 0;
    let endR = right.starts[r + 1] ?? 0;
    const longer = endL - fromL - (endR - fromR);
    if (longer > 1 || longer < -1) return false;
    while (fromL < endL && fromR < endR && a[fromL] === b[fromR]) {
      fromL += 1;
      fromR += 1;
    }
    while (fromL < endL && fromR < endR && a[endL - 1] === b[endR - 1]) {
      endL -= 1;
      endR -= 1;
    }
    const restL = endL - fromL;
    const restR = endR - fromR;
    if (restL <= 1 && restR <= 1) return true;
    return swaps && restL === 2 && restR === 2 && a[fromL] === b[fromR + 1] && a[fromL + 1] === b[fromR];
  };
}
