import type { SkippedBlock } from '../../blocking/blocks.ts';
import type { LinkType } from '../../model/model.ts';
import type { Held } from './held.ts';
import type { HeldRule } from './held-rule.ts';
import type { KeyLists } from './key-lists.ts';

type Counted = { readonly records: number; readonly bySource: Int32Array };

/**
 * Which blocks hold too many pairs to be looked at: those of a placeholder, say. A block counts as it does in a whole
 * job; where a rule asks one thing of the left and another of the right, as many pairs as both sides could make.
 */
export class Crowds {
  readonly #held: Held;
  readonly #most: number;
  readonly #link: LinkType;
  readonly #counted = new Map<KeyLists, Map<number, Counted>>();

  constructor(held: Held, most: number) {
    this.#held = held;
    this.#most = most;
    this.#link = held.shape.model.linkType;
  }

  /** The pairs of a list where they are too many; 0 where they are not. */
  pairsOver(rule: HeldRule, lists: KeyLists, list: number): number {
    const records = lists.arrays.counts.at(list);
    if (!rule.isSame) {
      const pairs = records * this.#partners(rule, lists, list);
      return pairs > this.#most ? pairs : 0;
    }
    const all = (records * (records - 1)) / 2;
    if (all <= this.#most) return 0;
    const pairs = this.#link === 'link' ? all - this.#withinSources(lists, list) : all;
    return pairs > this.#most ? pairs : 0;
  }

  /** A block that was passed over, in words. */
  words(rule: HeldRule, lists: KeyLists, list: number): SkippedBlock {
    const { keys, counts } = lists.arrays;
    const { width } = lists;
    const value = Array.from(
      { length: width },
      (_, part) => `"${this.#held.texts.text(keys.at(list * width + part)).slice(0, 60)}"`,
    ).join(', ');
    const records = counts.at(list);
    const pairs = this.pairsOver(rule, lists, list);
    const [many, most] = [records, this.#most].map((count) => count.toLocaleString('en-GB'));
    return {
      rule: rule.rule.name,
      value,
      records,
      pairs,
      words: `"${rule.rule.name}": ${many} records share ${value === '' ? 'one block, for the rule has no key' : value}, which is more than ${most} pairs. The rule does not look at them; other rules do.`,
    };
  }

  #partners(rule: HeldRule, lists: KeyLists, list: number): number {
    const across = lists === rule.lefts ? rule.rights : rule.lefts;
    const { keys } = lists.arrays;
    const there = across.find(keys.all.subarray(list * lists.width, (list + 1) * lists.width));
    return there < 0 ? 0 : across.arrays.counts.at(there);
  }

  /** Pairs of one source within a block; what was counted before is counted on, from the newest entry back to it. */
  #withinSources(lists: KeyLists, list: number): number {
    const { heads, counts, records, before } = lists.arrays;
    const ofLists = this.#counted.get(lists) ?? new Map<number, Counted>();
    this.#counted.set(lists, ofLists);
    const known = ofLists.get(list);
    const count = counts.at(list);
    const from = known && known.records <= count ? known : { records: 0, bySource: new Int32Array(256) };
    const bySource = from.bySource.slice();
    let entry = heads.at(list);
    for (let left = count - from.records; left > 0; left -= 1) {
      const source = this.#held.sourceOf.at(records.at(entry));
      bySource[source] = (bySource[source] ?? 0) + 1;
      entry = before.at(entry);
    }
    // what one record alone adds may be taken out again; more than that stays
    if (count > from.records + 1 || !known) ofLists.set(list, { records: count, bySource });
    return bySource.reduce((pairs, each) => pairs + (each * (each - 1)) / 2, 0);
  }
}
