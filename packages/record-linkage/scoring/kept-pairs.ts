/** Pairs that were kept, in arrays: entry i of each belongs to pair i. */
export type ScoredBatch = {
  readonly count: number;
  readonly left: Int32Array<ArrayBuffer>;
  readonly right: Int32Array<ArrayBuffer>;
  /** log2 of the odds that both records are of one person */
  readonly weight: Float64Array<ArrayBuffer>;
  /** the number of the first rule that found the pair */
  readonly rule: Uint16Array<ArrayBuffer>;
  /** `answers[i * comparisons + c]`: the answer of pair i to comparison c, -1 where nothing can be said */
  readonly answers: Int8Array<ArrayBuffer>;
};

/** A pair as it is added. */
type Pair = { readonly left: number; readonly right: number; readonly weight: number };

/** Gathers pairs in arrays that grow. */
export class KeptPairs {
  /** how many pairs were given up before their letters were read, and of how many letters were read */
  givenUp = 0;
  lettersRead = 0;
  rule = 0;
  #count = 0;
  #left = new Int32Array(1024);
  #right = new Int32Array(1024);
  #weight = new Float64Array(1024);
  #rule = new Uint16Array(1024);
  #answers: Int8Array;
  readonly #comparisons: number;

  /** An empty gathering of pairs with so many answers each. */
  constructor(comparisons: number) {
    this.#comparisons = comparisons;
    this.#answers = new Int8Array(1024 * comparisons);
  }

  /** Adds a pair with its answers. */
  add(pair: Pair, answers: Int8Array): void {
    if (this.#count === this.#left.length) this.#grow();
    const at = this.#count;
    this.#left[at] = pair.left;
    this.#right[at] = pair.right;
    this.#weight[at] = pair.weight;
    this.#rule[at] = this.rule;
    const into = this.#answers;
    for (let from = 0, to = at * this.#comparisons; from < answers.length; from += 1, to += 1)
      into[to] = answers[from] ?? -1;
    this.#count = at + 1;
  }

  /** What was gathered, in arrays of its own; and begins anew. */
  take(): ScoredBatch {
    const count = this.#count;
    this.#count = 0;
    return {
      count,
      left: this.#left.slice(0, count),
      right: this.#right.slice(0, count),
      weight: this.#weight.slice(0, count),
      rule: this.#rule.slice(0, count),
      answers: this.#answers.slice(0, count * this.#comparisons),
    };
  }

  #grow(): void {
    const size = this.#left.length * 2;
    const [left, right, weight] = [new Int32Array(size), new Int32Array(size), new Float64Array(size)];
    const [rule, answers] = [new Uint16Array(size), new Int8Array(size * this.#comparisons)];
    left.set(this.#left);
    right.set(this.#right);
    weight.set(this.#weight);
    rule.set(this.#rule);
    answers.set(this.#answers);
    this.#left = left;
    this.#right = right;
    this.#weight = weight;
    this.#rule = rule;
    this.#answers = answers;
  }
}
