/**
 * A hash table of numbers from 0 up, as they were given: open addressing, a slot holds a number or -1. What a number
 * stands for is the caller's. The last number can be taken out again, for nothing was ever put behind it.
 */
export class Slots {
  all: Int32Array<ArrayBuffer>;

  constructor(all: Int32Array<ArrayBuffer> = new Int32Array(1024).fill(-1)) {
    this.all = all;
  }

  /** Whether so many numbers fill the table too far to find them fast. */
  isTight(count: number): boolean {
    return count * 2 > this.all.length;
  }

  /** Whether the table will be tight soon. */
  isFilling(count: number): boolean {
    return count * 2.5 > this.all.length;
  }

  /** Puts all numbers below `count` anew into a table with room for four times as many. */
  spread(count: number, hashOf: (number: number) => number): void {
    let length = this.all.length;
    while (length < count * 4) length *= 2;
    const all = new Int32Array(length).fill(-1);
    const mask = length - 1;
    for (let number = 0; number < count; number += 1) {
      let slot = hashOf(number) & mask;
      while ((all[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      all[slot] = number;
    }
    this.all = all;
  }

  /** Puts a number in that is not there, by its hash. */
  put(number: number, hash: number): void {
    const mask = this.all.length - 1;
    let slot = hash & mask;
    while ((this.all[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    this.all[slot] = number;
  }

  /** Takes the number out that was put in last. */
  take(number: number, hash: number): void {
    const mask = this.all.length - 1;
    let slot = hash & mask;
    while (this.all[slot] !== number) slot = (slot + 1) & mask;
    this.all[slot] = -1;
  }
}
