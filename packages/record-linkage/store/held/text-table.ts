import { growingInts, growingLetters, type Ints, type Letters } from './growing.ts';
import { Slots } from './slots.ts';

/** What a table of texts is kept as. */
export type TextArrays = { readonly letters: Letters; readonly ends: Ints; readonly slots: Slots };

/**
 * Texts and their numbers, both ways, for all columns together: equal texts have one number wherever they stand. It
 * grows at its end alone, and can be cut back to what it was.
 */
export class TextTable {
  readonly arrays: TextArrays;
  #scratch = new Uint16Array(256);

  constructor(arrays: TextArrays = { letters: growingLetters(), ends: growingInts(), slots: new Slots() }) {
    this.arrays = arrays;
  }

  get size(): number {
    return this.arrays.ends.size;
  }

  /** Where the letters of a text begin. */
  startOf(number: number): number {
    return number === 0 ? 0 : this.arrays.ends.at(number - 1);
  }

  /** Where the letters of a text end. */
  endOf(number: number): number {
    return this.arrays.ends.at(number);
  }

  /** The text with this number. */
  text(number: number): string {
    const letters = this.arrays.letters.all;
    let text = '';
    const end = this.endOf(number);
    for (let at = this.startOf(number); at < end; at += 4096)
      text += String.fromCharCode(...letters.subarray(at, Math.min(end, at + 4096)));
    return text;
  }

  /** The texts from this number on: letters that stand one after the other are read together. */
  textsFrom(first: number): string[] {
    const start = this.startOf(first);
    const all = textOf(this.arrays.letters.all.subarray(start, this.arrays.letters.size));
    return Array.from({ length: this.size - first }, (_, at) =>
      all.slice(this.startOf(first + at) - start, this.endOf(first + at) - start),
    );
  }

  /** The number of a text; -1 where it is not in the table. */
  numberOf(text: string): number {
    return this.#find(this.#lettersOf(text), 0, text.length);
  }

  /** The number of a text, a new one where it is not in the table. */
  add(text: string): number {
    return this.addLetters(this.#lettersOf(text), 0, text.length);
  }

  /** The number of the text that stands there among letters, a new one where it is not in the table. */
  addLetters(letters: Uint16Array, from: number, to: number): number {
    const known = this.#find(letters, from, to);
    if (known >= 0) return known;
    const { letters: own, ends, slots } = this.arrays;
    const number = ends.size;
    if (slots.isTight(number + 1)) slots.spread(number, (each) => this.#hashOfNumber(each));
    own.reserve(own.size + to - from);
    own.all.set(letters.subarray(from, to), own.size);
    own.size += to - from;
    ends.push(own.size);
    slots.put(number, hashOf(own.all, own.size - (to - from), own.size));
    return number;
  }

  /** Makes room in the table where it is filling up. */
  loosen(): void {
    const { ends, slots } = this.arrays;
    if (slots.isFilling(ends.size)) slots.spread(ends.size, (each) => this.#hashOfNumber(each));
  }

  /** Takes all texts out that came after the first so many. */
  keepFirst(size: number): void {
    const { letters, ends, slots } = this.arrays;
    for (let number = ends.size - 1; number >= size; number -= 1) {
      slots.take(number, this.#hashOfNumber(number));
      letters.size = this.startOf(number);
      ends.size = number;
    }
  }

  /** Below 0 where the first text comes before the second, letter by letter (UTF-16). */
  compare(one: number, other: number): number {
    const letters = this.arrays.letters.all;
    let at = this.startOf(one);
    let beside = this.startOf(other);
    const end = this.endOf(one);
    const besideEnd = this.endOf(other);
    while (at < end && beside < besideEnd) {
      const apart = (letters[at] ?? 0) - (letters[beside] ?? 0);
      if (apart !== 0) return apart;
      at += 1;
      beside += 1;
    }
    return end - at - (besideEnd - beside);
  }

  #lettersOf(text: string): Uint16Array {
    if (text.length > this.#scratch.length) this.#scratch = new Uint16Array(text.length * 2);
    const scratch = this.#scratch;
    for (let at = 0; at < text.length; at += 1) scratch[at] = text.charCodeAt(at);
    return scratch;
  }

  #hashOfNumber(number: number): number {
    return hashOf(this.arrays.letters.all, this.startOf(number), this.endOf(number));
  }

  #find(letters: Uint16Array, from: number, to: number): number {
    const { letters: own, ends, slots } = this.arrays;
    const all = slots.all;
    const mask = all.length - 1;
    for (let slot = hashOf(letters, from, to) & mask; ; slot = (slot + 1) & mask) {
      const number = all[slot] ?? -1;
      if (number < 0) return -1;
      const start = number === 0 ? 0 : (ends.all[number - 1] ?? 0);
      if ((ends.all[number] ?? 0) - start !== to - from) continue;
      let at = from;
      let beside = start;
      while (at < to && letters[at] === own.all[beside]) {
        at += 1;
        beside += 1;
      }
      if (at === to) return number;
    }
  }
}

/** Letters (UTF-16) as one text; a text of plain letters alone takes a byte each. */
export function textOf(letters: Uint16Array): string {
  const isPlain = letters.every((letter) => letter < 128);
  const all = isPlain ? Uint8Array.from(letters) : letters;
  return Buffer.from(all.buffer, all.byteOffset, all.byteLength).toString(isPlain ? 'latin1' : 'utf16le');
}

function hashOf(letters: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (letters[at] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
