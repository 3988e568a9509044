/** Two records by their numbers. */
export type NumberPair = readonly [number, number];

/** Pairs of records that somebody said something of: both ways, each once. */
export class PairBook {
  readonly #of = new Map<number, Set<number>>();

  constructor(pairs: readonly NumberPair[] = []) {
    for (const pair of pairs) this.add(pair);
  }

  has([one, other]: NumberPair): boolean {
    return this.#of.get(one)?.has(other) ?? false;
  }

  add([one, other]: NumberPair): void {
    this.#one(one).add(other);
    this.#one(other).add(one);
  }

  drop([one, other]: NumberPair): void {
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      const of = this.#of.get(first);
      of?.delete(second);
      if (of?.size === 0) this.#of.delete(first);
    }
  }

  /** The records that this one stands in a pair with. */
  of(record: number): Iterable<number> {
    return this.#of.get(record) ?? [];
  }

  /** A pair with one record on each side; undefined where there is none. */
  between(one: readonly number[], other: readonly number[]): NumberPair | undefined {
    const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
    const across = new Set(more);
    for (const record of fewer)
      for (const partner of this.of(record)) if (across.has(partner)) return [record, partner];
    return undefined;
  }

  /** All pairs, in order. */
  pairs(): readonly NumberPair[] {
    return [...this.#of]
      .flatMap(([one, others]) =>
        [...others].filter((other) => one < other).map((other): NumberPair => [one, other]),
      )
      .sort((left, right) => left[0] - right[0] || left[1] - right[1]);
  }

  #one(record: number): Set<number> {
    const known = this.#of.get(record);
    if (known) return known;
    const made = new Set<number>();
    this.#of.set(record, made);
    return made;
  }
}
