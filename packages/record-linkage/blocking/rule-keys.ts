import type { BlockingRule } from '../model/model.ts';
import type { Dictionary } from '../records/dictionary.ts';
import type { RecordsRead } from '../records/records.ts';
import { columnOf, sameValues } from '../records/same-values.ts';
import { numberTuples, type Numbered, type Sorted } from './tuples.ts';

/** The number of each record's key for one rule, as the left of a pair and as the right; -1 where a value is missing. */
export type RuleKeys = {
  readonly left: Int32Array;
  /** the same array where the rule asks the same of both */
  readonly right: Int32Array;
  readonly count: number;
  /** the records by key, where that is known and both sides are the same */
  readonly sorted?: Sorted | undefined;
};

/** Numbers the keys of a rule densely and exactly: equal numbers are equal values in every part of the key. */
export function ruleKeys(records: RecordsRead, rule: BlockingRule): RuleKeys {
  const parts = rule.keys.map((key) => sameValues(columnOf(records, key.left), columnOf(records, key.right)));
  if (parts.every((part) => part.left === part.right)) {
    const keys = numberAll(parts.map((part) => ({ codes: part.left, count: part.count })));
    const { codes, count, sorted } = keys ?? allAlike(records.count);
    return { left: codes, right: codes, count, sorted };
  }
  // both sides one after the other, so that they are numbered alike
  const keys = numberAll(parts.map((part) => ({ codes: joined(part.left, part.right), count: part.count })));
  const { codes, count } = keys ?? allAlike(records.count * 2);
  return { left: codes.subarray(0, records.count), right: codes.subarray(records.count), count };
}

/** Parts with few values come first: what is numbered in between stays small. */
function numberAll(parts: readonly Numbered[]): Numbered | undefined {
  const fewFirst = parts.toSorted((one, other) => one.count - other.count);
  return parts.length === 0 ? undefined : fewFirst.reduce((all, part) => numberTuples(all, part));
}

/** A rule without keys puts all records into one block. */
function allAlike(records: number): Numbered {
  return { codes: new Int32Array(records), count: 1 };
}

function joined(left: Int32Array, right: Int32Array): Int32Array {
  const both = new Int32Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

/** What stands in a record's key, in words. */
export function keyWords(records: RecordsRead, rule: BlockingRule, record: number): string {
  return rule.keys
    .map((key) => {
      const column = columnOf(records, key.left);
      const code = column.codes[record] ?? -1;
      return code < 0 ? '' : `"${column.values.text(code).slice(0, 60)}"`;
    })
    .join(', ');
}

/** A hash of what stands in a record's key (left side): the same on every machine, whatever else was read there. */
export function keyHashes(records: RecordsRead, rule: BlockingRule): (record: number) => number {
  const parts = rule.keys.map((key) => {
    const column = columnOf(records, key.left);
    return { codes: column.codes, hashes: textHashes(column.values) };
  });
  return (record) => {
    let hash = 0x811c9dc5;
    for (const part of parts) {
      hash = Math.imul(hash ^ (part.hashes[part.codes[record] ?? 0] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return Math.imul(hash, 0x85ebca6b) >>> 0;
  };
}

function textHashes({ letters, starts, size }: Dictionary): Int32Array {
  const hashes = new Int32Array(size);
  for (let code = 0; code < size; code += 1) {
    let hash = 0x811c9dc5;
    const end = starts[code + 1] ?? 0;
    for (let at = starts[code] ?? 0; at < end; at += 1)
      hash = Math.imul(hash ^ (letters[at] ?? 0), 0x01000193);
    hashes[code] = hash ^ (hash >>> 15);
  }
  return hashes;
}
