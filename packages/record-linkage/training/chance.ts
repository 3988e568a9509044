/** Numbers from 0 up to and without 1 by chance, in steps of 2^-32, the same for the same seed: xorshift, mixed. */
export function chanceOf(seed: number): () => number {
  // a whole number of 32 bits with its sign, which is kept without being put on the heap each time
  let state = Math.imul(seed | 0, 0x9e3779b1) ^ 0x6d2b79f5;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
