import { blocksOf, type Blocking, type SkippedBlock } from './blocks.ts';
import { PairWalk } from './pair-walk.ts';
import { alsoAsked } from './pairs.ts';

/** How many pairs rules find, exactly. */
export type CountedPairs = {
  readonly rules: readonly {
    readonly name: string;
    /** pairs whose keys agree, from the sizes of blocks (once for each value that lists share); before what the rule asks beyond its keys */
    readonly inBlocks: number;
    /** pairs that no earlier rule finds */
    readonly first: number;
  }[];
  /** candidate pairs, each once */
  readonly pairs: number;
  readonly skipped: readonly SkippedBlock[];
};

const batchSize = 4096;

/** Counts the pairs that each rule finds, and those that it is the first to find; nothing is compared or kept. */
export function countPairs(blocking: Blocking & { readonly counts?: 'letters' | 'bytes' }): CountedPairs {
  const blocks = blocksOf(blocking);
  const walk = new PairWalk(blocks, alsoAsked(blocking));
  const batch = { left: new Int32Array(batchSize), right: new Int32Array(batchSize) };
  const rules = blocks.rules.map((index, rule) => {
    let first = 0;
    for (let cut = 0; cut + 1 < index.cuts.length; cut += 1) {
      walk.begin(rule, cut);
      for (let count = walk.next(batch); count >= 0; count = walk.next(batch)) first += count;
    }
    const inBlocks = index.pairsBefore[index.pairsBefore.length - 1] ?? 0;
    return { name: blocking.rules[rule]?.name ?? '', inBlocks, first };
  });
  return { rules, pairs: rules.reduce((sum, { first }) => sum + first, 0), skipped: blocks.skipped };
}
