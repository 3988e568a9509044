import type { ClusterRules, MergeRefusal } from './rules.ts';
import { UnionFind } from './union-find.ts';

/** Clusters as they grow, with what must hold of each. A cluster is known by its smallest record. */
export class Merging {
  readonly #sets: UnionFind;
  /** the next record of the same cluster, in a ring */
  readonly #next: Int32Array;
  readonly #size: Int32Array;
  readonly #apart = new Map<number, Set<number>>();
  readonly #sources: Int32Array | undefined;
  readonly #values: readonly Int32Array[];

  constructor(records: number, rules: ClusterRules) {
    this.#sets = new UnionFind(records);
    this.#next = new Int32Array(records);
    for (let record = 0; record < records; record += 1) this.#next[record] = record;
    this.#size = new Int32Array(records).fill(1);
    this.#sources = rules.duplicateFree && sourceBits(records, rules.duplicateFree);
    this.#values = (rules.oneOf ?? []).map(({ codes }) => codes.slice(0, records));
    for (const [one, other] of rules.cannotLink ?? []) this.#keepApart(one, other);
  }

  clusterOf(record: number): number {
    return this.#sets.find(record);
  }

  sizeOf(cluster: number): number {
    return this.#size[cluster] ?? 1;
  }

  labels(): Int32Array {
    return this.#sets.labels();
  }

  /** Calls with every record of a cluster. */
  forEachRecord(cluster: number, visit: (record: number) => void): void {
    let record = cluster;
    do {
      visit(record);
      record = this.#next[record] ?? cluster;
    } while (record !== cluster);
  }

  /** Whether somebody said that these two clusters never come together. */
  areForbidden(one: number, other: number): boolean {
    return this.#apart.get(one)?.has(other) ?? false;
  }

  /** Why these two clusters may not become one, cohesion aside. */
  refusal(one: number, other: number): MergeRefusal | undefined {
    if (this.areForbidden(one, other)) return 'forbidden';
    if (this.#sources && ((this.#sources[one] ?? 0) & (this.#sources[other] ?? 0)) !== 0)
      return 'one-record-per-source';
    for (const values of this.#values) {
      const value = values[one] ?? -1;
      const otherValue = values[other] ?? -1;
      if (value !== otherValue && value >= 0 && otherValue >= 0) return 'one-value';
    }
    return undefined;
  }

  /** Makes one cluster of two. */
  merge(one: number, other: number): void {
    this.#sets.join(one, other);
    const kept = Math.min(one, other);
    const gone = Math.max(one, other);
    const after = this.#next[kept] ?? kept;
    this.#next[kept] = this.#next[gone] ?? gone;
    this.#next[gone] = after;
    this.#size[kept] = this.sizeOf(kept) + this.sizeOf(gone);
    if (this.#sources) this.#sources[kept] = (this.#sources[kept] ?? 0) | (this.#sources[gone] ?? 0);
    for (const values of this.#values) if ((values[kept] ?? -1) < 0) values[kept] = values[gone] ?? -1;
    this.#inherit(kept, gone);
  }

  #keepApart(one: number, other: number): void {
    setOf(this.#apart, one).add(other);
    setOf(this.#apart, other).add(one);
  }

  #inherit(kept: number, gone: number): void {
    const inherited = this.#apart.get(gone);
    if (!inherited) return;
    this.#apart.delete(gone);
    for (const other of inherited) {
      this.#apart.get(other)?.delete(gone);
      this.#keepApart(kept, other);
    }
  }
}

function setOf(sets: Map<number, Set<number>>, key: number): Set<number> {
  const held = sets.get(key);
  if (held) return held;
  const made = new Set<number>();
  sets.set(key, made);
  return made;
}

/** One bit for each source that holds nobody twice. */
function sourceBits(
  records: number,
  { sourceOf, sources }: NonNullable<ClusterRules['duplicateFree']>,
): Int32Array {
  const bit = new Int32Array(256);
  for (const [place, source] of sources.entries()) bit[source] = 1 << place;
  const bits = new Int32Array(records);
  for (let record = 0; record < records; record += 1) bits[record] = bit[sourceOf[record] ?? 0] ?? 0;
  return bits;
}
