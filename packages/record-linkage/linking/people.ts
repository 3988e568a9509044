import { bestFirstClusters } from '../clusters/best-first.ts';
import type { Edges } from '../clusters/edges.ts';
import type { ClusterRules, Pair } from '../clusters/rules.ts';
import type { Records } from '../records/records.ts';
import { done, type Result } from '../result.ts';
import { eitherOfTwo } from './either-of-two.ts';
import { oddsOf, pairClasses, type Judged, type PairClass } from './judge-pairs.ts';

/** What people are made of. */
export type ToPeople = {
  readonly records: Pick<Records, 'count' | 'sources' | 'sourceOf'>;
  readonly pairs: Edges;
  readonly judged: Judged;
  /** what nobody's weight overrules, and sources that hold nobody twice */
  readonly rules?: ClusterRules;
  /** P(one person) from which pairs were said to join (.5) */
  readonly joinAt?: number;
};

/** Records put together into people, and what is left for a person to decide. */
export type People = {
  /** for each record, the smallest record of its person */
  readonly personOf: Int32Array;
  readonly people: number;
  /** pairs (by row) that join two different people if a person says so: one for each two people, the likeliest first */
  readonly questions: Int32Array;
  /** pairs (by row) of two people who are probably of one family: one for each two people, the likeliest first */
  readonly siblings: Int32Array;
};

/** Of the pairs across two people, the share that must be likely enough before they become one; and how likely. */
const cohesion = 0.5;
const likelyEnough = 0.05;

/**
 * People from judged pairs, best first: sure pairs, then likely ones, which put no two records of one source into a
 * person, and nobody to one of two whom they may as well be. A pair that would join two people and does not is a
 * question for a person, if it is no family.
 */
export function peopleOf({ records, pairs, judged, rules = {}, joinAt = 0.5 }: ToPeople): Result<People> {
  const kept = { minimumCohesion: cohesion, cohesionFrom: oddsOf(likelyEnough), ...rules };
  const isSure = isOfClasses(judged, ['sure']);
  const whole = { records: records.count, pairs, judged, joinAt };
  const first = clustersOf(whole, isSure, kept);
  if (!first.done) return first;
  const isLikely = isOfClasses(judged, ['likely']);
  const isEither = eitherOfTwo({ pairs, judged, groupOf: first.value });
  const joins = isLikely.map((is, row) => (isSure[row] ?? 0) | (is & ~(isEither[row] ?? 0)));
  const second = isLikely.includes(1)
    ? clustersOf(whole, joins, {
        ...kept,
        mustLink: chains(first.value),
        duplicateFree: {
          sourceOf: records.sourceOf,
          sources: records.sources.map((_, at) => at).slice(0, 31),
        },
      })
    : first;
  if (!second.done) return second;
  const personOf = second.value;
  const between = (classes: readonly PairClass[]) => bestBetween({ personOf, pairs, judged }, classes);
  return done({
    personOf,
    people: personOf.reduce((sum, person, record) => sum + (person === record ? 1 : 0), 0),
    questions: between(['sure', 'likely', 'doubted', 'ask']),
    siblings: between(['same-family']),
  });
}

type ToJoin = Pick<ToPeople, 'pairs' | 'judged'> & { readonly records: number; readonly joinAt: number };

/** By row, 1 for the pairs of these classes. */
function isOfClasses({ classOf }: Judged, classes: readonly PairClass[]): Uint8Array {
  const numbers = classes.map((each) => pairClasses.indexOf(each));
  return classOf.map((each) => Number(numbers.includes(each)));
}

/** These pairs join; the others say only how well two clusters go together. */
function clustersOf(of: ToJoin, joins: Uint8Array, rules: ClusterRules): Result<Int32Array> {
  const { left, right } = of.pairs;
  const threshold = oddsOf(of.joinAt);
  const weight = of.judged.score.map((each, row) =>
    joins[row] === 1 ? Math.max(each, threshold) : Math.min(each, threshold - 1e-6),
  );
  const edges = { left, right, weight };
  const clustering = bestFirstClusters({ records: of.records, edges, threshold, rules });
  return clustering.done ? done(clustering.value.clusterOf) : clustering;
}

function chains(clusterOf: Int32Array): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const [record, cluster] of clusterOf.entries()) if (cluster !== record) pairs.push([cluster, record]);
  return pairs;
}

type Between = Pick<ToPeople, 'pairs' | 'judged'> & { readonly personOf: Int32Array };

/** For each two people whom pairs of these classes name, the pair of the highest score; the highest first. */
function bestBetween({ personOf, pairs, judged }: Between, classes: readonly PairClass[]): Int32Array {
  const numbers = new Set(classes.map((each) => pairClasses.indexOf(each)));
  const best = new Map<number, number>();
  for (let row = 0; row < judged.classOf.length; row += 1) {
    if (!numbers.has(judged.classOf[row] ?? -1)) continue;
    const one = personOf[pairs.left[row] ?? 0] ?? 0;
    const other = personOf[pairs.right[row] ?? 0] ?? 0;
    if (one === other) continue;
    const key = Math.min(one, other) * personOf.length + Math.max(one, other);
    const before = best.get(key);
    if (before === undefined || (judged.score[row] ?? 0) > (judged.score[before] ?? 0)) best.set(key, row);
  }
  return Int32Array.from(best.values()).toSorted(
    (one, other) => (judged.score[other] ?? 0) - (judged.score[one] ?? 0) || one - other,
  );
}
