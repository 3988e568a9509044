import type { EncodedColumn } from './encoded-column.ts';
import { longestInWords, missingByte, type ValueWords } from './value-words.ts';

/**
 * Numbers the distinct values of one column as its rows come in: a hash table of whole values (four words each), so
 * that two values never share a number.
 */
export class Encoder {
  #slots = new Int32Array(1 << 12).fill(-1);
  #words = new Int32Array(4 << 11);
  #size = 0;
  #codes = new Int32Array(1 << 12);
  #rows = 0;
  /** the bytes of values too long for their words */
  readonly #long = new Map<number, Uint8Array>();

  /** Takes the next rows of the column. */
  add(values: ValueWords, rows: number): void {
    const { words } = values;
    const codes = this.#roomFor(this.#rows + rows);
    let at = this.#rows;
    for (let row = 0; row < rows; row += 1, at += 1) {
      const length = words[row * 4] ?? 0;
      if (length === 1 && words[row * 4 + 1] === missingByte) codes[at] = -1;
      else if (length > longestInWords) codes[at] = this.#codeOfLong(values.bytesOf(row));
      else codes[at] = this.#codeOf(words, row * 4);
    }
    this.#rows = at;
  }

  /** The column: codes by row as they came in, and the bytes of the values behind them. */
  finish(): EncodedColumn {
    const from = new Uint8Array(this.#words.buffer);
    const starts = new Uint32Array(this.#size + 1);
    for (let code = 0; code < this.#size; code += 1)
      starts[code + 1] = (starts[code] ?? 0) + (this.#long.get(code)?.length ?? this.#words[code * 4] ?? 0);
    const bytes = new Uint8Array(starts[this.#size] ?? 0);
    for (let code = 0; code < this.#size; code += 1) {
      const to = starts[code] ?? 0;
      const length = (starts[code + 1] ?? 0) - to;
      if (length > longestInWords) bytes.set(this.#long.get(code) ?? [], to);
      else
        for (let place = 0; place < length; place += 1) bytes[to + place] = from[code * 16 + 4 + place] ?? 0;
    }
    return { codes: this.#codes.subarray(0, this.#rows), bytes, starts };
  }

  #roomFor(rows: number): Int32Array {
    if (rows > this.#codes.length) {
      const codes = new Int32Array(Math.max(rows, this.#codes.length * 2));
      codes.set(this.#codes);
      this.#codes = codes;
    }
    return this.#codes;
  }

  #codeOf(words: Int32Array, from: number): number {
    const length = words[from] ?? 0;
    const first = words[from + 1] ?? 0;
    const second = words[from + 2] ?? 0;
    const third = words[from + 3] ?? 0;
    const known = this.#words;
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = mix(mix(length ^ first, second), third) & mask; ; slot = (slot + 1) & mask) {
      const code = slots[slot] ?? -1;
      if (code < 0) return this.#keep(slot, words, from);
      const at = code * 4;
      if (
        known[at + 1] === first &&
        known[at + 2] === second &&
        known[at + 3] === third &&
        known[at] === length
      )
        return code;
    }
  }

  /** A long value is known by its length, a hash of two words, and then letter by letter. */
  #codeOfLong(bytes: Uint8Array): number {
    const words = new Int32Array([bytes.length, 0, hashOf(bytes, 0x9e3779b1), hashOf(bytes, 0x85ebca6b)]);
    const mask = this.#slots.length - 1;
    const start = mix(mix(bytes.length, words[2] ?? 0), words[3] ?? 0) & mask;
    for (let slot = start; ; slot = (slot + 1) & mask) {
      const code = this.#slots[slot] ?? -1;
      if (code < 0) {
        this.#long.set(this.#size, bytes.slice());
        return this.#keep(slot, words, 0);
      }
      const known = this.#long.get(code);
      if (known && areEqual(known, bytes)) return code;
    }
  }

  #keep(slot: number, words: Int32Array, from: number): number {
    const code = this.#size;
    this.#slots[slot] = code;
    for (let part = 0; part < 4; part += 1) this.#words[code * 4 + part] = words[from + part] ?? 0;
    this.#size += 1;
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    return code;
  }

  #grow(): void {
    const words = new Int32Array(this.#words.length * 2);
    words.set(this.#words);
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let code = 0; code < this.#size; code += 1) {
      const at = code * 4;
      const first = (words[at] ?? 0) ^ (words[at + 1] ?? 0);
      let slot = mix(mix(first, words[at + 2] ?? 0), words[at + 3] ?? 0) & mask;
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#words = words;
    this.#slots = slots;
  }
}

function mix(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ Math.imul(word, 0xc2b2ae35);
  return mixed ^ (mixed >>> 13);
}

function hashOf(bytes: Uint8Array, seed: number): number {
  let hash = seed;
  for (let at = 0; at < bytes.length; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 16);
}

function areEqual(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at += 1) if (left[at] !== right[at]) return false;
  return true;
}
