import { growingInts, type Ints } from './growing.ts';
import { Slots } from './slots.ts';

/** What lists by key are kept as. */
export type KeyArrays = {
  /** list by list: its newest entry, how many entries it has, and the numbers of its key */
  readonly lists: Ints;
  /** entry by entry: its record, and the entry of the same list before it (-1 for none) */
  readonly entries: Ints;
  readonly slots: Slots;
};

/** Numbers of a list that stand before those of its key. */
const head = 2;

/**
 * Records by key, a key being so many whole numbers: found exactly, through a hash table. A list is walked from its
 * newest entry to its oldest. The newest entry of all can be taken out again.
 */
export class KeyLists {
  readonly width: number;
  readonly arrays: KeyArrays;
  readonly #stride: number;

  constructor(width: number, arrays?: KeyArrays) {
    this.width = width;
    this.#stride = width + head;
    this.arrays = arrays ?? { lists: growingInts(), entries: growingInts(), slots: new Slots() };
  }

  /** The list of a key; -1 where there is none. */
  find(key: Int32Array): number {
    const { lists, slots } = this.arrays;
    const all = slots.all;
    const own = lists.all;
    const mask = all.length - 1;
    const { width } = this;
    for (let slot = hashOf(key, 0, width) & mask; ; slot = (slot + 1) & mask) {
      const list = all[slot] ?? -1;
      if (list < 0) return -1;
      const at = list * this.#stride + head;
      let part = 0;
      while (part < width && own[at + part] === key[part]) part += 1;
      if (part === width) return list;
    }
  }

  /** How many records stand in a list. */
  countOf(list: number): number {
    return this.arrays.lists.all[list * this.#stride + 1] ?? 0;
  }

  /** The newest entry of a list: `entries[entry * 2]` is its record, and the next one follows in `entries[entry * 2 + 1]`. */
  newestOf(list: number): number {
    return this.arrays.lists.all[list * this.#stride] ?? -1;
  }

  /** The numbers of a list's key. */
  keyOf(list: number): Int32Array {
    const from = list * this.#stride + head;
    return this.arrays.lists.all.subarray(from, from + this.width);
  }

  /** Puts a record into the list of a key, and returns the list. */
  add(key: Int32Array, record: number): number {
    const { lists, entries } = this.arrays;
    let list = this.find(key);
    if (list < 0) list = this.#begin(key);
    const at = list * this.#stride;
    const entry = entries.size >> 1;
    entries.push(record);
    entries.push(lists.all[at] ?? -1);
    lists.all[at] = entry;
    lists.all[at + 1] = (lists.all[at + 1] ?? 0) + 1;
    return list;
  }

  /** Takes the newest entry out, which stands in the list of this key. */
  takeNewest(key: Int32Array): void {
    const { lists, entries, slots } = this.arrays;
    const list = this.find(key);
    const at = list * this.#stride;
    entries.size -= 2;
    lists.all[at] = entries.all[entries.size + 1] ?? -1;
    lists.all[at + 1] = (lists.all[at + 1] ?? 0) - 1;
    if ((lists.all[at + 1] ?? 0) > 0) return;
    slots.take(list, hashOf(key, 0, this.width));
    lists.size -= this.#stride;
  }

  /** Makes room in the table where it is filling up. */
  loosen(): void {
    if (this.arrays.slots.isFilling(this.#count)) this.#spread(this.#count);
  }

  get #count(): number {
    return this.arrays.lists.size / this.#stride;
  }

  #begin(key: Int32Array): number {
    const { lists, slots } = this.arrays;
    const list = this.#count;
    if (slots.isTight(list + 1)) this.#spread(list);
    lists.push(-1);
    lists.push(0);
    for (let part = 0; part < this.width; part += 1) lists.push(key[part] ?? 0);
    slots.put(list, hashOf(key, 0, this.width));
    return list;
  }

  #spread(count: number): void {
    const { lists, slots } = this.arrays;
    slots.spread(count, (list) => hashOf(lists.all, list * this.#stride + head, this.width));
  }
}

function hashOf(words: Int32Array, from: number, width: number): number {
  let hash = 0x811c9dc5;
  for (let part = 0; part < width; part += 1) {
    hash = Math.imul(hash ^ (words[from + part] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
