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
    const records = lists.countOf(list);
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
    const key = [...lists.keyOf(list)];
    const value = key.map((part) => `"${this.#held.texts.text(part).slice(0, 60)}"`).join(', ');
    const records = lists.countOf(list);
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
    const there = across.find(lists.keyOf(list));
    return there < 0 ? 0 : across.countOf(there);
  }

  /** Pairs of one source within a block; what was counted before is counted on, from the newest entry back to it. */
  #withinSources(lists: KeyLists, list: number): number {
    const entries = lists.arrays.entries.all;
    const ofLists = this.#counted.get(lists) ?? new Map<number, Counted>();
    this.#counted.set(lists, ofLists);
    const known = ofLists.get(list);
    const count = lists.countOf(list);
    const from = known && known.records <= count ? known : { records: 0, bySource: new Int32Array(256) };
    const bySource = from.bySource.slice();
    let entry = lists.newestOf(list);
    for (let left = count - from.records; left > 0; left -= 1) {
      const source = this.#held.sourceOf.at(entries[entry * 2] ?? 0);
      bySource[source] = (bySource[source] ?? 0) + 1;
      entry = entries[entry * 2 + 1] ?? -1;
    }
    // what one record alone adds may be taken out again; more than that stays
    if (count > from.records + 1 || !known) ofLists.set(list, { records: count, bySource });
    return bySource.reduce((pairs, each) => pairs + (each * (each - 1)) / 2, 0);
  }
}
