/** Records that belong together: each set is known by its smallest record, however it came together. */
export class UnionFind {
  readonly #parent: Int32Array;

  constructor(records: number) {
    this.#parent = new Int32Array(records);
    for (let record = 0; record < records; record += 1) this.#parent[record] = record;
  }

  /** The smallest record of the set that this one belongs to. */
  find(record: number): number {
    const parent = this.#parent;
    let at = record;
    for (;;) {
      const up = parent[at] ?? at;
      if (up === at) return at;
      const next = parent[up] ?? up;
      parent[at] = next;
      at = next;
    }
  }

  /** Makes one set of two; says whether they were two. */
  join(one: number, other: number): boolean {
    const first = this.find(one);
    const second = this.find(other);
    if (first === second) return false;
    if (first < second) this.#parent[second] = first;
    else this.#parent[first] = second;
    return true;
  }

  /** For each record, the smallest record of its set. */
  labels(): Int32Array {
    // a parent is never the larger record, so that one pass upwards ends at the smallest
    const labels = this.#parent.slice();
    for (let record = 0; record < labels.length; record += 1)
      labels[record] = labels[labels[record] ?? record] ?? record;
    return labels;
  }
}
