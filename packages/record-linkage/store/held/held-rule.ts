import { keyOf } from '../../model/expression.ts';
import type { BlockingRule, Expression } from '../../model/model.ts';
import { KeyLists } from './key-lists.ts';
import type { TextTable } from './text-table.ts';

/** Where the codes of one record stand: `all[from + slot]` is its value of the expression with that slot, -1 for none. */
export type Row = { readonly all: Int32Array; readonly from: number };

/** A record without a key is in no list of a rule. */
export const noList = -1;
/** A record may be in several lists of a rule, which are looked for anew. */
export const severalLists = -2;

/** A part of a key that is each value of a list in turn. */
type Varied = { readonly at: number; readonly values: ReadonlySet<number> };

type Side = { readonly slots: readonly number[]; readonly each: readonly boolean[] };

/**
 * One blocking rule over records that are held: lists of records by what a rule reads of them as the left of a pair,
 * and as the right. Both are one where the rule asks the same of both.
 */
export class HeldRule {
  readonly rule: BlockingRule;
  readonly lefts: KeyLists;
  readonly rights: KeyLists;
  readonly #left: Side;
  readonly #right: Side;
  readonly #key: Int32Array;
  readonly #texts: TextTable;
  readonly #isSingle: boolean;

  constructor(
    rule: BlockingRule,
    of: {
      readonly expressions: readonly Expression[];
      readonly texts: TextTable;
      readonly lists?: readonly KeyLists[];
    },
  ) {
    this.rule = rule;
    this.#texts = of.texts;
    const places = new Map(of.expressions.map((expression, slot) => [keyOf(expression), slot]));
    const sideOf = (side: 'left' | 'right'): Side => ({
      slots: rule.keys.map((key) => places.get(keyOf(key[side])) ?? -1),
      each: rule.keys.map((key) => key.each === true),
    });
    this.#left = sideOf('left');
    this.#right = sideOf('right');
    this.#key = new Int32Array(rule.keys.length);
    const isSame = rule.keys.every((key) => keyOf(key.left) === keyOf(key.right));
    this.rights = of.lists?.[0] ?? new KeyLists(rule.keys.length);
    this.#isSingle = isSame && !rule.keys.some((key) => key.each === true);
    this.lefts = isSame ? this.rights : (of.lists?.[1] ?? new KeyLists(rule.keys.length));
  }

  /** Whether the rule asks the same of both records. */
  get isSame(): boolean {
    return this.lefts === this.rights;
  }

  /** The lists of the rule, each once. */
  get lists(): readonly KeyLists[] {
    return this.isSame ? [this.rights] : [this.rights, this.lefts];
  }

  /** Calls with each list of `among` that a record's key leads to; a record has no key where a value is missing. */
  forEachList(row: Row, side: 'left' | 'right', visit: (list: number) => void): void {
    const among = side === 'left' ? this.rights : this.lefts;
    this.#forEachKey(row, side, (key) => {
      const list = among.find(key);
      if (list >= 0) visit(list);
    });
  }

  /** Puts a record into its lists; returns the list where the rule leads to one alone, else `noList` or `severalLists`. */
  add(row: Row, record: number): number {
    if (this.#isSingle) return this.#hasKey(row) ? this.rights.add(this.#key, record) : noList;
    this.#forEachKey(row, 'right', (key) => this.rights.add(key, record));
    if (!this.isSame) this.#forEachKey(row, 'left', (key) => this.lefts.add(key, record));
    return severalLists;
  }

  /** Takes the newest record out of its lists. */
  takeNewest(row: Row): void {
    const keys: Int32Array[] = [];
    this.#forEachKey(row, 'right', (key) => keys.push(key.slice()));
    for (const key of keys.toReversed()) this.rights.takeNewest(key);
    if (this.isSame) return;
    keys.length = 0;
    this.#forEachKey(row, 'left', (key) => keys.push(key.slice()));
    for (const key of keys.toReversed()) this.lefts.takeNewest(key);
  }

  /** Puts a record's key together, where no part of it is a list; says whether it has one. */
  #hasKey({ all, from }: Row): boolean {
    const { slots } = this.#right;
    for (let at = 0; at < slots.length; at += 1) {
      const code = all[from + (slots[at] ?? 0)] ?? -1;
      if (code < 0) return false;
      this.#key[at] = code;
    }
    return true;
  }

  #forEachKey(row: Row, side: 'left' | 'right', visit: (key: Int32Array) => void): void {
    const { slots, each } = side === 'left' ? this.#left : this.#right;
    let lists: Varied[] | undefined;
    for (let at = 0; at < slots.length; at += 1) {
      const code = row.all[row.from + (slots[at] ?? 0)] ?? -1;
      if (code < 0) return;
      this.#key[at] = code;
      if (each[at] === true) (lists ??= []).push({ at, values: this.#valuesOf(code) });
    }
    if (lists) this.#vary(lists, visit);
    else visit(this.#key);
  }

  #vary(lists: readonly Varied[], visit: (key: Int32Array) => void): void {
    const [first, ...others] = lists;
    if (!first) visit(this.#key);
    else
      for (const value of first.values) {
        this.#key[first.at] = value;
        this.#vary(others, visit);
      }
  }

  /** The numbers of the values of a list (between spaces), each once. */
  #valuesOf(code: number): ReadonlySet<number> {
    const values = this.#texts.text(code).split(' ');
    return new Set(values.filter((value) => value !== '').map((value) => this.#texts.add(value)));
  }
}
