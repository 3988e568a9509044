import { growingInts, type Ints } from './growing.ts';
import { Slots } from './slots.ts';

/** What lists by key are kept as. */
export type KeyArrays = {
  /** the numbers of each key, list by list */
  readonly keys: Ints;
  /** by list: the entry that came last, and how many there are */
  readonly heads: Ints;
  readonly counts: Ints;
  /** by entry: its record, and the entry of the same list before it (-1 for none) */
  readonly records: Ints;
  readonly before: Ints;
  readonly slots: Slots;
};

/**
 * Records by key, a key being so many whole numbers: found exactly, through a hash table. A list is walked from its
 * newest entry to its oldest. The newest entry of all can be taken out again.
 */
export class KeyLists {
  readonly width: number;
  readonly arrays: KeyArrays;

  constructor(width: number, arrays?: KeyArrays) {
    this.width = width;
    this.arrays = arrays ?? {
      keys: growingInts(),
      heads: growingInts(),
      counts: growingInts(),
      records: growingInts(),
      before: growingInts(),
      slots: new Slots(),
    };
  }

  /** The list of a key; -1 where there is none. */
  find(key: Int32Array): number {
    const { keys, slots } = this.arrays;
    const all = slots.all;
    const mask = all.length - 1;
    const { width } = this;
    for (let slot = hashOf(key, 0, width) & mask; ; slot = (slot + 1) & mask) {
      const list = all[slot] ?? -1;
      if (list < 0) return -1;
      let part = 0;
      while (part < width && keys.all[list * width + part] === key[part]) part += 1;
      if (part === width) return list;
    }
  }

  /** Puts a record into the list of a key. */
  add(key: Int32Array, record: number): void {
    const { heads, counts, records, before } = this.arrays;
    let list = this.find(key);
    if (list < 0) list = this.#begin(key);
    before.push(heads.at(list));
    heads.all[list] = records.size;
    counts.all[list] = counts.at(list) + 1;
    records.push(record);
  }

  /** Takes the newest entry out, which stands in the list of this key. */
  takeNewest(key: Int32Array): void {
    const { keys, heads, counts, records, before, slots } = this.arrays;
    const list = this.find(key);
    records.size -= 1;
    before.size -= 1;
    heads.all[list] = before.all[before.size] ?? -1;
    counts.all[list] = counts.at(list) - 1;
    if (counts.at(list) > 0) return;
    slots.take(list, hashOf(key, 0, this.width));
    keys.size -= this.width;
    heads.size -= 1;
    counts.size -= 1;
  }

  /** Makes room in the table where it is filling up. */
  loosen(): void {
    const { keys, heads, slots } = this.arrays;
    if (slots.isFilling(heads.size))
      slots.spread(heads.size, (each) => hashOf(keys.all, each * this.width, this.width));
  }

  #begin(key: Int32Array): number {
    const { keys, heads, counts, slots } = this.arrays;
    const list = heads.size;
    if (slots.isTight(list + 1))
      slots.spread(list, (each) => hashOf(keys.all, each * this.width, this.width));
    for (let part = 0; part < this.width; part += 1) keys.push(key[part] ?? 0);
    heads.push(-1);
    counts.push(0);
    slots.put(list, hashOf(key, 0, this.width));
    return list;
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
