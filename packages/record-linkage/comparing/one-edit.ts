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
  const signsL = nibblesOf(left);
  const signsR = left === right ? signsL : nibblesOf(right);
  return (l, r) => {
    // texts of one length are one edit apart only where at most two letters differ: most are not, at a glance
    const head = (signsL[l * 2] ?? 0) ^ (signsR[r * 2] ?? 0);
    const tail = (signsL[l * 2 + 1] ?? 0) ^ (signsR[r * 2 + 1] ?? 0);
    const length = (signsL[l * 2 + 1] ?? 0) >>> 24;
    if (tail >>> 24 === 0 && length <= 14 && differing(head) + differing(tail) > 2) return false;
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

/**
 * Two words a value: four bits of each of its first fourteen letters, and above them its length (15 for all that are
 * longer). Letters with different bits differ; letters with the same bits may.
 */
function nibblesOf({ letters, starts, size }: Dictionary): Int32Array {
  const nibbles = new Int32Array(new SharedArrayBuffer(size * 8));
  for (let code = 0; code < size; code += 1) {
    const from = starts[code] ?? 0;
    const length = (starts[code + 1] ?? 0) - from;
    let [head, tail] = [0, Math.min(length, 15) << 24];
    for (let place = 0; place < Math.min(length, 14); place += 1) {
      const bits = (letters[from + place] ?? 0) & 15;
      if (place < 8) head |= bits << (place * 4);
      else tail |= bits << ((place - 8) * 4);
    }
    nibbles[code * 2] = head;
    nibbles[code * 2 + 1] = tail;
  }
  return nibbles;
}

/** How many groups of four bits are not all nought. */
function differing(bits: number): number {
  const pairs = bits | (bits >>> 1);
  const some = (pairs | (pairs >>> 2)) & 0x11111111;
  return Math.imul(some, 0x11111111) >>> 28;
}
