import { conditionOf } from '../comparing/condition-of.ts';
import { blocksOf, type Blocking, type SkippedBlock } from './blocks.ts';
import { PairWalk, type AlsoAsked } from './pair-walk.ts';

const batchSize = 4096;

/**
 * Visits each candidate pair once, with the number of the first rule that finds it; the left record is the smaller
 * number. Returns the blocks that were left out because they have too many pairs.
 */
export function forEachPair(
  blocking: Blocking & { readonly counts?: 'letters' | 'bytes' },
  visit: (left: number, right: number, rule: number) => void,
): readonly SkippedBlock[] {
  const blocks = blocksOf(blocking);
  const walk = new PairWalk(blocks, alsoAsked(blocking));
  const batch = { left: new Int32Array(batchSize), right: new Int32Array(batchSize) };
  for (const [rule, index] of blocks.rules.entries())
    for (let cut = 0; cut + 1 < index.cuts.length; cut += 1) {
      walk.begin(rule, cut);
      for (let count = walk.next(batch); count >= 0; count = walk.next(batch))
        for (let pair = 0; pair < count; pair += 1)
          visit(batch.left[pair] ?? 0, batch.right[pair] ?? 0, rule);
    }
  return blocks.skipped;
}

/** What each rule asks beyond equal keys, ready to be asked. */
export function alsoAsked({
  records,
  rules,
  counts = 'letters',
}: Parameters<typeof forEachPair>[0]): AlsoAsked[] {
  return rules.map((rule) => (rule.also ? conditionOf(records, rule.also, counts) : undefined));
}
