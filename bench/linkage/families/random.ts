/** Chance that can be had again: the same seed gives the same numbers on every machine. */
export type Random = {
  /** a number from 0 up to and without 1 */
  share(): number;
  /** a whole number from 0 up to and without `below` */
  whole(below: number): number;
  /** true in this share of cases */
  chance(share: number): boolean;
  /** one of these, each as likely */
  one<Item>(items: readonly [Item, ...Item[]]): Item;
};

/** Chance from a seed and a number of its own, such as that of a family: mixed by SplitMix, drawn by sfc32. */
export function randomOf(seed: number, stream: number): Random {
  const draw = drawsFrom(mixed(seed, stream), mixed(stream ^ 0x5bd1e995, seed));
  const share = (): number => (draw() * 0x200000 + (draw() >>> 11)) / 2 ** 53;
  const whole = (below: number): number => Math.floor(share() * below);
  return {
    share,
    whole,
    chance: (part) => share() < part,
    one: (items) => items[whole(items.length)] ?? items[0],
  };
}

/**
 * The numbers from 0 to `size` in an order that looks like chance, each once: four rounds of Feistel over the next
 * power of four, walked until the number lies within.
 */
export function shuffledPlace(place: number, size: number, key: number): number {
  const half = Math.max(1, Math.ceil(Math.log2(Math.max(2, size)) / 2));
  const mask = 2 ** half - 1;
  let at = place;
  do {
    let left = Math.floor(at / (mask + 1));
    let right = at & mask;
    for (let round = 0; round < 4; round += 1) {
      const next = left ^ (mixed(right + key, round + 1) & mask);
      left = right;
      right = next;
    }
    at = left * (mask + 1) + right;
  } while (at >= size);
  return at;
}

function drawsFrom(first: number, second: number): () => number {
  let a = first;
  let b = second;
  let c = 0x9e3779b9;
  let count = 1;
  const draw = (): number => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) draw();
  return draw;
}

function mixed(value: number, with_: number): number {
  let state = (Math.imul(value | 0, 0x9e3779b1) + Math.imul(with_ | 0, 0x85ebca6b)) | 0;
  state = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
  state = Math.imul(state ^ (state >>> 15), 0x735a2d97);
  return (state ^ (state >>> 15)) >>> 0;
}
