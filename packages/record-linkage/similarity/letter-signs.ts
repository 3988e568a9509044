import type { Dictionary } from '../records/dictionary.ts';

/** Made once for each dictionary, however many questions read it. */
const known = new WeakMap<Dictionary, Int32Array>();

/**
 * Two words for each value: 32 bits, of which bit n is set where the value has a letter whose number leaves n when
 * divided by 32; and how many letters it has.
 */
export function letterSigns(dictionary: Dictionary): Int32Array {
  const signs = known.get(dictionary) ?? signsFor(dictionary);
  known.set(dictionary, signs);
  return signs;
}

function signsFor({ letters, starts, size }: Dictionary): Int32Array {
  const signs = new Int32Array(size * 2);
  for (let code = 0; code < size; code += 1) {
    let sign = 0;
    const begin = starts[code] ?? 0;
    const end = starts[code + 1] ?? 0;
    for (let at = begin; at < end; at += 1) sign |= 1 << ((letters[at] ?? 0) & 31);
    signs[code * 2] = sign;
    signs[code * 2 + 1] = end - begin;
  }
  return signs;
}

/** How many bits are set. */
export function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
