import type { ClusterRules } from '../../clusters/rules.ts';
import type { Judged } from '../../linking/judge-pairs.ts';
import { peopleOf } from '../../linking/people.ts';
import { keyOf } from '../../model/expression.ts';
import { done, type Result } from '../../result.ts';
import type { State } from '../state.ts';
import { groupsFrom, type Group } from './groups.ts';
import { oneAtAGlance } from './one-at-a-glance.ts';
import type { Move, People } from './people.ts';
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
  const { held, people } = state;
  const groups = groupsFrom(state, from);
  const isOne = oneAtAGlance(state);
  const known = new Array<number>(held.count - from).fill(0);
  const whole: Group[] = [];
  const open: Group[] = [];
  for (const group of groups) {
    if (!isOne(group)) open.push(group);
    else if (!joinKnown(people, group, { known, from })) whole.push(group);
  }
  const clustered = clusterGroups(state, open);
  if (!clustered.done) return clustered;
  const parts = inOrder([...clustered.value, ...whole.map(asOne)]);
  return done({
    ...reconcile(people, { ...parts, from, known }),
    touched: groups.reduce((sum, { members }) => sum + members.length, 0),
  });
}

/** Gives the new records of a group, which is one person, the person that those who were there have all had. */
function joinKnown(
  people: People,
  { members }: Group,
  { known, from }: { readonly known: number[]; readonly from: number },
): boolean {
  const [oldest = from] = members;
  if (oldest >= from) return false;
  const person = people.personOf(oldest);
  if (members.some((record) => record < from && people.personOf(record) !== person)) return false;
  for (const record of members) if (record >= from) known[record - from] = person;
  return true;
}

/** Records, and for each the smallest of its cluster. */
type Parts = { readonly members: Int32Array; readonly clusterOf: Int32Array };

function asOne({ members }: Group): Parts {
  const clusterOf = new Int32Array(members.length).fill(members[0] ?? 0);
  return { members: Int32Array.from(members), clusterOf };
}

function clusterGroups(state: State, groups: readonly Group[]): Result<readonly Parts[]> {
  if (groups.length === 0) return done([]);
  const members = Int32Array.from(groups.flatMap(({ members }) => members)).sort();
  const edges = groups.flatMap((group) => group.edges);
  const clustered = clusterMembers(state, members, edges);
  if (!clustered.done) return clustered;
  return done([{ members, clusterOf: clustered.value.map((place) => members[place] ?? 0) }]);
}

/** All parts as one, in the order of their records. */
function inOrder(parts: readonly Parts[]): Parts {
  const clusterOf = new Map<number, number>();
  for (const part of parts)
    for (const [place, record] of part.members.entries()) clusterOf.set(record, part.clusterOf[place] ?? 0);
  const members = Int32Array.from(clusterOf.keys()).sort();
  return { members, clusterOf: members.map((record) => clusterOf.get(record) ?? 0) };
}

/** Clusters some records by the pairs among them that the store holds: for each, the smallest place of its cluster. */
export function clusterMembers(
  state: State,
  members: Int32Array,
  edges: ArrayLike<number>,
): Result<Int32Array> {
  const { held, settings } = state;
  const places = new Int32Array(held.count);
  for (let place = 0; place < members.length; place += 1) places[members[place] ?? 0] = place;
  const sourceOf = Uint8Array.from(members, (record) => held.sourceOf.at(record));
  const people = peopleOf({
    records: { count: members.length, sources: held.sources, sourceOf },
    ...localPairs(state, edges, places),
    rules: rulesOf(state, { members, places, sourceOf }),
    ...(settings.joinAt === undefined ? {} : { joinAt: settings.joinAt }),
  });
  return people.done ? done(people.value.personOf) : people;
}

/** Pairs by the places of their records. */
function localPairs(
  { edges }: State,
  own: ArrayLike<number>,
  places: Int32Array,
): {
  readonly pairs: { left: Int32Array; right: Int32Array; weight: Float64Array };
  readonly judged: Judged;
} {
  const { left, right, score, is } = edges.arrays;
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
