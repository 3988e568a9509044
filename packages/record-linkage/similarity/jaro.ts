import type { Dictionary } from '../records/dictionary.ts';
import { lengthOf, type Compare } from './compare.ts';

/** For each letter, where it stands in the left text, as bits; empty between calls. One for each thread. */
const standsAt = new Int32Array(65_536);

/**
 * Jaro's similarity of two values, from 0 to 1: a third each of the share of the left's letters that the right has
 * nearby, of the right's that the left has, and of those that come in the same order. The sums are made in DuckDB's
 * order, so that results are the same to the last bit; two empty texts are 0, as there.
 * Source: M. A. Jaro, Journal of the American Statistical Association 84 (1989) 414-420.
 */
export function jaroSimilarity(left: Dictionary, right: Dictionary): Compare {
  const short = shortJaro(left, right);
  const long = longJaro(left, right);
  return (l, r) => (lengthOf(left, l) <= 32 && lengthOf(right, r) <= 32 ? short(l, r) : long(l, r));
}

/** The similarity from letters in common, the lengths, and pairs out of order. */
function similarity(common: number, lengths: readonly [number, number], outOfPlace: number): number {
  if (common === 0) return 0;
  return (common / lengths[0] + common / lengths[1] + (common - (outOfPlace >> 1)) / common) / 3;
}

/** Texts of at most 32 letters: a word of bits for each. */
function shortJaro(left: Dictionary, right: Dictionary): Compare {
  const [a, b] = [left.letters, right.letters];
  const finish = outOfPlaceShort(b);
  return (l, r) => {
    const fromL = left.starts[l] ?? 0;
    const fromR = right.starts[r] ?? 0;
    const p = (left.starts[l + 1] ?? 0) - fromL;
    const t = (right.starts[r + 1] ?? 0) - fromR;
    if (p === 0 || t === 0) return 0;
    for (let at = 0; at < p; at += 1) {
      const letter = a[fromL + at] ?? 0;
      standsAt[letter] = (standsAt[letter] ?? 0) | (1 << at);
    }
    const reach = Math.max(0, (Math.max(p, t) >> 1) - 1);
    const end = Math.min(t, p + reach);
    let [foundL, foundR, common] = [0, 0, 0];
    for (let at = 0; at < end; at += 1) {
      const near =
        (at > reach ? -1 << (at - reach) : -1) & (at + reach >= 31 ? -1 : (1 << (at + reach + 1)) - 1);
      const free = (standsAt[b[fromR + at] ?? 0] ?? 0) & near & ~foundL;
      if (free === 0) continue;
      foundL |= free & -free;
      foundR |= 1 << at;
      common += 1;
    }
    const wrong = finish(foundL, foundR, fromR);
    for (let at = 0; at < p; at += 1) standsAt[a[fromL + at] ?? 0] = 0;
    if (common === 0) return 0;
    return (common / p + common / t + (common - (wrong >> 1)) / common) / 3;
  };
}

/** How many of the found letters, taken in order on both sides, differ. */
function outOfPlaceShort(b: Uint16Array): (foundL: number, foundR: number, fromR: number) => number {
  return (foundL, foundR, fromR) => {
    let [restL, restR, wrong] = [foundL, foundR, 0];
    while (restR !== 0) {
      const at = 31 - Math.clz32(restR & -restR);
      if (((standsAt[b[fromR + at] ?? 0] ?? 0) & restL & -restL) === 0) wrong += 1;
      restL &= restL - 1;
      restR &= restR - 1;
    }
    return wrong;
  };
}

/** Texts of any length: several words of bits for each letter that the left text has. */
function longJaro(left: Dictionary, right: Dictionary): Compare {
  const [a, b] = [left.letters, right.letters];
  return (l, r) => {
    const textL = a.subarray(left.starts[l] ?? 0, left.starts[l + 1] ?? 0);
    const textR = b.subarray(right.starts[r] ?? 0, right.starts[r + 1] ?? 0);
    const places = placesOf(textL);
    const foundR: number[] = [];
    const taken = new Int32Array((textL.length + 31) >> 5);
    const reach = Math.max(0, (Math.max(textL.length, textR.length) >> 1) - 1);
    const end = Math.min(textR.length, textL.length + reach);
    for (let at = 0; at < end; at += 1) {
      const place = places.get(textR[at] ?? 0);
      if (place === undefined) continue;
      const range = { from: Math.max(0, at - reach), to: Math.min(textL.length - 1, at + reach) };
      if (takeFirst(place, taken, range)) foundR.push(textR[at] ?? 0);
    }
    const wrong = outOfPlaceLong(textL, taken, foundR);
    return similarity(foundR.length, [textL.length, textR.length], wrong);
  };
}

/** For each letter of a text, where it stands, as words of bits. */
function placesOf(text: Uint16Array): Map<number, Int32Array> {
  const places = new Map<number, Int32Array>();
  for (const [at, letter] of text.entries()) {
    const bits = places.get(letter) ?? new Int32Array((text.length + 31) >> 5);
    bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31));
    places.set(letter, bits);
  }
  return places;
}

/** Takes the first place within the range that is not taken; false where there is none. */
function takeFirst(place: Int32Array, taken: Int32Array, range: { from: number; to: number }): boolean {
  for (let word = range.from >> 5; word <= range.to >> 5; word += 1) {
    const low = word === range.from >> 5 ? -1 << (range.from & 31) : -1;
    const high = word === range.to >> 5 && (range.to & 31) < 31 ? (1 << ((range.to & 31) + 1)) - 1 : -1;
    const free = (place[word] ?? 0) & ~(taken[word] ?? 0) & low & high;
    if (free === 0) continue;
    taken[word] = (taken[word] ?? 0) | (free & -free);
    return true;
  }
  return false;
}

function outOfPlaceLong(textL: Uint16Array, taken: Int32Array, foundR: readonly number[]): number {
  let [next, wrong] = [0, 0];
  for (let word = 0; word < taken.length; word += 1)
    for (let rest = taken[word] ?? 0; rest !== 0; rest &= rest - 1) {
      const at = (word << 5) + 31 - Math.clz32(rest & -rest);
      if (textL[at] !== foundR[next]) wrong += 1;
      next += 1;
    }
  return wrong;
}
