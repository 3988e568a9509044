import type { PlanePoint, Ring } from './outline.ts';

/**
 * How much each point of an arc says: the area of the triangle with its neighbours at the moment it is the least of all, never
 * less than what went before it (Visvalingam and Whyatt, 1993, "Line generalisation by repeated elimination of points").
 * The two ends say everything.
 * @returns one weight for each point, in square steps of the plane
 */
export function weightsOf(arc: Ring): Float64Array {
  const weights = new Float64Array(arc.length).fill(Infinity);
  const before = Int32Array.from(arc, (_, at) => at - 1);
  const after = Int32Array.from(arc, (_, at) => at + 1);
  const heap = new LeastFirst();
  const areaAt = (at: number) =>
    triangle(arc[before[at] ?? at] ?? [0, 0], arc[at] ?? [0, 0], arc[after[at] ?? at] ?? [0, 0]);
  const current = new Float64Array(arc.length);
  const put = (at: number) => {
    if (at <= 0 || at >= arc.length - 1) return;
    current[at] = areaAt(at);
    heap.push(current[at], at);
  };
  for (let at = 1; at < arc.length - 1; at += 1) put(at);
  let most = 0;
  for (let next = heap.pop(); next; next = heap.pop()) {
    const { weight, at } = next;
    if (weights[at] !== Infinity || weight !== current[at]) continue;
    most = Math.max(most, weight);
    weights[at] = most;
    const [left, right] = [before[at] ?? 0, after[at] ?? 0];
    after[left] = right;
    before[right] = left;
    put(left);
    put(right);
  }
  return weights;
}

/** The arc without the points that say less than is asked; its ends stay. */
export function simplified(arc: Ring, weights: Float64Array, least: number): Ring {
  return arc.filter((_, at) => (weights[at] ?? 0) >= least);
}

function triangle([ax, ay]: PlanePoint, [bx, by]: PlanePoint, [cx, cy]: PlanePoint): number {
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
}

/** A queue that gives the least first; of equals the one that stands first on the arc. */
class LeastFirst {
  readonly #held: { weight: number; at: number }[] = [];

  push(weight: number, at: number): void {
    const held = this.#held;
    let child = held.push({ weight, at }) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.#isLess(child, parent)) return;
      this.#swap(child, parent);
      child = parent;
    }
  }

  pop(): { weight: number; at: number } | undefined {
    const held = this.#held;
    const first = held[0];
    const last = held.pop();
    if (!last || held.length === 0) return first;
    held[0] = last;
    for (let parent = 0; ;) {
      let least = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2])
        if (child < held.length && this.#isLess(child, least)) least = child;
      if (least === parent) return first;
      this.#swap(parent, least);
      parent = least;
    }
  }

  #isLess(one: number, other: number): boolean {
    const [a, b] = [this.#held[one], this.#held[other]];
    return (
      a !== undefined && b !== undefined && (a.weight < b.weight || (a.weight === b.weight && a.at < b.at))
    );
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#held[one], this.#held[other]];
    if (!a || !b) return;
    this.#held[one] = b;
    this.#held[other] = a;
  }
}
