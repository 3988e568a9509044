import type { Edges } from '../clusters/edges.ts';
import { edgesInOrder } from '../clusters/edge-order.ts';
import { shareOf } from './wilson.ts';
import type { Share } from './wilson.ts';

/** How well pairs or clusters agree with the truth. Pairs that nothing found count as missed. */
export type Quality = {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  /** undefined where nothing was joined */
  readonly precision: Share | undefined;
  /** undefined where the truth joins nothing */
  readonly recall: Share | undefined;
  readonly f1: number | undefined;
};

/** The truth: for each record a number of its person; -1 where it is not known (such records are left out). */
export type Truth = Int32Array;

/** Precision, recall and F1 from counts of pairs, with Wilson intervals. */
function qualityOf(truePositives: number, found: number, real: number): Quality {
  return {
    truePositives,
    falsePositives: found - truePositives,
    falseNegatives: real - truePositives,
    precision: shareOf(truePositives, found),
    recall: shareOf(truePositives, real),
    f1: found + real > 0 ? (2 * truePositives) / (found + real) : undefined,
  };
}

/** One row for each threshold: pairs of at least that weight against the truth. */
export function thresholdTable(
  edges: Edges,
  truth: Truth,
  thresholds: readonly number[],
): readonly (Quality & { readonly threshold: number })[] {
  const real = truePairs(truth);
  const order = edgesInOrder(edges, Math.min(...thresholds));
  const rows = new Map<number, Quality>();
  let at = 0;
  let found = 0;
  let right = 0;
  for (const threshold of thresholds.toSorted((one, other) => other - one)) {
    for (; at < order.length && (edges.weight[order[at] ?? 0] ?? 0) >= threshold; at += 1) {
      const same = isSame(edges, truth, order[at] ?? 0);
      if (same === undefined) continue;
      found += 1;
      if (same) right += 1;
    }
    rows.set(threshold, qualityOf(right, found, real));
  }
  return thresholds.map((threshold) => ({ threshold, ...(rows.get(threshold) ?? qualityOf(0, 0, real)) }));
}

/** All pairs within clusters against all pairs of one person. */
export function clusterQuality(clusterOf: Int32Array, truth: Truth): Quality {
  const known = Int32Array.from(truth, (_, record) => record).filter((record) => (truth[record] ?? -1) >= 0);
  const clusters = new Map<number, number>();
  const both = new Map<string, number>();
  for (const record of known) {
    const cluster = clusterOf[record] ?? record;
    clusters.set(cluster, (clusters.get(cluster) ?? 0) + 1);
    const key = `${cluster} ${truth[record] ?? -1}`;
    both.set(key, (both.get(key) ?? 0) + 1);
  }
  return qualityOf(pairsIn(both.values()), pairsIn(clusters.values()), truePairs(truth));
}

/** How many pairs of records are of one person. */
export function truePairs(truth: Truth): number {
  const sizes = new Map<number, number>();
  for (const person of truth) if (person >= 0) sizes.set(person, (sizes.get(person) ?? 0) + 1);
  return pairsIn(sizes.values());
}

/** Edges that are wrong at a threshold: joined though of two people, and (among the edges) of one person but not joined. */
export function mistakes(
  edges: Edges,
  truth: Truth,
  threshold: number,
): { readonly falsePositives: Uint32Array; readonly falseNegatives: Uint32Array } {
  const falsePositives: number[] = [];
  const falseNegatives: number[] = [];
  for (let edge = 0; edge < edges.weight.length; edge += 1) {
    const same = isSame(edges, truth, edge);
    const isJoined = (edges.weight[edge] ?? 0) >= threshold;
    if (same === false && isJoined) falsePositives.push(edge);
    if (same === true && !isJoined) falseNegatives.push(edge);
  }
  return {
    falsePositives: Uint32Array.from(falsePositives),
    falseNegatives: Uint32Array.from(falseNegatives),
  };
}

/** For each group of records, how many of its pairs of one person clusters missed, and how far the groups lie apart. */
export function missedByGroup(
  clusterOf: Int32Array,
  truth: Truth,
  groupOf: readonly string[],
): { readonly groups: ReadonlyMap<string, Share>; readonly gap: number } {
  const counts = new Map<string, { missed: number; real: number }>();
  for (const records of recordsByPerson(truth).values())
    for (const [place, one] of records.entries())
      for (const other of records.slice(place + 1))
        for (const group of new Set([groupOf[one] ?? '', groupOf[other] ?? ''])) {
          const count = counts.get(group) ?? { missed: 0, real: 0 };
          count.real += 1;
          if (clusterOf[one] !== clusterOf[other]) count.missed += 1;
          counts.set(group, count);
        }
  const groups = new Map<string, Share>();
  for (const [group, { missed, real }] of counts) {
    const share = shareOf(missed, real);
    if (share) groups.set(group, share);
  }
  const values = [...groups.values()].map(({ value }) => value);
  return { groups, gap: values.length > 0 ? Math.max(...values) - Math.min(...values) : 0 };
}

/** Of records compared with themselves, the share that could not even then reach each threshold. */
export function unlinkable(
  ownWeights: Float64Array,
  thresholds: readonly number[],
): readonly { readonly threshold: number; readonly share: Share | undefined }[] {
  const sorted = ownWeights.toSorted();
  return thresholds.map((threshold) => {
    const below = sorted.findIndex((weight) => weight >= threshold);
    return { threshold, share: shareOf(below < 0 ? sorted.length : below, sorted.length) };
  });
}

function recordsByPerson(truth: Truth): ReadonlyMap<number, readonly number[]> {
  const people = new Map<number, number[]>();
  for (const [record, person] of truth.entries()) {
    if (person < 0) continue;
    const records = people.get(person);
    if (records) records.push(record);
    else people.set(person, [record]);
  }
  return people;
}

function isSame({ left, right }: Edges, truth: Truth, edge: number): boolean | undefined {
  const one = truth[left[edge] ?? 0] ?? -1;
  const other = truth[right[edge] ?? 0] ?? -1;
  return one < 0 || other < 0 ? undefined : one === other;
}

function pairsIn(sizes: Iterable<number>): number {
  let pairs = 0;
  for (const size of sizes) pairs += (size * (size - 1)) / 2;
  return pairs;
}
