import type { ClusterRules } from '../../clusters/rules.ts';
import type { Judged } from '../../linking/judge-pairs.ts';
import { peopleOf } from '../../linking/people.ts';
import { keyOf } from '../../model/expression.ts';
import { done, type Result } from '../../result.ts';
import type { State } from '../state.ts';
import type { Move } from './people.ts';
import { reconcile } from './reconcile.ts';

/** Who is who after records came in: what became of people that were there, and the person of each new record. */
export type Refreshed = {
  readonly moves: readonly Move[];
  readonly people: readonly number[];
  /** how many records were looked at anew */
  readonly touched: number;
};

/**
 * Clusters anew whoever the newest records lead to by pairs that join, directly or in a chain, and nobody else: so
 * everybody is as a whole job over all records at once would have them, by the same rules.
 */
export function refresh(state: State, from: number): Result<Refreshed> {
  const members = reachedFrom(state, from);
  const clustered = clusterMembers(state, members);
  if (!clustered.done) return clustered;
  const reconciled = reconcile(state.people, {
    members,
    clusterOf: clustered.value,
    from,
    count: state.held.count,
  });
  return done({ ...reconciled, touched: members.length });
}

/** Clusters some records by what the store holds of them: for each, the smallest place of its cluster. */
export function clusterMembers(state: State, members: Int32Array): Result<Int32Array> {
  const { held, settings } = state;
  const places = new Int32Array(held.count);
  for (let place = 0; place < members.length; place += 1) places[members[place] ?? 0] = place;
  const sourceOf = Uint8Array.from(members, (record) => held.sourceOf.at(record));
  const people = peopleOf({
    records: { count: members.length, sources: held.sources, sourceOf },
    ...localPairs(state, members, places),
    rules: rulesOf(state, { members, places, sourceOf }),
    ...(settings.joinAt === undefined ? {} : { joinAt: settings.joinAt }),
  });
  return people.done ? done(people.value.personOf) : people;
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
  const follow = (record: number): void =>
    edges.forEachOf(record, (edge, other) => {
      if (edges.joins(edge)) reach(other);
    });
  for (let record = from; record < held.count; record += 1) {
    const before = reached.length;
    follow(record);
    if (reached.length > before) reach(record);
  }
  for (let at = 0; at < reached.length; at += 1) {
    const record = reached[at] ?? 0;
    follow(record);
    for (const other of together.of(record)) reach(other);
  }
  return Int32Array.from(reached).sort();
}

/** The pairs among some records. */
function localPairs(
  { edges }: State,
  members: Int32Array,
  places: Int32Array,
): {
  readonly pairs: { left: Int32Array; right: Int32Array; weight: Float64Array };
  readonly judged: Judged;
} {
  const { left, right, score, is } = edges.arrays;
  const own: number[] = [];
  for (const record of members)
    edges.forEachOf(record, (edge, other) => {
      if (left.at(edge) === record && members[places[other] ?? 0] === other) own.push(edge);
    });
  const scores = Float64Array.from(own, (edge) => score.at(edge));
  return {
    pairs: {
      left: Int32Array.from(own, (edge) => places[left.at(edge)] ?? 0),
      right: Int32Array.from(own, (edge) => places[right.at(edge)] ?? 0),
      weight: scores,
    },
    judged: { score: scores, classOf: Uint8Array.from(own, (edge) => is.at(edge)) },
  };
}

type Among = {
  readonly members: Int32Array;
  readonly places: Int32Array;
  readonly sourceOf: Uint8Array;
};

/** The rules of a store over some of its records. */
function rulesOf(state: State, { members, places, sourceOf }: Among): ClusterRules {
  const { held, settings } = state;
  const { duplicateFree, oneOf, minimumCohesion, cohesionFrom } = settings;
  const keys = held.shape.expressions.map(keyOf);
  const pairsIn = (book: State['apart']): [number, number][] => {
    const pairs: [number, number][] = [];
    for (const record of members)
      for (const other of book.of(record))
        if (record < other && members[places[other] ?? 0] === other)
          pairs.push([places[record] ?? 0, places[other] ?? 0]);
    return pairs;
  };
  const free = (duplicateFree ?? []).map((name) => held.sources.indexOf(name)).filter((at) => at >= 0);
  return {
    mustLink: pairsIn(state.together),
    cannotLink: pairsIn(state.apart),
    ...(free.length > 0 && { duplicateFree: { sourceOf, sources: free } }),
    oneOf: (oneOf ?? []).map(({ name, of }) => {
      const slot = keys.indexOf(keyOf(of));
      const codes = Int32Array.from(members, (record) => held.rows.at(record * held.stride + slot));
      return { name, codes };
    }),
    ...(minimumCohesion !== undefined && { minimumCohesion }),
    ...(cohesionFrom !== undefined && { cohesionFrom }),
  };
}
