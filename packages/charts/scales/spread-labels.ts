import { tenth } from './tenth.ts';

/** Something that wants its middle at `wanted` and needs `size` for itself. */
export type Placeable = { wanted: number; size: number };

/**
 * Places labels along one line so that none touches another, each as near as can be to where it wants to be (least
 * squares: labels that would overlap share their displacement, as in isotonic regression), all within the bounds where
 * they fit; where they do not fit, they start at the upper bound and run over the lower.
 * @returns the middle of each label, in the order given
 */
export function spreadLabels(
  labels: readonly Placeable[],
  bounds: { from: number; to: number },
): readonly number[] {
  const order = labels.map((_, index) => index).toSorted((a, b) => wantedOf(labels, a) - wantedOf(labels, b));
  const offsets = offsetsOf(order.map((index) => labels[index]?.size ?? 0));
  const firstHalf = (labels[order[0] ?? 0]?.size ?? 0) / 2;
  const lastHalf = (labels[order.at(-1) ?? 0]?.size ?? 0) / 2;
  const low = bounds.from + firstHalf;
  const high = Math.max(low, bounds.to - lastHalf - (offsets.at(-1) ?? 0));
  const pooled = isotonic(order.map((index, place) => wantedOf(labels, index) - (offsets[place] ?? 0)));
  const placed = new Array<number>(labels.length).fill(0);
  for (const [place, index] of order.entries()) {
    const shift = Math.min(high, Math.max(low, pooled[place] ?? 0));
    placed[index] = tenth(shift + (offsets[place] ?? 0));
  }
  return placed;
}

function wantedOf(labels: readonly Placeable[], index: number): number {
  return labels[index]?.wanted ?? 0;
}

/** How far each label's middle must lie from the first one's when all touch. */
function offsetsOf(sizes: readonly number[]): readonly number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (const [place, size] of sizes.entries()) {
    if (place > 0) offset += ((sizes[place - 1] ?? 0) + size) / 2;
    offsets.push(offset);
  }
  return offsets;
}

/** The nearest non-decreasing sequence: neighbours that are out of order are pooled at their mean. */
function isotonic(values: readonly number[]): readonly number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of values) {
    let pool = { sum: value, count: 1 };
    for (
      let previous = pools.at(-1);
      previous !== undefined && mean(previous) > mean(pool);
      previous = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: previous.sum + pool.sum, count: previous.count + pool.count };
    }
    pools.push(pool);
  }
  return pools.flatMap((pool) => new Array<number>(pool.count).fill(mean(pool)));
}

function mean(pool: { sum: number; count: number }): number {
  return pool.sum / pool.count;
}
