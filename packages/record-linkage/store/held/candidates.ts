import type { SkippedBlock } from '../../blocking/blocks.ts';
import { Crowds } from './crowds.ts';
import { growingInts, type Ints } from './growing.ts';
import type { Held } from './held.ts';
import type { HeldRule } from './held-rule.ts';
import type { KeyLists } from './key-lists.ts';

/** Pairs of records that are held: the left comes before the right, by source and id. */
export type HeldPairs = { readonly left: Ints; readonly right: Ints; readonly rule: Ints };

/** No pairs yet. */
export function noPairs(): HeldPairs {
  return { left: growingInts(), right: growingInts(), rule: growingInts() };
}

/** Finds the records that agree with one of them by any rule. */
export class Candidates {
  readonly #held: Held;
  readonly #crowds: Crowds;
  readonly #seen = growingInts();
  readonly #isOneSource: boolean;
  readonly #passedOver = new Map<string, SkippedBlock>();
  #turn = 0;

  /** `most` is how many pairs a block may hold to be looked at. */
  constructor(held: Held, most: number) {
    this.#held = held;
    this.#crowds = new Crowds(held, most);
    this.#isOneSource = held.shape.model.linkType !== 'link';
  }

  /** Blocks passed over since this was asked last. */
  passedOver(): readonly SkippedBlock[] {
    const blocks = [...this.#passedOver.values()];
    this.#passedOver.clear();
    return blocks;
  }

  /**
   * Adds the pairs of a record with those numbered before it. A pair stands there once, with the first rule that finds
   * it; where a rule asks more than equal keys, also with the rules after it, up to the first that asks nothing more.
   */
  gather(record: number, into: HeldPairs): void {
    this.#seen.reserve(this.#held.count);
    this.#turn += 1;
    const row = this.#held.row(record);
    for (const [number, rule] of this.#held.rules.entries()) {
      const of = { record, number, rule, into };
      rule.forEachList(row, 'left', (list) => this.#walk(of, rule.rights, list));
      if (!rule.isSame) rule.forEachList(row, 'right', (list) => this.#walk(of, rule.lefts, list));
    }
  }

  #walk(of: Gathering, lists: KeyLists, list: number): void {
    const { record, rule } = of;
    if (lists.countOf(list) > 1 && this.#crowds.pairsOver(rule, lists, list) > 0) {
      const name = `${of.number} ${list} ${Number(lists === rule.lefts)}`;
      if (!this.#passedOver.has(name)) this.#passedOver.set(name, this.#crowds.words(rule, lists, list));
      return;
    }
    const entries = lists.arrays.entries.all;
    const mark = rule.rule.also ? 0 : this.#turn;
    const seen = this.#seen.all;
    for (let entry = lists.newestOf(list); entry >= 0; entry = entries[entry * 2 + 1] ?? -1) {
      const other = entries[entry * 2] ?? 0;
      if (other >= record || seen[other] === this.#turn || !this.#mayPair(record, other)) continue;
      const isLeft = this.#held.isBefore(record, other);
      if (!rule.isSame && isLeft !== (lists === rule.rights)) continue;
      if (mark > 0) seen[other] = mark;
      of.into.left.push(isLeft ? record : other);
      of.into.right.push(isLeft ? other : record);
      of.into.rule.push(of.number);
    }
  }

  #mayPair(one: number, other: number): boolean {
    return this.#isOneSource || this.#held.sourceOf.at(one) !== this.#held.sourceOf.at(other);
  }
}

type Gathering = {
  readonly record: number;
  readonly number: number;
  readonly rule: HeldRule;
  readonly into: HeldPairs;
};
