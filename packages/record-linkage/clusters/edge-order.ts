import type { Edges } from './edges.ts';

/** From so many edges on, passes over all digits that there could be are quicker than comparing. */
const fewest = 1 << 14;

/**
 * The edges of at least this weight, the heaviest first; among equals the smaller left record first, then the smaller
 * right. So the order in which edges came does not matter. Many are sorted by radix, 16 bits a pass, without comparing one with another.
 */
export function edgesInOrder({ left, right, weight }: Edges, atLeast: number): Uint32Array<ArrayBuffer> {
  let kept = 0;
  for (let edge = 0; edge < weight.length; edge += 1) if ((weight[edge] ?? 0) >= atLeast) kept += 1;
  const order = new Uint32Array(kept);
  for (let edge = 0, at = 0; edge < weight.length; edge += 1)
    if ((weight[edge] ?? 0) >= atLeast) order[at++] = edge;
  return kept < fewest
    ? fewInOrder(order, { left, right, weight })
    : manyInOrder(order, { left, right, weight });
}

function fewInOrder(
  order: Uint32Array<ArrayBuffer>,
  { left, right, weight }: Edges,
): Uint32Array<ArrayBuffer> {
  const compared = (column: Int32Array | Float64Array, one: number, other: number): number => {
    const first = column[one] ?? 0;
    const second = column[other] ?? 0;
    return first === second ? 0 : first < second ? -1 : 1;
  };
  return order.sort(
    (one, other) =>
      compared(weight, other, one) ||
      compared(left, one, other) ||
      compared(right, one, other) ||
      one - other,
  );
}

function manyInOrder(
  given: Uint32Array<ArrayBuffer>,
  { left, right, weight }: Edges,
): Uint32Array<ArrayBuffer> {
  let order = given;
  let spare = new Uint32Array(order.length);
  const byDigit = (words: Uint32Array, stride: number, shift: number): void => {
    if (sortedByDigit({ order, into: spare, words, stride, shift })) [order, spare] = [spare, order];
  };
  const lighter = lighterFirst(weight);
  for (const records of [right, left]) {
    const words = new Uint32Array(records.buffer, records.byteOffset, records.length);
    byDigit(words, 1, 0);
    byDigit(words, 1, 16);
  }
  for (const [word, shift] of [
    [0, 0],
    [0, 16],
    [1, 0],
    [1, 16],
  ] as const)
    byDigit(lighter.subarray(word), 2, shift);
  return order;
}

/** Weights as two words each (low word first, as every machine that Node runs on keeps them), whose order as whole numbers is from the heaviest to the lightest. */
function lighterFirst(weight: Float64Array): Uint32Array {
  const bits = new Float64Array(weight.length);
  for (let edge = 0; edge < weight.length; edge += 1) bits[edge] = (weight[edge] ?? 0) + 0;
  const words = new Uint32Array(bits.buffer);
  for (let at = 0; at < words.length; at += 2) {
    const high = words[at + 1] ?? 0;
    if (high >>> 31 === 1) continue;
    words[at] = ~(words[at] ?? 0);
    words[at + 1] = ~(high | 0x80000000);
  }
  return words;
}

type Digit = {
  readonly order: Uint32Array;
  readonly into: Uint32Array;
  readonly words: Uint32Array;
  readonly stride: number;
  readonly shift: number;
};

/** Sorts by 16 bits of a word, keeping the order among equals; nothing where all are the same. */
function sortedByDigit({ order, into, words, stride, shift }: Digit): boolean {
  const starts = new Uint32Array(65_537);
  for (let at = 0; at < order.length; at += 1) {
    const digit = ((words[(order[at] ?? 0) * stride] ?? 0) >>> shift) & 0xffff;
    starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
  }
  const first = ((words[(order[0] ?? 0) * stride] ?? 0) >>> shift) & 0xffff;
  if ((starts[first + 1] ?? 0) === order.length) return false;
  for (let digit = 0; digit < 65_536; digit += 1)
    starts[digit + 1] = (starts[digit + 1] ?? 0) + (starts[digit] ?? 0);
  for (let at = 0; at < order.length; at += 1) {
    const edge = order[at] ?? 0;
    const digit = ((words[edge * stride] ?? 0) >>> shift) & 0xffff;
    const place = starts[digit] ?? 0;
    into[place] = edge;
    starts[digit] = place + 1;
  }
  return true;
}
