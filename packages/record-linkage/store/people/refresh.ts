import { bestFirstClusters, type Clustering } from '../../clusters/best-first.ts';
import type { ClusterRules } from '../../clusters/rules.ts';
import { keyOf } from '../../model/expression.ts';
import { done, type Result } from '../../result.ts';
import type { Move } from './people.ts';
import { reconcile } from './reconcile.ts';
import type { State } from '../state.ts';

/** Who is who after records came in: what became of people that were there, and the person of each new record. */
export type Refreshed = {
  readonly moves: readonly Move[];
  readonly people: readonly number[];
  /** what the clustering of all who were touched came to */
  readonly clustering: Pick<Clustering, 'joined' | 'within' | 'refused'>;
  readonly touched: number;
};

/**
 * Clusters anew whoever the newest records lead to by pairs that join, directly or in a chain, and nobody else: so
 * everybody is as clustering all records at once would have them, by the same rules.
 */
export function refresh(state: State, from: number): Result<Refreshed> {
  const members = reachedFrom(state, from);
  const clustering = bestFirstClusters({
    records: members.length,
    ...localEdges(state, members),
    threshold: state.settings.threshold,
  });
  if (!clustering.done) return clustering;
  const { clusterOf, joined, within, refused } = clustering.value;
  const reconciled = reconcile(state.people, { members, clusterOf, from, count: state.held.count });
  return done({ ...reconciled, clustering: { joined, within, refused }, touched: members.length });
}

/** The records that new ones lead to, in order, themselves included where they lead anywhere. */
function reachedFrom({ held, edges, together }: State, from: number): Int32Array {
  const isReached = new Uint8Array(held.count);
  const reached: number[] = [];
  const reach = (record: number): void => {
    if (isReached[record] === 1) return;
    isReached[record] = 1;
    reached.push(record);
  };
  for (let record = from; record < held.count; record += 1)
    if (edges.arrays.newest.at(record) >= 0) reach(record);
  for (let at = 0; at < reached.length; at += 1) {
    const record = reached[at] ?? 0;
    edges.forEachOf(record, (_, other) => reach(other));
    for (const other of together.of(record)) reach(other);
  }
  return Int32Array.from(reached).sort();
}

function localEdges(
  state: State,
  members: Int32Array,
): {
  readonly edges: { left: Int32Array; right: Int32Array; weight: Float64Array };
  readonly rules: ClusterRules;
} {
  const { edges } = state;
  const places = new Int32Array(state.held.count);
  for (let place = 0; place < members.length; place += 1) places[members[place] ?? 0] = place;
  const own: number[] = [];
  for (const record of members)
    edges.forEachOf(record, (edge) => {
      if (edges.arrays.left.at(edge) === record) own.push(edge);
    });
  const { left, right, weight } = edges.arrays;
  return {
    edges: {
      left: Int32Array.from(own, (edge) => places[left.at(edge)] ?? 0),
      right: Int32Array.from(own, (edge) => places[right.at(edge)] ?? 0),
      weight: Float64Array.from(own, (edge) => weight.at(edge)),
    },
    rules: rulesOf(state, members, places),
  };
}

/** The rules of a store over some of its records; `places` says where each stands among them. */
export function rulesOf(state: State, members: Int32Array, places: Int32Array): ClusterRules {
  const { held, settings } = state;
  const keys = held.shape.expressions.map(keyOf);
  const pairsIn = (book: State['apart']): [number, number][] => {
    const pairs: [number, number][] = [];
    for (const record of members)
      for (const other of book.of(record))
        if (record < other && members[places[other] ?? 0] === other)
          pairs.push([places[record] ?? 0, places[other] ?? 0]);
    return pairs;
  };
  const free = (settings.duplicateFree ?? [])
    .map((name) => held.sources.indexOf(name))
    .filter((at) => at >= 0);
  return {
    mustLink: pairsIn(state.together),
    cannotLink: pairsIn(state.apart),
    duplicateFree: {
      sourceOf: Uint8Array.from(members, (record) => held.sourceOf.at(record)),
      sources: free,
    },
    oneOf: (settings.oneOf ?? []).map(({ name, of }) => {
      const slot = keys.indexOf(keyOf(of));
      return { name, codes: Int32Array.from(members, (record) => held.rows.at(record * held.stride + slot)) };
    }),
    ...(settings.minimumCohesion === undefined ? {} : { minimumCohesion: settings.minimumCohesion }),
  };
}
