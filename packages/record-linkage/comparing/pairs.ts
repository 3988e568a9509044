/** Pairs to be asked, by where the codes of their records begin among the fields (`record * fields.stride`). */
export type Pairs = { readonly left: Int32Array; readonly right: Int32Array };

/** So many pairs are asked at a time: their codes stay near the processor from the first question to the last. */
export const batchSize = 512;

/** Some of the pairs of a batch: the first `count` numbers of `at`, in their order. */
export class Chosen {
  readonly at = new Int32Array(batchSize);
  count = 0;

  /** Chooses the first so many pairs. */
  first(count: number): this {
    for (let pair = 0; pair < count; pair += 1) this.at[pair] = pair;
    this.count = count;
    return this;
  }

  /** Chooses what the other chose. */
  same(other: Chosen): this {
    for (let place = 0; place < other.count; place += 1) this.at[place] = other.at[place] ?? 0;
    this.count = other.count;
    return this;
  }
}
