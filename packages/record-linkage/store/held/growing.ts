/** Typed arrays that can grow. */
type Words = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

/**
 * Numbers one after the other in a typed array with room to spare: `all` holds them from 0 to `size`, and noughts or
 * leavings beyond. `all` is another array once there is no more room, so that nobody keeps it.
 */
export class Growing<Array extends Words> {
  all: Array;
  size: number;
  readonly #make: (length: number) => Array;

  constructor(make: (length: number) => Array, all: Array, size: number) {
    this.#make = make;
    this.all = all;
    this.size = size;
  }

  /** Makes room for so many numbers altogether. */
  reserve(size: number): void {
    if (size <= this.all.length) return;
    const grown = this.#make(Math.max(size, Math.ceil(this.all.length * 1.5)));
    grown.set(this.all.subarray(0, this.size));
    this.all = grown;
  }

  push(value: number): void {
    if (this.size === this.all.length) this.reserve(this.size + 1);
    this.all[this.size] = value;
    this.size += 1;
  }

  /** The number at a place; 0 beyond the end. */
  at(place: number): number {
    return place < this.size ? (this.all[place] ?? 0) : 0;
  }
}

/** Whole numbers of 32 bits, none yet, with room for so many. */
export function growingInts(room = 1024): Growing<Int32Array<ArrayBuffer>> {
  return new Growing((length) => new Int32Array(length), new Int32Array(room), 0);
}

/** Numbers, none yet. */
export function growingNumbers(room = 1024): Growing<Float64Array<ArrayBuffer>> {
  return new Growing((length) => new Float64Array(length), new Float64Array(room), 0);
}

/** Letters (UTF-16), none yet. */
export function growingLetters(room = 1024): Growing<Uint16Array<ArrayBuffer>> {
  return new Growing((length) => new Uint16Array(length), new Uint16Array(room), 0);
}

/** Whole numbers that grow. */
export type Ints = Growing<Int32Array<ArrayBuffer>>;
/** Numbers that grow. */
export type Numbers = Growing<Float64Array<ArrayBuffer>>;
/** Letters that grow. */
export type Letters = Growing<Uint16Array<ArrayBuffer>>;
