import { bestFirstClusters } from '../clusters/best-first.ts';
import type { Edges } from '../clusters/edges.ts';
import { pairSqlIn } from '../comparing/pair-sql.ts';
import { checkModel } from '../model/check-model.ts';
import { keyOf } from '../model/expression.ts';
import type { LinkageModel } from '../model/model.ts';
import { expressionsOf } from '../records/expressions-of.ts';
import type { Records } from '../records/records.ts';
import { done, refuse, type Result } from '../result.ts';
import { Held } from './held/held.ts';
import { HeldEdges } from './people/held-edges.ts';
import { PairBook, type NumberPair } from './people/pair-book.ts';
import { People } from './people/people.ts';
import { putRecords } from './held/put-records.ts';
import { rulesOf } from './people/refresh.ts';
import type { Settings, State } from './state.ts';
import { needsSql, noThreshold } from './store-words.ts';

/** What a store begins with. */
export type ToStore = Settings & {
  /** as they were read for the model, with what `oneOf` names */
  readonly records: Records;
  readonly model: LinkageModel;
  /** the pairs that join, by the numbers of these records; those below the threshold are left out */
  readonly edges: Edges;
  /** pairs that a person joined, or a verified number */
  readonly mustLink?: readonly NumberPair[];
  /** pairs that never come together */
  readonly cannotLink?: readonly NumberPair[];
};

/** A state with these records, and the people that best-first clusters make of them. */
export function createState(of: ToStore): Result<State> {
  const { records, model, edges, mustLink, cannotLink, ...settings } = of;
  const checked = checkModel(model);
  if (!checked.done) return checked;
  const sql = pairSqlIn(model)[0];
  if (sql !== undefined) return refuse(needsSql(sql));
  if (!Number.isFinite(settings.threshold)) return refuse(noThreshold(settings.threshold));
  const named = (settings.oneOf ?? []).map((each) => each.of);
  const expressions = [
    ...new Map([...expressionsOf(model), ...named].map((each) => [keyOf(each), each])).values(),
  ];
  const held = new Held({ model, expressions });
  const put = putRecords(held, records);
  if (!put.done) return put;
  const state: State = {
    settings: settingsOf(settings),
    held,
    edges: edgesOf(edges, held.count, settings.threshold),
    people: new People(),
    together: new PairBook(mustLink),
    apart: new PairBook(cannotLink),
  };
  const members = Int32Array.from({ length: held.count }, (_, record) => record);
  const rules = { ...rulesOf(state, members, members), ...given(mustLink, cannotLink) };
  const clustering = bestFirstClusters({
    records: held.count,
    edges,
    threshold: settings.threshold,
    rules,
  });
  if (!clustering.done) return clustering;
  name(state.people, clustering.value.clusterOf);
  return done(state);
}

/** Pairs as they were given, so that a bad one is refused by its place. */
function given(mustLink: readonly NumberPair[] = [], cannotLink: readonly NumberPair[] = []) {
  return { mustLink, cannotLink };
}

function settingsOf(of: Settings): Settings {
  const { threshold, families, alone, duplicateFree, oneOf, minimumCohesion, mostPairsInBlock } = of;
  return {
    threshold,
    ...(families && { families }),
    ...(alone && { alone }),
    ...(duplicateFree && { duplicateFree }),
    ...(oneOf && { oneOf }),
    ...(minimumCohesion !== undefined && { minimumCohesion }),
    ...(mostPairsInBlock !== undefined && { mostPairsInBlock }),
  };
}

function edgesOf({ left, right, weight }: Edges, records: number, threshold: number): HeldEdges {
  const edges = new HeldEdges();
  edges.cover(records);
  for (let edge = 0; edge < weight.length; edge += 1)
    if ((weight[edge] ?? -Infinity) >= threshold)
      edges.add(left[edge] ?? 0, right[edge] ?? 0, weight[edge] ?? 0);
  return edges;
}

/** Gives people numbers in the order of their first records. */
function name(people: People, clusterOf: Int32Array): void {
  const personOf = new Int32Array(clusterOf.length);
  for (let record = 0; record < clusterOf.length; record += 1) {
    const cluster = clusterOf[record] ?? record;
    if (cluster === record) personOf[record] = people.nextPerson;
    people.add(personOf[cluster] ?? 0);
  }
}
