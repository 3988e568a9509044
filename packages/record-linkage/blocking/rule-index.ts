import type { LinkType } from '../model/model.ts';
import type { RecordsRead } from '../records/records.ts';
import { keySets, type KeySets } from './key-sets.ts';
import type { RuleKeys } from './rule-keys.ts';
import { sortedByCode, type Sorted } from './tuples.ts';

/**
 * One rule's blocks: the records that have partners, block after block, each block in the order of its records. The
 * partners of `left[p]` are `partners[p]` records of `right`, from `first[p]` on.
 */
export type RuleIndex = {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly first: Int32Array;
  readonly partners: Int32Array;
  /** where records have several keys: the key of each position on the left, and all keys of each record */
  readonly several?: { readonly keys: Int32Array; readonly left: KeySets; readonly right: KeySets };
  /** positions on the left where work may be cut into pieces of about the same number of pairs; the last is the end */
  readonly cuts: Int32Array;
  /** how many pairs there are before each cut; the last is all pairs of the rule */
  readonly pairsBefore: Float64Array;
};

/** What one rule's index is made of. */
export type ToIndex = {
  readonly keys: RuleKeys;
  readonly records: RecordsRead;
  readonly linkType: LinkType;
  readonly mostPairs: number;
  /** where records have several keys: the record of each key; and then `keys` holds keys by entry */
  readonly recordOf?: { readonly left: Int32Array; readonly right: Int32Array };
  readonly part?: { readonly of: number; readonly number: number };
  /** of one of a block's records (of the block's key where records have several) */
  readonly hashOf?: (record: number) => number;
};

/** A rule's index, its keys without those of blocks that are too large, and these blocks. */
export type Indexed = {
  readonly index: RuleIndex;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly giants: readonly Giant[];
};

/** A block that is too large: one of its records, how many it has and how many pairs they make. */
export type Giant = {
  readonly key: number;
  readonly record: number;
  readonly records: number;
  readonly pairs: number;
};

/** About so many pairs are one piece of work. */
const pairsOfPiece = 50_000;

/** Sorts the records of one rule into blocks by counting, and leaves out blocks of too many pairs. */
export function indexRule(of: ToIndex): Indexed {
  const onRight = of.keys.sorted ?? sortedByKey(of, 'right');
  const onLeft = of.keys.left === of.keys.right ? onRight : sortedByKey(of, 'left');
  const { starts, records: right } = onRight;
  const { starts: leftStarts, records: left } = onLeft;
  const walk = { of, starts, right, leftStarts, left };
  const counted = countBlocks(walk);
  const { giants, isLeftOut } = counted;
  const kept = keptPositions(walk, counted);
  const { left: own, first, partners } = kept;
  const indexed = of.recordOf ? severalOf(of, kept, isLeftOut) : { left: own, first, partners };
  return {
    index: { right, ...indexed, ...cutsOf(kept.partners) },
    left: giants.length === 0 ? of.keys.left : withoutGiants(of.keys.left, isLeftOut),
    right: giants.length === 0 ? of.keys.right : withoutGiants(of.keys.right, isLeftOut),
    giants,
  };
}

/** The index of a rule by which records have several keys. */
function severalOf(
  { keys, recordOf, records }: ToIndex,
  { keys: keyAt, ...kept }: ReturnType<typeof keptPositions>,
  isLeftOut: Uint8Array,
): Pick<RuleIndex, 'left' | 'first' | 'partners' | 'several'> {
  const none = new Int32Array(0);
  const left = keySets(records.count, { keys: keys.left, records: recordOf?.left ?? none }, isLeftOut);
  const right =
    keys.left === keys.right
      ? left
      : keySets(records.count, { keys: keys.right, records: recordOf?.right ?? none }, isLeftOut);
  const shared = new Int32Array(new SharedArrayBuffer(keyAt.length * 4));
  shared.set(keyAt);
  return { ...kept, several: { keys: shared, left, right } };
}

type Walk = {
  readonly of: ToIndex;
  readonly starts: Int32Array;
  readonly right: Int32Array;
  readonly leftStarts: Int32Array;
  readonly left: Int32Array;
};

/** The records of one side by key; where records have several keys, each as often. */
function sortedByKey({ keys, recordOf }: ToIndex, side: 'left' | 'right'): Sorted {
  return sortedByCode({ codes: keys[side], count: keys.count }, recordOf?.[side]);
}

type Counted = {
  /** by position on the left: where its partners begin, and how many there are */
  readonly first: Int32Array;
  readonly pairs: Int32Array;
  readonly giants: readonly Giant[];
  readonly isLeftOut: Uint8Array;
};

function countBlocks(walk: Walk): Counted {
  const { of, leftStarts, starts, left } = walk;
  const first = new Int32Array(left.length);
  const pairs = new Int32Array(left.length);
  const isLeftOut = new Uint8Array(of.keys.count);
  const giants: Giant[] = [];
  const isSame = left === walk.right;
  const lastOf = of.linkType === 'link' ? lastOfSources(of.records) : undefined;
  for (let key = 0; key < of.keys.count; key += 1) {
    const begin = leftStarts[key] ?? 0;
    const leftEnd = leftStarts[key + 1] ?? 0;
    // most keys are one record's own
    if (isSame && leftEnd - begin === 1) continue;
    const end = starts[key + 1] ?? 0;
    let from = starts[key] ?? 0;
    let sum = 0;
    for (let at = begin; at < leftEnd; at += 1) {
      const record = left[at] ?? 0;
      const after = lastOf ? (lastOf[of.records.sourceOf[record] ?? 0] ?? 0) : record;
      while (from < end && (walk.right[from] ?? 0) <= after) from += 1;
      first[at] = from;
      pairs[at] = end - from;
      sum += end - from;
    }
    if (sum > of.mostPairs) {
      isLeftOut[key] = 1;
      const members = Math.max(leftEnd - begin, end - (starts[key] ?? 0));
      giants.push({ key, record: left[begin] ?? 0, records: members, pairs: sum });
    }
  }
  return { first, pairs, giants, isLeftOut };
}

/** The last record of each source. */
function lastOfSources(records: RecordsRead): Int32Array {
  const last = new Int32Array(records.sources.length);
  for (let record = 0; record < records.count; record += 1) last[records.sourceOf[record] ?? 0] = record;
  return last;
}

/** The positions that have partners, in blocks that are not too large and belong to this part. */
function keptPositions(
  walk: Walk,
  counted: Counted,
): Pick<RuleIndex, 'left' | 'first' | 'partners'> & { readonly keys: Int32Array } {
  const { of, leftStarts } = walk;
  const { pairs, isLeftOut } = counted;
  const positions = new Int32Array(walk.left.length);
  const keyAt = new Int32Array(walk.of.recordOf ? walk.left.length : 0);
  let kept = 0;
  for (let key = 0; key < of.keys.count; key += 1) {
    const begin = leftStarts[key] ?? 0;
    const end = leftStarts[key + 1] ?? 0;
    if (end === begin || isLeftOut[key] === 1 || !isOfPart(of, of.recordOf ? key : (walk.left[begin] ?? 0)))
      continue;
    for (let at = begin; at < end; at += 1)
      if ((pairs[at] ?? 0) > 0) {
        positions[kept] = at;
        keyAt[kept] = key;
        kept += 1;
      }
  }
  const chosen = positions.subarray(0, kept);
  return {
    left: pick(walk.left, chosen),
    first: pick(counted.first, chosen),
    partners: pick(pairs, chosen),
    keys: keyAt.slice(0, kept),
  };
}

function pick(values: Int32Array, positions: Int32Array): Int32Array {
  const picked = new Int32Array(new SharedArrayBuffer(positions.length * 4));
  for (let at = 0; at < picked.length; at += 1) picked[at] = values[positions[at] ?? 0] ?? 0;
  return picked;
}

function isOfPart({ part, hashOf }: ToIndex, record: number): boolean {
  return !part || !hashOf || hashOf(record) % part.of === part.number - 1;
}

function withoutGiants(keys: Int32Array, isLeftOut: Uint8Array): Int32Array {
  return Int32Array.from(keys, (key) => (key >= 0 && isLeftOut[key] === 1 ? -1 : key));
}

function cutsOf(partners: Int32Array): Pick<RuleIndex, 'cuts' | 'pairsBefore'> {
  const cuts: number[] = [0];
  const before: number[] = [0];
  let sum = 0;
  let sinceCut = 0;
  const end = partners.length;
  for (let at = 0; at < end; at += 1) {
    sinceCut += partners[at] ?? 0;
    sum += partners[at] ?? 0;
    if (sinceCut >= pairsOfPiece && at + 1 < end) {
      cuts.push(at + 1);
      before.push(sum);
      sinceCut = 0;
    }
  }
  return { cuts: Int32Array.from([...cuts, end]), pairsBefore: Float64Array.from([...before, sum]) };
}
