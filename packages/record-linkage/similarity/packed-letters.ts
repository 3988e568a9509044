import type { Dictionary } from '../records/dictionary.ts';

/** The values of a dictionary in two words each, so that most of what differs is seen at one look. */
export type PackedLetters = {
  /** four bits of each of the first fourteen letters, eight in the first word; above the others the length in four bits, 15 for all that are longer */
  readonly words: Int32Array;
  /** by four bits, the letter that has them; 0 where none has, `several` where more than one */
  readonly letters: Uint16Array;
};

/** The most letters of which all are in the words. */
export const mostPacked = 14;

const several = 0xffff;

/** Made once for each dictionary, however many questions read it. */
const known = new WeakMap<Dictionary, PackedLetters>();

/** The letters of a dictionary's values, packed. Letters with different bits differ; letters with the same bits may. */
export function packedLetters(dictionary: Dictionary): PackedLetters {
  const packed = known.get(dictionary) ?? packLetters(dictionary);
  known.set(dictionary, packed);
  return packed;
}

/** Whether letters of two dictionaries' values are the same wherever their bits are. */
export function tellsLetters(left: PackedLetters, right: PackedLetters): boolean {
  return left.letters.every((one, bits) => {
    const other = right.letters[bits] ?? 0;
    return one !== several && other !== several && (one === 0 || other === 0 || one === other);
  });
}

function packLetters({ letters, starts, size }: Dictionary): PackedLetters {
  const words = new Int32Array(size * 2);
  const byBits = new Uint16Array(16);
  for (let code = 0; code < size; code += 1) {
    const from = starts[code] ?? 0;
    const length = (starts[code + 1] ?? 0) - from;
    let [head, tail] = [0, Math.min(length, mostPacked + 1) << 24];
    for (let place = 0; place < Math.min(length, mostPacked); place += 1) {
      const letter = letters[from + place] ?? 0;
      const bits = letter & 15;
      const one = byBits[bits] ?? 0;
      byBits[bits] = one === 0 || one === letter ? letter : several;
      if (place < 8) head |= bits << (place * 4);
      else tail |= bits << ((place - 8) * 4);
    }
    words[code * 2] = head;
    words[code * 2 + 1] = tail;
  }
  return { words, letters: byBits };
}

/** The lowest bit of each group of four that is not all nought. */
export function groupsIn(bits: number): number {
  const pairs = bits | (bits >>> 1);
  return (pairs | (pairs >>> 2)) & 0x11111111;
}

/** The sum of eight groups of four bits, where that is at most 15. */
export function sumOfGroups(groups: number): number {
  return Math.imul(groups, 0x11111111) >>> 28;
}
