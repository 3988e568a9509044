import type { Blocks } from './blocks.ts';

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
  #rule = 0;
  #at = 0;
  #end = 0;
  /** where on the right the walk goes on; -1 at the beginning of a row */
  #partner = -1;

  /** A walk through blocks; `also` holds what each rule asks beyond equal keys. */
  constructor(blocks: Blocks, also: readonly AlsoAsked[] = []) {
    this.#blocks = blocks;
    this.#also = also;
    this.#asksMore = also.some((each) => each !== undefined);
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
    const { stride, leftKeys, rightKeys } = this.#blocks;
    const { left, right, first, partners } = index;
    const rule = this.#rule;
    const asksMore = this.#asksMore;
    const room = batch.left.length;
    let count = 0;
    let at = this.#at;
    for (; at < this.#end; at += 1) {
      const record = left[at] ?? 0;
      const base = record * stride;
      const end = (first[at] ?? 0) + (partners[at] ?? 0);
      let to = this.#partner >= 0 ? this.#partner : (first[at] ?? 0);
      this.#partner = -1;
      for (; to < end; to += 1) {
        const partner = right[to] ?? 0;
        const partnerBase = partner * stride;
        let earlier = 0;
        while (earlier < rule && leftKeys[base + earlier] !== rightKeys[partnerBase + earlier]) earlier += 1;
        if (earlier < rule && !asksMore) continue;
        if (asksMore && !this.#isOfRule(earlier, record, partner)) continue;
        if (count === room) {
          this.#at = at;
          this.#partner = to;
          return count;
        }
        batch.left[count] = record;
        batch.right[count] = partner;
        count += 1;
      }
    }
    this.#at = at;
    return count;
  }

  /** Whether no earlier rule (from `earlier` on) holds of the pair altogether, and this one does. */
  #isOfRule(earlier: number, left: number, right: number): boolean {
    const { stride, leftKeys, rightKeys } = this.#blocks;
    for (let rule = earlier; rule < this.#rule; rule += 1)
      if (leftKeys[left * stride + rule] === rightKeys[right * stride + rule]) {
        const also = this.#also[rule];
        if (!also || also(left, right)) return false;
      }
    const also = this.#also[this.#rule];
    return !also || also(left, right);
  }
}
