import type { SkippedBlock } from '../../blocking/blocks.ts';
import { Crowds } from './crowds.ts';
import { growingInts, type Ints } from './growing.ts';
import type { Held } from './held.ts';
import { noList, severalLists, type HeldRule } from './held-rule.ts';
import type { KeyLists } from './key-lists.ts';
import { MostWeight } from './most-weight.ts';

/** Pairs of records that are held: the left comes before the right, by source and id. */
export type HeldPairs = {
  readonly left: Ints;
  readonly right: Ints;
  readonly rule: Ints;
  /** pairs that cannot reach this weight are counted and left out */
  readonly atLeast: number;
  leftOut: number;
};

/** No pairs yet. */
export function noPairs(atLeast: number): HeldPairs {
  return { left: growingInts(), right: growingInts(), rule: growingInts(), atLeast, leftOut: 0 };
}

/** Records one after the other, and by record and rule the list that each was put into. */
export type Listed = { readonly from: number; readonly to: number; readonly lists: Int32Array };

/** Finds the records that agree with others by any rule. */
export class Candidates {
  readonly #held: Held;
  readonly #crowds: Crowds;
  readonly #mostWeight: MostWeight;
  readonly #isOneSource: boolean;
  readonly #passedOver = new Map<string, SkippedBlock>();
  /** by record: the turn in which it was found last */
  readonly #seen = growingInts();
  #turn = 0;
  /** what the rules find, rule by rule: the place of a record among those that are asked, its partner and the rule */
  readonly #found = { places: growingInts(), partners: growingInts(), rules: growingInts() };
  /** lists that are walked at once: the place of a record, and the entry to come */
  readonly #walks = { places: growingInts(), entries: growingInts() };
  /** the partners of one record, each once, and the rules that find them */
  readonly #partners = growingInts();
  readonly #rules = growingInts();

  /** `most` is how many pairs a block may hold to be looked at. */
  constructor(held: Held, most: number) {
    this.#held = held;
    this.#crowds = new Crowds(held, most);
    this.#mostWeight = new MostWeight(held);
    this.#isOneSource = held.shape.model.linkType !== 'link';
  }

  /** Blocks passed over since this was asked last. */
  passedOver(): readonly SkippedBlock[] {
    const blocks = [...this.#passedOver.values()];
    this.#passedOver.clear();
    return blocks;
  }

  /**
   * Adds the pairs of records with those numbered before each. A pair stands there once, with the first rule that finds
   * it; where a rule asks more than equal keys, also with the rules after it, up to the first that asks nothing more.
   */
  gather(listed: Listed, into: HeldPairs): void {
    const { places, partners, rules } = this.#found;
    for (const each of [places, partners, rules]) each.size = 0;
    for (const [number, rule] of this.#held.rules.entries()) this.#walk({ ...listed, number, rule });
    const { starts, order } = byPlace(places, listed.to - listed.from);
    this.#seen.reserve(this.#held.count);
    for (let record = listed.from; record < listed.to; record += 1) {
      const place = record - listed.from;
      this.#chooseOnce(record, order.subarray(starts[place], starts[place + 1]));
      this.#take(record, into);
    }
  }

  /** Walks the lists of all records by one rule: each goes on by one entry in turn, so that memory is waited for together. */
  #walk(of: Walk): void {
    const { from, to, lists, number, rule } = of;
    const width = this.#held.rules.length;
    const { places, entries } = this.#walks;
    places.size = 0;
    entries.size = 0;
    for (let record = from; record < to; record += 1) {
      const list = lists[(record - from) * width + number] ?? severalLists;
      if (list === severalLists) this.#walkSeveral(of, record);
      else if (list !== noList && !this.#isCrowded(of, rule.rights, list)) {
        places.push(record - from);
        entries.push(rule.rights.newestOf(list));
      }
    }
    while (places.size > 0) this.#step(of);
  }

  #step({ from, number, rule }: Walk): void {
    const [places, entries] = [this.#walks.places.all, this.#walks.entries.all];
    const { size } = this.#walks.places;
    const found = this.#found;
    let count = found.places.size;
    for (const each of [found.places, found.partners, found.rules]) each.reserve(count + size);
    const [ofPlaces, partners] = [found.places.all, found.partners.all];
    const all = rule.rights.arrays.entries.all;
    let kept = 0;
    for (let at = 0; at < size; at += 1) {
      const place = places[at] ?? 0;
      const entry = entries[at] ?? 0;
      const partner = all[entry * 2] ?? 0;
      const next = all[entry * 2 + 1] ?? -1;
      ofPlaces[count] = place;
      partners[count] = partner;
      if (partner < from + place) count += 1;
      places[kept] = place;
      entries[kept] = next;
      if (next >= 0) kept += 1;
    }
    found.rules.all.fill(number, found.rules.size, count);
    for (const each of [found.places, found.partners, found.rules]) each.size = count;
    this.#walks.places.size = kept;
  }

  /** Walks a rule's lists by one record, where it may be in several or is asked one thing as the left and another as the right. */
  #walkSeveral(of: Walk, record: number): void {
    const { rule, from, number } = of;
    const row = this.#held.row(record);
    const walk = (lists: KeyLists, list: number): void => {
      if (this.#isCrowded(of, lists, list)) return;
      const entries = lists.arrays.entries.all;
      for (let entry = lists.newestOf(list); entry >= 0; entry = entries[entry * 2 + 1] ?? -1) {
        const partner = entries[entry * 2] ?? 0;
        if (partner >= record) continue;
        if (rule.isSame || this.#held.isBefore(record, partner) === (lists === rule.rights))
          this.#find(record - from, partner, number);
      }
    };
    rule.forEachList(row, 'left', (list) => walk(rule.rights, list));
    if (!rule.isSame) rule.forEachList(row, 'right', (list) => walk(rule.lefts, list));
  }

  #find(place: number, partner: number, rule: number): void {
    this.#found.places.push(place);
    this.#found.partners.push(partner);
    this.#found.rules.push(rule);
  }

  /** Whether a list is too long to be looked at; if so it is named. */
  #isCrowded({ rule, number }: Walk, lists: KeyLists, list: number): boolean {
    if (lists.countOf(list) < 2 || this.#crowds.pairsOver(rule, lists, list) === 0) return false;
    const name = `${number} ${list} ${Number(lists === rule.lefts)}`;
    if (!this.#passedOver.has(name)) this.#passedOver.set(name, this.#crowds.words(rule, lists, list));
    return true;
  }

  /** Chooses a record's partners among what was found, each once. */
  #chooseOnce(record: number, order: Int32Array): void {
    const { partners, rules } = this.#found;
    const seen = this.#seen.all;
    this.#turn += 1;
    this.#partners.size = 0;
    this.#rules.size = 0;
    for (let at = 0; at < order.length; at += 1) {
      const partner = partners.all[order[at] ?? 0] ?? 0;
      const rule = rules.all[order[at] ?? 0] ?? 0;
      if (seen[partner] === this.#turn || !this.#mayPair(record, partner)) continue;
      if (!this.#held.rules[rule]?.rule.also) seen[partner] = this.#turn;
      this.#partners.push(partner);
      this.#rules.push(rule);
    }
  }

  /** Takes the pairs that may reach the weight; where rules ask more than keys, all, for they are counted by answers. */
  #take(record: number, into: HeldPairs): void {
    const takesAll = this.#held.asksMore || into.atLeast === -Infinity;
    if (!takesAll) this.#mostWeight.begin(record, this.#partners);
    for (let at = 0; at < this.#partners.size; at += 1) {
      const partner = this.#partners.all[at] ?? 0;
      if (!takesAll && !this.#mostWeight.mayReach(at, into.atLeast)) {
        into.leftOut += 1;
        continue;
      }
      const isLeft = this.#held.isBefore(record, partner);
      into.left.push(isLeft ? record : partner);
      into.right.push(isLeft ? partner : record);
      into.rule.push(this.#rules.all[at] ?? 0);
    }
  }

  #mayPair(one: number, other: number): boolean {
    return this.#isOneSource || this.#held.sourceOf.at(one) !== this.#held.sourceOf.at(other);
  }
}

type Walk = Listed & { readonly number: number; readonly rule: HeldRule };

/** What was found, place by place and each in the order in which it was found: from `starts[place]` on in `order`. */
function byPlace(places: Ints, count: number): { readonly starts: Int32Array; readonly order: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (let at = 0; at < places.size; at += 1) {
    const next = (places.all[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let place = 0; place < count; place += 1)
    starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
  const ends = starts.slice();
  const order = new Int32Array(places.size);
  for (let at = 0; at < places.size; at += 1) {
    const place = places.all[at] ?? 0;
    const to = ends[place] ?? 0;
    order[to] = at;
    ends[place] = to + 1;
  }
  return { starts, order };
}
