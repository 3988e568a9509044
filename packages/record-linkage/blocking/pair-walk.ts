import { findsByKeys, type Blocks } from './blocks.ts';
import { firstShared } from './key-sets.ts';
import type { RuleIndex } from './rule-index.ts';

/** Pairs in arrays: `left[i]` and `right[i]` are the records of pair i. */
export type PairBatch = { readonly left: Int32Array; readonly right: Int32Array };

/** What a rule asks beyond equal keys; none where it asks nothing more. */
export type AlsoAsked = ((left: number, right: number) => boolean) | undefined;

/**
 * Walks through the pairs of blocks, each pair once: a pair that an earlier rule finds too is left to that rule. Pairs
 * come in batches, so that a walk can stop between two of them.
 */
export class PairWalk {
  readonly #blocks: Blocks;
  readonly #also: readonly AlsoAsked[];
  readonly #asksMore: boolean;
  readonly #finds: readonly ((left: number, right: number) => boolean)[];
  #rule = 0;
  #at = 0;
  #end = 0;
  /** where on the right the walk goes on; -1 at the beginning of a row */
  #partner = -1;
  /** by pair of the batch: the position of its row */
  #rows = new Int32Array(0);
  /** of no meaning: what was looked at ahead of its use, kept so that looking is not left out as idle */
  fetched = 0;

  /** A walk through blocks; `also` holds what each rule asks beyond equal keys. */
  constructor(blocks: Blocks, also: readonly AlsoAsked[] = []) {
    this.#blocks = blocks;
    this.#also = also;
    this.#asksMore =
      also.some((each) => each !== undefined) || blocks.rules.some((rule) => rule.several !== undefined);
    this.#finds = blocks.rules.map((_, rule) => findsByKeys(blocks, rule));
  }

  /** Begins with the positions from one cut of a rule to the next. */
  begin(rule: number, cut: number): void {
    const cuts = this.#blocks.rules[rule]?.cuts;
    this.#rule = rule;
    this.#at = cuts?.[cut] ?? 0;
    this.#end = cuts?.[cut + 1] ?? 0;
    this.#partner = -1;
  }

  /** Puts the next pairs into a batch, from its beginning, and returns how many they are; -1 at the end of the walk. */
  next(batch: PairBatch): number {
    const index = this.#blocks.rules[this.#rule];
    if (!index || this.#at >= this.#end) return -1;
    if (this.#rows.length < batch.left.length) this.#rows = new Int32Array(batch.left.length);
    const count = this.#spread(index, batch);
    if (this.#asksMore) return this.#ofRule(batch, count);
    return this.#rule === 0 ? count : this.#withoutKnown(batch, count);
  }

  /** Puts all pairs of the next rows into a batch, as many as there is room for, those of earlier rules among them. */
  #spread({ left, right, first, partners }: RuleIndex, batch: PairBatch): number {
    const { left: lefts, right: rights } = batch;
    const rows = this.#rows;
    const room = lefts.length;
    let [at, partner, count] = [this.#at, this.#partner, 0];
    while (at < this.#end && count < room) {
      const record = left[at] ?? 0;
      const begin = first[at] ?? 0;
      const from = partner < 0 ? begin : partner;
      const end = begin + (partners[at] ?? 0);
      const stop = Math.min(end, from + room - count);
      for (let to = from; to < stop; to += 1) {
        lefts[count] = record;
        rights[count] = right[to] ?? 0;
        rows[count] = at;
        count += 1;
      }
      partner = stop < end ? stop : -1;
      if (stop === end) at += 1;
    }
    this.#at = at;
    this.#partner = partner;
    return count;
  }

  /**
   * Leaves out the pairs that an earlier rule finds. Nothing in it branches on whether one does, for that is a toss-up.
   * Keys lie all over memory: they are looked at once before anything is written, so that a processor fetches those of
   * many pairs at the same time.
   */
  #withoutKnown({ left, right }: PairBatch, count: number): number {
    const { stride, leftKeys, rightKeys } = this.#blocks;
    const rule = this.#rule;
    let fetched = 0;
    for (let pair = 0; pair < count; pair += 1)
      fetched ^= (leftKeys[(left[pair] ?? 0) * stride] ?? 0) ^ (rightKeys[(right[pair] ?? 0) * stride] ?? 0);
    this.fetched = fetched;
    let kept = 0;
    for (let pair = 0; pair < count; pair += 1) {
      const record = left[pair] ?? 0;
      const partner = right[pair] ?? 0;
      // the sign is set where two keys are the same
      let found = 0;
      for (let earlier = 0; earlier < rule; earlier += 1) {
        const apart =
          (leftKeys[record * stride + earlier] ?? 0) ^ (rightKeys[partner * stride + earlier] ?? 0);
        found |= ~(apart | -apart);
      }
      left[kept] = record;
      right[kept] = partner;
      kept += 1 - (found >>> 31);
    }
    return kept;
  }

  /** The same where rules ask more than equal keys. */
  #ofRule({ left, right }: PairBatch, count: number): number {
    let kept = 0;
    for (let pair = 0; pair < count; pair += 1) {
      const record = left[pair] ?? 0;
      const partner = right[pair] ?? 0;
      if (!this.#isOfRule(record, partner, this.#rows[pair] ?? 0)) continue;
      left[kept] = record;
      right[kept] = partner;
      kept += 1;
    }
    return kept;
  }

  /** Whether no earlier rule holds of the pair altogether, and this one does; in this row, where it shares several blocks. */
  #isOfRule(left: number, right: number, row: number): boolean {
    for (let rule = 0; rule < this.#rule; rule += 1)
      if (this.#finds[rule]?.(left, right)) {
        const also = this.#also[rule];
        if (!also || also(left, right)) return false;
      }
    const several = this.#blocks.rules[this.#rule]?.several;
    if (several && firstShared(several, left, right) !== several.keys[row]) return false;
    const also = this.#also[this.#rule];
    return !also || also(left, right);
  }
}
