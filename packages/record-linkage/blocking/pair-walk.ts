import { findsByKeys, type Blocks } from './blocks.ts';
import { firstShared } from './key-sets.ts';

/** Pairs in arrays: `left[i]` and `right[i]` are the records of pair i. */
export type PairBatch = { readonly left: Int32Array; readonly right: Int32Array };

/** A record, and its partners from one place to another on the right. */
type Row = {
  readonly record: number;
  readonly right: Int32Array;
  readonly from: number;
  readonly stop: number;
};

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

  /** Fills a batch and returns how many pairs it holds; fewer than fit where the walk is at its end. */
  next(batch: PairBatch): number {
    const index = this.#blocks.rules[this.#rule];
    if (!index) return 0;
    const { left, first, partners } = index;
    const room = batch.left.length;
    let count = 0;
    for (; this.#at < this.#end; this.#at += 1) {
      const record = left[this.#at] ?? 0;
      const from = first[this.#at] ?? 0;
      const end = from + (partners[this.#at] ?? 0);
      if (this.#partner < 0) this.#partner = from;
      while (this.#partner < end && count < room) {
        // as many partners as there is room for, if no earlier rule finds any of them
        const stop = Math.min(end, this.#partner + room - count);
        const row = { record, right: index.right, from: this.#partner, stop };
        count = this.#asksMore ? this.#askMore(row, batch, count) : this.#takeNew(row, batch, count);
        this.#partner = stop;
      }
      if (this.#partner < end) return count;
      this.#partner = -1;
    }
    return count;
  }

  /** Takes the pairs of a row that no earlier rule finds. Nothing in it branches, for whether one does is a toss-up. */
  #takeNew({ record, right, from, stop }: Row, batch: PairBatch, start: number): number {
    const { stride, leftKeys, rightKeys } = this.#blocks;
    const rule = this.#rule;
    const base = record * stride;
    let count = start;
    for (let to = from; to < stop; to += 1) {
      const partner = right[to] ?? 0;
      const partnerBase = partner * stride;
      // the sign is set where two keys are the same
      let found = 0;
      for (let earlier = 0; earlier < rule; earlier += 1) {
        const apart = (leftKeys[base + earlier] ?? 0) ^ (rightKeys[partnerBase + earlier] ?? 0);
        found |= ~(apart | -apart);
      }
      batch.left[count] = record;
      batch.right[count] = partner;
      count += 1 - (found >>> 31);
    }
    return count;
  }

  /** The same where rules ask more than equal keys. */
  #askMore({ record, right, from, stop }: Row, batch: PairBatch, start: number): number {
    let count = start;
    for (let to = from; to < stop; to += 1) {
      const partner = right[to] ?? 0;
      if (!this.#isOfRule(record, partner)) continue;
      batch.left[count] = record;
      batch.right[count] = partner;
      count += 1;
    }
    return count;
  }

  /** Whether no earlier rule holds of the pair altogether, and this one does; here, where it shares several blocks. */
  #isOfRule(left: number, right: number): boolean {
    for (let rule = 0; rule < this.#rule; rule += 1)
      if (this.#finds[rule]?.(left, right)) {
        const also = this.#also[rule];
        if (!also || also(left, right)) return false;
      }
    const several = this.#blocks.rules[this.#rule]?.several;
    if (several && firstShared(several, left, right) !== several.keys[this.#at]) return false;
    const also = this.#also[this.#rule];
    return !also || also(left, right);
  }
}
