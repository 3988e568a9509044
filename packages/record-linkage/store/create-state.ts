import { faultInEdges } from '../clusters/edges.ts';
import { pairSqlIn } from '../comparing/pair-sql.ts';
import { judgePairs, pairClasses, type ScoredPairs } from '../linking/judge-pairs.ts';
import { keyOf } from '../model/expression.ts';
import type { LinkageModel } from '../model/model.ts';
import { expressionsOf } from '../records/expressions-of.ts';
import type { Records } from '../records/records.ts';
import { done, refuse, type Refusal, type Result } from '../result.ts';
import { Held } from './held/held.ts';
import { putRecords } from './held/put-records.ts';
import { looseFrom } from './matching.ts';
import { counts, HeldEdges } from './people/held-edges.ts';
import { PairBook, type NumberPair } from './people/pair-book.ts';
import { People } from './people/people.ts';
import { clusterMembers } from './people/refresh.ts';
import type { Settings, State } from './state.ts';
import { badPair, needsSql } from './store-words.ts';

/** What a store begins with. */
export type ToStore = Settings & {
  /** as they were read for the model, with what `oneOf` names */
  readonly records: Records;
  readonly model: LinkageModel;
  /** scored pairs of these records with their answers: all that join, and as many of the others as there are */
  readonly pairs: ScoredPairs;
  /** pairs that a person joined, or a verified number */
  readonly mustLink?: readonly NumberPair[];
  /** pairs that never come together */
  readonly cannotLink?: readonly NumberPair[];
};

/** A state with these records, and the people that a whole job makes of them. */
export function createState(of: ToStore): Result<State> {
  const { records, model, pairs } = of;
  const fault = faultIn(of);
  if (fault) return refuse(fault);
  const named = (of.oneOf ?? []).map((each) => each.of);
  const expressions = [
    ...new Map([...expressionsOf(model), ...named].map((each) => [keyOf(each), each])).values(),
  ];
  const held = new Held({ model, expressions });
  const put = putRecords(held, records);
  if (!put.done) return put;
  held.list();
  const state: State = {
    settings: settingsOf(of),
    held,
    edges: edgesOf(pairs, of),
    people: new People(),
    together: new PairBook(of.mustLink),
    apart: new PairBook(of.cannotLink),
  };
  const everybody = Int32Array.from({ length: held.count }, (_, record) => record);
  const all = Int32Array.from({ length: state.edges.count }, (_, edge) => edge);
  const clustered = clusterMembers(state, everybody, all);
  if (!clustered.done) return clustered;
  nameAll(state.people, clustered.value);
  return done(state);
}

function faultIn({ records, model, pairs, mustLink = [], cannotLink = [] }: ToStore): Refusal | undefined {
  const [sql] = pairSqlIn(model);
  if (sql !== undefined) return needsSql(sql);
  const isRecord = (record: number): boolean =>
    Number.isInteger(record) && record >= 0 && record < records.count;
  const bad = [...mustLink, ...cannotLink].find(
    ([one, other]) => one === other || !isRecord(one) || !isRecord(other),
  );
  return bad ? badPair(bad, records.count) : faultInEdges(records.count, pairs);
}

function settingsOf(of: Settings): Settings {
  const { families, joinAt, askAt, duplicateFree, oneOf } = of;
  const { minimumCohesion, cohesionFrom, mostPairsInBlock } = of;
  return {
    ...(families && { families }),
    ...(joinAt !== undefined && { joinAt }),
    ...(askAt !== undefined && { askAt }),
    ...(duplicateFree && { duplicateFree }),
    ...(oneOf && { oneOf }),
    ...(minimumCohesion !== undefined && { minimumCohesion }),
    ...(cohesionFrom !== undefined && { cohesionFrom }),
    ...(mostPairsInBlock !== undefined && { mostPairsInBlock }),
  };
}

/** Judges pairs; keeps those that join or say how well two people go together. */
function edgesOf(pairs: ScoredPairs, of: ToStore): HeldEdges {
  const { joinAt, askAt, cohesionFrom = looseFrom } = of;
  const { score, classOf } = judgePairs(pairs, {
    model: of.model,
    families: of.families,
    records: of.records,
    ...(joinAt !== undefined && { joinAt }),
    ...(askAt !== undefined && { askAt }),
  });
  const edges = new HeldEdges();
  edges.cover(of.records.count);
  for (let pair = 0; pair < score.length; pair += 1) {
    const is = classOf[pair] ?? 0;
    const own = score[pair] ?? 0;
    if (!counts({ is: pairClasses[is] ?? 'unrelated', score: own }, cohesionFrom)) continue;
    edges.add({ left: pairs.left[pair] ?? 0, right: pairs.right[pair] ?? 0, score: own, is });
  }
  return edges;
}

/** Gives people numbers in the order of their first records. */
function nameAll(people: People, clusterOf: Int32Array): void {
  const personOf = new Int32Array(clusterOf.length);
  for (let record = 0; record < clusterOf.length; record += 1) {
    const cluster = clusterOf[record] ?? record;
    if (cluster === record) personOf[record] = people.nextPerson;
    people.add(personOf[cluster] ?? 0);
  }
}
