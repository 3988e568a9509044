import { namesComparedIn } from '../../linking/names-in-use.ts';
import { keyOf } from '../../model/expression.ts';
import type { Expression, LinkageModel } from '../../model/model.ts';
import { growingInts, type Ints } from './growing.ts';
import { HeldRule, type Row } from './held-rule.ts';
import { KeyLists } from './key-lists.ts';
import { TextTable } from './text-table.ts';

/** What the columns of a store are: the model that reads them, and every expression that is kept of a record. */
export type Shape = { readonly model: LinkageModel; readonly expressions: readonly Expression[] };

/** How often each value stands in a column whose frequencies count, by the number of its text. */
export type Tally = { readonly slot: number; readonly counts: Ints; known: number };

/** Arrays that records are kept in. */
export type HeldArrays = {
  readonly texts: TextTable;
  /** codes of all expressions, record by record */
  readonly rows: Ints;
  readonly ids: Ints;
  readonly sourceOf: Ints;
  readonly byId: KeyLists;
  readonly tallies: readonly Ints[];
  /** the lists of each rule */
  readonly lists: readonly (readonly KeyLists[])[];
};

/** A record as it is put in: its source and the numbers of its id and values. */
export type NewRecord = { readonly source: number; readonly id: number; readonly row: Row };

/**
 * Records that are held, as numbers: their values, their lists by rule, and how frequent values are. Records are
 * numbered as they came; the newest can be taken out again, which leaves everything as it was before.
 */
export class Held {
  readonly shape: Shape;
  readonly sources: string[];
  readonly texts: TextTable;
  readonly rows: Ints;
  readonly ids: Ints;
  readonly sourceOf: Ints;
  readonly byId: KeyLists;
  readonly rules: readonly HeldRule[];
  readonly tallies: readonly Tally[];
  readonly #name = new Int32Array(2);
  /** how many records the rules find */
  #listed: number;

  constructor(shape: Shape, sources: readonly string[] = [], arrays?: HeldArrays) {
    const { model, expressions } = shape;
    this.shape = shape;
    this.sources = [...sources];
    this.texts = arrays?.texts ?? new TextTable();
    this.rows = arrays?.rows ?? growingInts();
    this.ids = arrays?.ids ?? growingInts();
    this.sourceOf = arrays?.sourceOf ?? growingInts();
    this.byId = arrays?.byId ?? new KeyLists(2);
    this.#listed = this.count;
    this.rules = model.blockingRules.map((rule, at) => {
      const lists = arrays?.lists[at];
      return new HeldRule(rule, { expressions, texts: this.texts, ...(lists ? { lists } : {}) });
    });
    this.tallies = talliedSlots(shape).map((slot, at) => tallyOf(slot, arrays?.tallies[at]));
  }

  /** How many records are held. */
  get count(): number {
    return this.ids.size;
  }

  /** Whether a rule asks more than equal keys. */
  get asksMore(): boolean {
    return this.shape.model.blockingRules.some(({ also }) => also !== undefined);
  }

  /** How many values a record has. */
  get stride(): number {
    return this.shape.expressions.length;
  }

  /** Where the values of a record stand; good until the next record is put in. */
  row(record: number): Row {
    return { all: this.rows.all, from: record * this.stride };
  }

  /** The record with this id in this source; -1 where there is none. */
  find(source: number, id: number): number {
    this.#name[0] = source;
    this.#name[1] = id;
    const list = this.byId.find(this.#name);
    return list < 0 ? -1 : (this.byId.arrays.entries.all[this.byId.newestOf(list) * 2] ?? -1);
  }

  /** Puts a record in and returns its number; no rule finds it before it is listed. */
  add({ source, id, row }: NewRecord): number {
    const record = this.count;
    this.rows.reserve(this.rows.size + this.stride);
    this.rows.all.set(row.all.subarray(row.from, row.from + this.stride), this.rows.size);
    this.rows.size += this.stride;
    this.ids.push(id);
    this.sourceOf.push(source);
    this.#name[0] = source;
    this.#name[1] = id;
    this.byId.add(this.#name, record);
    const own = this.row(record);
    for (const tally of this.tallies) count(tally, own, 1);
    return record;
  }

  /**
   * Lists the records that no rule finds yet: rule by rule, so that one rule's lists are at hand at a time. `noted` is
   * filled, record by record, with the list of each rule, so that nobody looks for it again.
   */
  list(noted?: Int32Array): void {
    const { all } = this.rows;
    const first = this.#listed;
    for (const [number, rule] of this.rules.entries())
      for (let record = first; record < this.count; record += 1) {
        const list = rule.add({ all, from: record * this.stride }, record);
        if (noted) noted[(record - first) * this.rules.length + number] = list;
      }
    this.#listed = this.count;
  }

  /** Takes the newest record out. */
  takeNewest(): void {
    const record = this.count - 1;
    const own = this.row(record);
    if (record < this.#listed) for (const rule of this.rules) rule.takeNewest(own);
    this.#listed = Math.min(this.#listed, record);
    for (const tally of this.tallies) count(tally, own, -1);
    this.#name[0] = this.sourceOf.at(record);
    this.#name[1] = this.ids.at(record);
    this.byId.takeNewest(this.#name);
    this.rows.size -= this.stride;
    this.ids.size -= 1;
    this.sourceOf.size -= 1;
  }

  /** Takes out everything that came after so many records, sources and texts. */
  keepFirst(of: Extent): void {
    while (this.count > of.records) this.takeNewest();
    this.sources.length = of.sources;
    for (const { counts } of this.tallies) counts.size = Math.min(counts.size, of.texts);
    this.texts.keepFirst(of.texts);
  }

  /** Makes room in the tables, so that what comes next need not move them. */
  loosen(): void {
    this.texts.loosen();
    for (const lists of [this.byId, ...this.rules.flatMap((rule) => rule.lists)]) lists.loosen();
  }

  /** How much is held. */
  get extent(): Extent {
    return { records: this.count, sources: this.sources.length, texts: this.texts.size };
  }

  /** Whether the first record comes before the second: by source, then by id as text. */
  isBefore(one: number, other: number): boolean {
    const apart = this.sourceOf.at(one) - this.sourceOf.at(other);
    return (apart === 0 ? this.texts.compare(this.ids.at(one), this.ids.at(other)) : apart) < 0;
  }
}

/** How much a store holds. */
export type Extent = { readonly records: number; readonly sources: number; readonly texts: number };

/** Columns whose values' rarity counts, and names. */
function talliedSlots({ model, expressions }: Shape): number[] {
  const asked = model.comparisons.flatMap(({ levels }) =>
    levels.flatMap(({ termFrequency }) => (termFrequency ? [keyOf(termFrequency.column)] : [])),
  );
  const names = namesComparedIn(model);
  if (names) asked.push(keyOf(names.forenameOf), keyOf(names.surnameOf));
  const keys = expressions.map(keyOf);
  return [...new Set(asked)].map((key) => keys.indexOf(key));
}

/** What is known in all is the sum of the counts. */
function tallyOf(slot: number, counts: Ints = growingInts()): Tally {
  let known = 0;
  for (let text = 0; text < counts.size; text += 1) known += counts.all[text] ?? 0;
  return { slot, counts, known };
}

function count(tally: Tally, row: Row, by: number): void {
  const code = row.all[row.from + tally.slot] ?? -1;
  if (code < 0) return;
  while (tally.counts.size <= code) tally.counts.push(0);
  tally.counts.all[code] = tally.counts.at(code) + by;
  tally.known += by;
}
