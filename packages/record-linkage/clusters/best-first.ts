import { done, refuse } from '../result.ts';
import type { Refusal, Result } from '../result.ts';
import { edgesInOrder } from './edge-order.ts';
import { faultInEdges, isPair } from './edges.ts';
import type { Edges } from './edges.ts';
import { Merging } from './merging.ts';
import { neighboursBy } from './neighbours.ts';
import type { Neighbours } from './neighbours.ts';
import { mergeRefusals } from './rules.ts';
import type { ClusterRules, MergeRefusal } from './rules.ts';

/** Records in clusters, and what became of every edge of at least the threshold. */
export type Clustering = {
  /** for each record, the smallest record of its cluster */
  readonly clusterOf: Int32Array;
  /** merges that must-links made */
  readonly given: number;
  /** edges that made one cluster of two */
  readonly joined: number;
  /** edges within a cluster that was already one */
  readonly within: number;
  /** edges that would have joined two clusters and did not: the edge's row and the reason */
  readonly refused: readonly { readonly edge: number; readonly reason: MergeRefusal }[];
};

/** What to cluster: records numbered from 0, scored pairs, the weight from which a pair joins, and the rules. */
export type ToCluster = {
  readonly records: number;
  readonly edges: Edges;
  readonly threshold: number;
  readonly rules?: ClusterRules;
};

/**
 * Best-first clusters: must-links, then edges from the heaviest to the lightest, each joining two clusters unless a rule
 * forbids it. The order in which edges are given does not matter. Must-links come before one record per source, one
 * value and cohesion, but never before a cannot-link: where the two contradict one another, nothing is clustered.
 */
export function bestFirstClusters({ records, edges, threshold, rules = {} }: ToCluster): Result<Clustering> {
  const fault = faultInEdges(records, edges) ?? faultInRules(records, rules);
  if (fault) return refuse(fault);
  const merging = new Merging(records, rules);
  const given = joinGiven(merging, rules);
  if (!given.done) return given;
  const order = edgesInOrder(edges, threshold);
  const cohesion = rules.minimumCohesion ?? 0;
  const counting = rules.cohesionFrom === undefined ? order : edgesInOrder(edges, rules.cohesionFrom);
  const neighbours = cohesion > 0 ? neighboursBy(records, edges, counting) : undefined;
  const refused: { edge: number; reason: MergeRefusal }[] = [];
  let joined = 0;
  let within = 0;
  for (const edge of order) {
    const one = merging.clusterOf(edges.left[edge] ?? 0);
    const other = merging.clusterOf(edges.right[edge] ?? 0);
    if (one === other) {
      within += 1;
      continue;
    }
    const loose = neighbours && isTooLoose({ merging, neighbours, cohesion }, one, other);
    const reason = merging.refusal(one, other) ?? (loose ? 'too-loose' : undefined);
    if (reason) refused.push({ edge, reason });
    else {
      merging.merge(one, other);
      joined += 1;
    }
  }
  return done({ clusterOf: merging.labels(), given: given.value, joined, within, refused });
}

function joinGiven(merging: Merging, rules: ClusterRules): Result<number> {
  let given = 0;
  for (const [one, other] of rules.mustLink ?? []) {
    const first = merging.clusterOf(one);
    const second = merging.clusterOf(other);
    if (first === second) continue;
    if (merging.areForbidden(first, second)) return refuse(contradiction(one, other));
    merging.merge(first, second);
    given += 1;
  }
  return done(given);
}

type Looking = { readonly merging: Merging; readonly neighbours: Neighbours; readonly cohesion: number };

function isTooLoose({ merging, neighbours, cohesion }: Looking, one: number, other: number): boolean {
  const pairs = merging.sizeOf(one) * merging.sizeOf(other);
  if (pairs === 1) return false;
  const [smaller, larger] = merging.sizeOf(one) < merging.sizeOf(other) ? [one, other] : [other, one];
  let across = 0;
  merging.forEachRecord(smaller, (record) => {
    const end = neighbours.starts[record + 1] ?? 0;
    for (let at = neighbours.starts[record] ?? 0; at < end; at += 1)
      if (merging.clusterOf(neighbours.of[at] ?? 0) === larger) across += 1;
  });
  return across < cohesion * pairs;
}

function faultInRules(records: number, rules: ClusterRules): Refusal | undefined {
  for (const kind of ['mustLink', 'cannotLink'] as const)
    for (const [place, [one, other]] of (rules[kind] ?? []).entries())
      if (!isPair(records, one, other) || !Number.isInteger(one) || !Number.isInteger(other))
        return fault(
          'bad-pair',
          `${kind}, pair ${place}`,
          `Records ${one} and ${other} are not two of the ${records} records. Name two different records.`,
        );
  if ((rules.duplicateFree?.sources.length ?? 0) > 31)
    return fault(
      'too-many-sources',
      'duplicateFree',
      'At most 31 sources can be said to hold nobody twice. Name fewer.',
    );
  const lengths = [
    rules.duplicateFree?.sourceOf.length,
    ...(rules.oneOf ?? []).map(({ codes }) => codes.length),
  ];
  if (lengths.some((length) => length !== undefined && length !== records))
    return fault(
      'columns-differ',
      'rules',
      `A column of the rules does not have a value for each of the ${records} records.`,
    );
  const cohesion = rules.minimumCohesion ?? 0;
  if (!(cohesion >= 0 && cohesion <= 1))
    return fault(
      'not-a-share',
      'minimumCohesion',
      `The minimum cohesion is ${cohesion}. Give a share from 0 to 1.`,
    );
  return undefined;
}

function contradiction(one: number, other: number): Refusal {
  return fault(
    'contradiction',
    `records ${one} and ${other}`,
    `Records ${one} and ${other} must be joined, and a cannot-link keeps them apart, directly or through others. Take one of the two back; neither was dropped.`,
  );
}

function fault(reason: string, place: string, words: string): Refusal {
  return { reason, place, words };
}

/** How often each reason stopped a merge; every reason is named, those that never did with 0. */
export function refusedByReason({ refused }: Clustering): Readonly<Record<MergeRefusal, number>> {
  const counts: Record<MergeRefusal, number> = {
    forbidden: 0,
    'one-record-per-source': 0,
    'one-value': 0,
    'too-loose': 0,
  };
  for (const reason of mergeRefusals)
    counts[reason] = refused.filter((each) => each.reason === reason).length;
  return counts;
}
