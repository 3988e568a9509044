import type { BlockingRule } from '../model/model.ts';
import type { Column, RecordsRead } from '../records/records.ts';
import { columnOf } from '../records/same-values.ts';
import { numberTuples, type Numbered } from './tuples.ts';

/** Keys one after the other in the order of records: entry e says that `records[e]` has the key `keys[e]`. */
export type Entries = { readonly records: Int32Array; readonly keys: Int32Array };

/** The keys of a rule that reads lists: a record has one for each value, or each combination of values of several lists. */
export type ExplodedKeys = {
  readonly left: Entries;
  /** the same object where the rule asks the same of both */
  readonly right: Entries;
  readonly count: number;
  /** the same on every machine; smaller numbers have smaller hashes */
  hashOf(key: number): number;
  wordsOf(key: number): string;
};

/** By code, the numbers of its values, from `starts[code]` on. */
type Values = { readonly starts: Int32Array; readonly numbers: Int32Array };
type Part = { readonly left: Side; readonly right: Side; readonly texts: readonly string[] };
type Side = { readonly codes: Int32Array; readonly values: Values };

/** Numbers the keys of a rule that reads lists, in the order of their hashes. */
export function explodedKeys(records: RecordsRead, rule: BlockingRule): ExplodedKeys {
  const parts = rule.keys.map((key): Part => {
    const [left, right] = [columnOf(records, key.left), columnOf(records, key.right)];
    const known = new Map<string, number>();
    const side = (column: Column): Side => ({
      codes: column.codes,
      values: valuesOf(column, known, key.each === true),
    });
    const ofLeft = side(left);
    return { left: ofLeft, right: left === right ? ofLeft : side(right), texts: [...known.keys()] };
  });
  const isSame = parts.every((part) => part.left === part.right);
  const lefts = entriesOf(
    records.count,
    parts.map((part) => part.left),
  );
  const rights = isSame
    ? undefined
    : entriesOf(
        records.count,
        parts.map((part) => part.right),
      );
  const numbered = parts
    .map(({ texts }, at): Numbered => ({
      codes: joined(lefts.columns[at], rights?.columns[at]),
      count: texts.length,
    }))
    .reduce((all, part) => numberTuples(all, part));
  return inOrderOfHashes({ parts, numbered, lefts, rights });
}

type Listed = { readonly records: Int32Array; readonly columns: readonly Int32Array[] };
type Found = {
  readonly parts: readonly Part[];
  readonly numbered: Numbered;
  readonly lefts: Listed;
  readonly rights: Listed | undefined;
};

function inOrderOfHashes({ parts, numbered, lefts, rights }: Found): ExplodedKeys {
  const { codes, count } = numbered;
  const example = new Int32Array(count);
  for (let entry = codes.length - 1; entry >= 0; entry -= 1) example[codes[entry] ?? 0] = entry;
  const textsOf = (key: number): string[] => {
    const entry = example[key] ?? 0;
    const [of, at] = entry < lefts.records.length ? [lefts, entry] : [rights, entry - lefts.records.length];
    return parts.map(({ texts }, part) => texts[of?.columns[part]?.[at] ?? 0] ?? '');
  };
  const hashes = Uint32Array.from({ length: count }, (_, key) => hashOf(textsOf(key)));
  const order = Int32Array.from({ length: count }, (_, key) => key).sort(
    (one, other) => (hashes[one] ?? 0) - (hashes[other] ?? 0),
  );
  const rank = new Int32Array(count);
  for (let place = 0; place < count; place += 1) rank[order[place] ?? 0] = place;
  const keys = codes.map((code) => rank[code] ?? 0);
  const left = { records: lefts.records, keys: keys.subarray(0, lefts.records.length) };
  return {
    left,
    right: rights ? { records: rights.records, keys: keys.subarray(lefts.records.length) } : left,
    count,
    hashOf: (key) => hashes[order[key] ?? 0] ?? 0,
    wordsOf: (key) =>
      textsOf(order[key] ?? 0)
        .map((text) => `"${text.slice(0, 60)}"`)
        .join(', '),
  };
}

/** The values of each code, each once: those between spaces of a list, or the text itself. */
function valuesOf({ values }: Column, known: Map<string, number>, isList: boolean): Values {
  const starts = new Int32Array(values.size + 1);
  const numbers: number[] = [];
  for (let code = 0; code < values.size; code += 1) {
    const text = values.text(code);
    for (const value of isList ? new Set(text.split(' ').filter((each) => each !== '')) : [text]) {
      const number = known.get(value) ?? known.size;
      known.set(value, number);
      numbers.push(number);
    }
    starts[code + 1] = numbers.length;
  }
  return { starts, numbers: Int32Array.from(numbers) };
}

/** Every combination of the values of a record's parts; none where a part is missing or an empty list. */
function entriesOf(count: number, sides: readonly Side[]): Listed {
  const size = (record: number): number =>
    sides.reduce((product, side) => product * lengthOf(side, record), 1);
  let all = 0;
  for (let record = 0; record < count; record += 1) all += size(record);
  const records = new Int32Array(all);
  const columns = sides.map(() => new Int32Array(all));
  for (let record = 0, entry = 0; record < count; record += 1) {
    const own = size(record);
    for (let place = 0; place < own; place += 1, entry += 1) {
      records[entry] = record;
      let rest = place;
      for (const [at, side] of sides.entries()) {
        const length = lengthOf(side, record);
        const from = side.values.starts[side.codes[record] ?? 0] ?? 0;
        const column = columns[at];
        if (column) column[entry] = side.values.numbers[from + (rest % length)] ?? 0;
        rest = Math.floor(rest / length);
      }
    }
  }
  return { records, columns };
}

function lengthOf({ codes, values }: Side, record: number): number {
  const code = codes[record] ?? -1;
  return code < 0 ? 0 : (values.starts[code + 1] ?? 0) - (values.starts[code] ?? 0);
}

function joined(left: Int32Array | undefined, right: Int32Array | undefined): Int32Array {
  const both = new Int32Array((left?.length ?? 0) + (right?.length ?? 0));
  if (left) both.set(left);
  if (right) both.set(right, left?.length ?? 0);
  return both;
}

function hashOf(texts: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
  }
  return (Math.imul(hash, 0x85ebca6b) ^ (hash >>> 13)) >>> 0;
}
