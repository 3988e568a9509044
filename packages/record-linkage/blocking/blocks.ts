import type { BlockingRule, LinkType } from '../model/model.ts';
import { keyOf } from '../model/expression.ts';
import type { RecordsRead } from '../records/records.ts';
import { explodedKeys } from './exploded-keys.ts';
import { firstShared } from './key-sets.ts';
import { indexRule, type Giant, type RuleIndex, type ToIndex } from './rule-index.ts';
import { keyHashes, keyWords, ruleKeys, type RuleKeys } from './rule-keys.ts';

/** What is blocked: records, the rules in their order, and which pairs count at all. */
export type Blocking = {
  readonly records: RecordsRead;
  readonly rules: readonly BlockingRule[];
  readonly linkType: LinkType;
  /** a block with more pairs than this is left out and named (default 50 million: about 10,000 records) */
  readonly mostPairsInBlock?: number;
  /** only the blocks of one part of `of`; the parts together are the whole, and no pair stands in two */
  readonly part?: { readonly of: number; readonly number: number };
};

/** A block that was left out because it has too many pairs: a placeholder that a million records share, say. */
export type SkippedBlock = {
  readonly rule: string;
  readonly value: string;
  readonly records: number;
  readonly pairs: number;
  readonly words: string;
};

/** Blocks ready to be walked; all arrays are shared between threads. */
export type Blocks = {
  /** how far apart the keys of two records stand */
  readonly stride: number;
  /** the number of each record's key by rule, as the left of a pair; below 0 where it has none */
  readonly leftKeys: Int32Array;
  readonly rightKeys: Int32Array;
  readonly rules: readonly RuleIndex[];
  readonly skipped: readonly SkippedBlock[];
};

const defaultMostPairs = 50_000_000;

/**
 * Sorts records into blocks, rule by rule. A missing value is in no block. A block of too many pairs is left out and
 * named in `skipped`; its pairs still count where another rule finds them.
 */
export function blocksOf(blocking: Blocking): Blocks {
  const keys = roomForKeys(blocking);
  return { ...keys, ...together(blocking.rules.map((_, number) => blocksOfRule(blocking, keys, number))) };
}

/** What one rule adds to blocks. */
export type BlocksOfRule = { readonly index: RuleIndex; readonly skipped: readonly SkippedBlock[] };

/** The blocks of all rules together. */
export function together(rules: readonly BlocksOfRule[]): Pick<Blocks, 'rules' | 'skipped'> {
  return { rules: rules.map(({ index }) => index), skipped: rules.flatMap(({ skipped }) => skipped) };
}

/** Where the keys of all rules will stand, in shared memory; one place for both sides where rules ask the same of both. */
export function roomForKeys({ records, rules }: Blocking): Pick<Blocks, 'stride' | 'leftKeys' | 'rightKeys'> {
  const stride = strideOf(rules.length);
  const isSame = rules.every(({ keys }) => keys.every(({ left, right }) => keyOf(left) === keyOf(right)));
  const leftKeys = sharedWords(records.count * stride);
  return { stride, leftKeys, rightKeys: isSame ? leftKeys : sharedWords(records.count * stride) };
}

/** Sorts records into the blocks of one rule, and writes its keys where they stand. */
export function blocksOfRule(
  blocking: Blocking,
  room: Pick<Blocks, 'stride' | 'leftKeys' | 'rightKeys'>,
  number: number,
): BlocksOfRule {
  const { records, linkType, mostPairsInBlock: mostPairs = defaultMostPairs, part } = blocking;
  const rule = blocking.rules[number] ?? { name: '', keys: [] };
  const { wordsOf, ...ofRule } = keysOf(blocking, rule);
  const { index, left, right, giants } = indexRule({
    ...ofRule,
    keys: ofRule,
    records,
    linkType,
    mostPairs,
    ...(part && { part }),
  });
  const at = { stride: room.stride, number };
  place(index.several ? withoutKeys(records.count) : left, room.leftKeys, at);
  if (room.rightKeys !== room.leftKeys)
    place(index.several ? withoutKeys(records.count) : right, room.rightKeys, at);
  const skipped = giants.map((giant) => wordsOn(giant, { rule, most: mostPairs, value: wordsOf(giant) }));
  return { index, skipped };
}

/** Whether a rule finds a pair by its keys alone. */
export function findsByKeys(blocks: Blocks, rule: number): (left: number, right: number) => boolean {
  const { stride, leftKeys, rightKeys } = blocks;
  const several = blocks.rules[rule]?.several;
  if (several) return (left, right) => firstShared(several, left, right) >= 0;
  return (left, right) => leftKeys[left * stride + rule] === rightKeys[right * stride + rule];
}

type OfRule = RuleKeys &
  Pick<ToIndex, 'recordOf' | 'hashOf'> & { readonly wordsOf: (giant: Giant) => string };

/** The keys of a rule; where it reads lists, a record has several, and one key stands for each entry. */
function keysOf({ records, part }: Blocking, rule: BlockingRule): OfRule {
  if (!rule.keys.some((key) => key.each))
    return {
      ...ruleKeys(records, rule),
      ...(part && { hashOf: keyHashes(records, rule) }),
      wordsOf: ({ record }) => keyWords(records, rule, record),
    };
  const { left, right, count, hashOf, wordsOf } = explodedKeys(records, rule);
  return {
    left: left.keys,
    right: right.keys,
    count,
    recordOf: { left: left.records, right: right.records },
    hashOf,
    wordsOf: ({ key }) => wordsOf(key),
  };
}

/** Keys that equal none: what a rule finds that reads lists is asked of its lists. */
function withoutKeys(records: number): Int32Array {
  return new Int32Array(records).fill(-1);
}

/** Keys of one record stand within as few cache lines as they can. */
function strideOf(rules: number): number {
  for (const stride of [1, 2, 4, 8]) if (rules <= stride) return stride;
  return Math.ceil(rules / 16) * 16;
}

function sharedWords(count: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(count * 4));
}

/** A record without a key gets a number of its own below 0, which equals that of no other record. */
function place(
  keys: Int32Array,
  into: Int32Array,
  at: { readonly stride: number; readonly number: number },
): void {
  for (let record = 0; record < keys.length; record += 1) {
    const key = keys[record] ?? -1;
    into[record * at.stride + at.number] = key < 0 ? -record - 1 : key;
  }
}

function wordsOn(
  giant: { readonly record: number; readonly records: number; readonly pairs: number },
  of: { readonly rule: BlockingRule; readonly most: number; readonly value: string },
): SkippedBlock {
  const { value } = of;
  const counted = giant.pairs.toLocaleString('en-GB');
  const shared =
    of.rule.keys.length === 0
      ? `all ${giant.records.toLocaleString('en-GB')} records are one block, for the rule has no key`
      : `${giant.records.toLocaleString('en-GB')} records share ${value}`;
  return {
    rule: of.rule.name,
    value,
    records: giant.records,
    pairs: giant.pairs,
    words: `"${of.rule.name}": ${shared}, which is ${counted} pairs, more than ${of.most.toLocaleString('en-GB')}. The rule does not look at them. If the value is a placeholder, clean it away; if it is not, add a column to the rule.`,
  };
}
