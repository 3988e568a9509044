import { leavesOf } from '../../comparing/fields.ts';
import { keyOf } from '../../model/expression.ts';
import type { Expression, LinkageModel } from '../../model/model.ts';
import { Dictionary } from '../../records/dictionary.ts';
import { expressionsOf } from '../../records/expressions-of.ts';
import type { Column, Records } from '../../records/records.ts';
import type { Frequencies } from '../../scoring/frequencies.ts';
import type { HeldPairs } from './candidates.ts';
import type { Held, Tally } from './held.ts';
import { textOf } from './text-table.ts';

/** The records of some pairs by themselves, numbered anew, so that the engine can ask them. */
export type Gathered = {
  readonly records: Records;
  /** how frequent values are among all that are held, by code */
  readonly frequencies: Frequencies;
  /** the pairs, in the new numbers */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** by new number, the record's number in the store */
  readonly numbers: Int32Array;
};

/** Takes records out of a store for the engine. Its memory is used again and again. */
export class Gatherer {
  readonly #held: Held;
  readonly #slots: readonly Slot[];
  /** by record and by text: its new number; -1 between two uses */
  #places = new Int32Array(0);
  #codes = new Int32Array(0);

  constructor(held: Held) {
    this.#held = held;
    this.#slots = slotsOf(held);
  }

  /** The records of these pairs. */
  gather(pairs: HeldPairs): Gathered {
    const held = this.#held;
    if (this.#places.length < held.count) this.#places = roomFor(held.count);
    if (this.#codes.length < held.texts.size) this.#codes = roomFor(held.texts.size);
    const count = pairs.left.size;
    const [left, right] = [new Int32Array(count), new Int32Array(count)];
    const found = new Int32Array(count * 2);
    let size = 0;
    const placeOf = (record: number): number => {
      const known = this.#places[record] ?? -1;
      if (known >= 0) return known;
      found[size] = record;
      this.#places[record] = size;
      return size++;
    };
    // pair by pair, so that the records of a pair, and then their values, stand near one another
    for (let pair = 0; pair < count; pair += 1) {
      left[pair] = placeOf(pairs.left.all[pair] ?? 0);
      right[pair] = placeOf(pairs.right.all[pair] ?? 0);
    }
    const numbers = found.slice(0, size);
    for (const record of numbers) this.#places[record] = -1;
    return { left, right, numbers, ...this.#recordsOf(numbers) };
  }

  #recordsOf(numbers: Int32Array): Pick<Gathered, 'records' | 'frequencies'> {
    const columns = new Map<string, Column>();
    const frequencies = new Map<string, Float64Array>();
    const all = this.#codesOf(numbers);
    for (const [place, { key, slot, isRead }] of this.#slots.entries()) {
      const codes = all[place] ?? new Int32Array(numbers.length);
      const texts = isRead ? this.#renumber(codes) : undefined;
      columns.set(key, { codes, values: texts ? this.#valuesOf(texts) : noTexts });
      const tally = this.#held.tallies.find((each) => each.slot === slot);
      if (texts && tally) frequencies.set(key, shares(texts, tally));
    }
    const sourceOf = new Uint8Array(numbers.length);
    for (let at = 0; at < numbers.length; at += 1) sourceOf[at] = this.#held.sourceOf.at(numbers[at] ?? 0);
    const { sources } = this.#held;
    return { records: { count: numbers.length, ids: noTexts, sources, sourceOf, columns }, frequencies };
  }

  /** By slot, the numbers of the texts of each record: record by record, for its values stand side by side. */
  #codesOf(numbers: Int32Array): readonly Int32Array[] {
    const { rows, stride } = this.#held;
    const all = rows.all;
    const slots = this.#slots.map(({ slot }) => ({ slot, codes: new Int32Array(numbers.length) }));
    for (let at = 0; at < numbers.length; at += 1) {
      const from = (numbers[at] ?? 0) * stride;
      for (const { slot, codes } of slots) codes[at] = all[from + slot] ?? -1;
    }
    return slots.map(({ codes }) => codes);
  }

  /** Numbers the texts of a column anew, from 0 up, in place; by new number, what it was. */
  #renumber(codes: Int32Array): Int32Array {
    const known = this.#codes;
    const texts = new Int32Array(codes.length);
    let size = 0;
    for (let at = 0; at < codes.length; at += 1) {
      const text = codes[at] ?? -1;
      let code = text < 0 ? -1 : (known[text] ?? -1);
      if (text >= 0 && code < 0) {
        code = size;
        texts[size] = text;
        known[text] = size;
        size += 1;
      }
      codes[at] = code;
    }
    for (let code = 0; code < size; code += 1) known[texts[code] ?? 0] = -1;
    return texts.subarray(0, size);
  }

  #valuesOf(texts: Int32Array): Dictionary {
    const { letters } = this.#held.texts.arrays;
    const starts = new Uint32Array(texts.length + 1);
    for (let code = 0; code < texts.length; code += 1) {
      const text = texts[code] ?? 0;
      starts[code + 1] = (starts[code] ?? 0) + this.#held.texts.endOf(text) - this.#held.texts.startOf(text);
    }
    const own = new Uint16Array(starts[texts.length] ?? 0);
    for (let code = 0; code < texts.length; code += 1) {
      let from = this.#held.texts.startOf(texts[code] ?? 0);
      const end = starts[code + 1] ?? 0;
      for (let to = starts[code] ?? 0; to < end; to += 1, from += 1) own[to] = letters.all[from] ?? 0;
    }
    return new HeldValues(own, starts);
  }
}

/** Values whose letters become texts all at once, for whoever asks for one asks for most. */
class HeldValues extends Dictionary {
  #all: string | undefined;

  override text(code: number): string {
    this.#all ??= textOf(this.letters);
    return this.#all.slice(this.starts[code], this.starts[code + 1]);
  }
}

function shares(texts: Int32Array, { counts, known }: Tally): Float64Array {
  const own = new Float64Array(texts.length);
  for (let code = 0; code < texts.length; code += 1) own[code] = counts.at(texts[code] ?? 0) / known;
  return own;
}

const noTexts = Dictionary.of([]);

function roomFor(size: number): Int32Array<ArrayBuffer> {
  return new Int32Array(size + (size >> 3) + 1024).fill(-1);
}

type Slot = {
  readonly key: string;
  readonly slot: number;
  /** whether letters or frequencies are asked of its values; else the store's own numbers say which are the same */
  readonly isRead: boolean;
};

function slotsOf(held: Held): readonly Slot[] {
  const { model, expressions } = held.shape;
  const keys = expressions.map(keyOf);
  const read = readIn(model);
  return asked(model).map((expression) => {
    const key = keyOf(expression);
    const slot = keys.indexOf(key);
    const isTallied = held.tallies.some((tally) => tally.slot === slot);
    return { key, slot, isRead: isTallied || read.has(key) };
  });
}

/** The expressions of which conditions read letters; whether two values of one expression are the same needs none. */
function readIn({ comparisons, blockingRules }: LinkageModel): ReadonlySet<string> {
  const conditions = [
    ...comparisons.flatMap(({ nullWhen, levels }) => [nullWhen, ...levels.map(({ when }) => when)]),
    ...blockingRules.flatMap(({ also }) => also ?? []),
  ];
  return new Set(
    conditions.flatMap(leavesOf).flatMap((leaf) => {
      if (leaf.is === 'value') return [keyOf(leaf.of)];
      if (!('left' in leaf)) return [];
      const [left, right] = [keyOf(leaf.left), keyOf(leaf.right)];
      return leaf.is === 'equal' && left === right ? [] : [left, right];
    }),
  );
}

/** What is asked of pairs, beyond keys that are equal already. */
function asked({ comparisons, blockingRules }: LinkageModel): Expression[] {
  const rules = blockingRules.map(({ name, also }) => ({ name, keys: [], ...(also ? { also } : {}) }));
  return expressionsOf({ comparisons, blockingRules: rules });
}
