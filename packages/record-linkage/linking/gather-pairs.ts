import type { LinkageModel } from '../model/model.ts';
import type { Records } from '../records/records.ts';
import { done, type Result } from '../result.ts';
import type { ScoredBatch } from '../scoring/kept-pairs.ts';
import { scorePairs, type Scored, type ToScore } from '../scoring/score-pairs.ts';
import type { ScoredPairs } from './judge-pairs.ts';

/** The least weight of pairs that are kept unless said: below it even two children of one family are seldom found. */
export const keptFrom = -10;

/** Scores the pairs of a model and holds those of at least a weight in memory; what scoring came to stands beside them. */
export async function gatherPairs(
  records: Records,
  model: LinkageModel,
  scoring: Omit<ToScore, 'records' | 'model' | 'into' | 'atLeast'> & { readonly atLeast?: number } = {},
): Promise<Result<{ readonly pairs: ScoredPairs; readonly scored: Scored }>> {
  const batches: ScoredBatch[] = [];
  const { atLeast = keptFrom, ...how } = scoring;
  const scored = await scorePairs({
    ...how,
    records,
    model,
    atLeast,
    into: (batch) => void batches.push(batch),
  });
  if (!scored.done) return scored;
  const count = batches.reduce((sum, batch) => sum + batch.count, 0);
  const width = model.comparisons.length;
  const pairs = {
    left: new Int32Array(count),
    right: new Int32Array(count),
    weight: new Float64Array(count),
    answers: new Int8Array(count * width),
  };
  let at = 0;
  for (const batch of batches) {
    pairs.left.set(batch.left.subarray(0, batch.count), at);
    pairs.right.set(batch.right.subarray(0, batch.count), at);
    pairs.weight.set(batch.weight.subarray(0, batch.count), at);
    pairs.answers.set(batch.answers.subarray(0, batch.count * width), at * width);
    at += batch.count;
  }
  return done({ pairs, scored: scored.value });
}
