import type { Edges } from '../clusters/edges.ts';
import {
  clusterQuality,
  thresholdTable,
  truePairs,
  type Quality,
  type Truth,
} from '../evaluation/evaluate.ts';
import { keyOf } from '../model/expression.ts';
import type { Records } from '../records/records.ts';
import { refuse, done, type Result } from '../result.ts';
import type { Judged } from './judge-pairs.ts';

/** How well pairs and people agree with a truth. */
export type Evaluation = {
  /** pairs of the truth */
  readonly truePairs: number;
  /** pairs whose probability reaches the one from which pairs join */
  readonly pairs: Quality;
  /** all pairs within people against all pairs of the truth */
  readonly people: Quality;
  /** of the truth's pairs, the share that was looked at and kept */
  readonly reached: number | undefined;
};

/** What is evaluated. */
export type ToEvaluate = {
  readonly personOf: Int32Array;
  readonly pairs: Edges;
  readonly judged: Judged;
  readonly truth: Truth;
  readonly joinAt?: number;
};

/** Pairs and people against the truth, with intervals. */
export function evaluatePeople({ personOf, pairs, judged, truth, joinAt = 0.5 }: ToEvaluate): Evaluation {
  const edges = { left: pairs.left, right: pairs.right, weight: judged.score };
  const [atThreshold, all] = thresholdTable(edges, truth, [Math.log2(joinAt / (1 - joinAt)), -Infinity]);
  const people = clusterQuality(personOf, truth);
  return {
    truePairs: truePairs(truth),
    pairs: atThreshold ?? people,
    people,
    reached: all?.recall?.value,
  };
}

/** The truth that a column of the records holds. Refused where the records were read without it, or it says nothing. */
export function truthIn(records: Records, column: string): Result<Truth> {
  const held = records.columns.get(keyOf({ column }));
  if (held && held.values.size > 0) return done(held.codes);
  return refuse({
    reason: 'no-truth',
    place: column,
    words: `The column "${column}" says of no record whose it is, so nothing can be held against it. Name the column that does, or leave it out.`,
  });
}
