import type { SkippedBlock } from '../blocking/blocks.ts';
import { judgingBy, oddsOf, pairClasses, type PairClass } from '../linking/judge-pairs.ts';
import { probabilityOf } from '../model/weights.ts';
import { Candidates, noPairs, type HeldPairs } from './held/candidates.ts';
import { Gatherer } from './held/gathered.ts';
import type { Held } from './held/held.ts';
import { namesHeld } from './held/names-held.ts';
import { scoreHeld } from './held/score-held.ts';
import type { Settings } from './state.ts';

/** A pair of records that was scored, by their numbers. */
export type ScoredPair = {
  readonly left: number;
  readonly right: number;
  /** log2 of the odds that both are of one person, as two-class scoring has it */
  readonly weight: number;
  /** the same against both other classes, where there are families; the weight where there are none */
  readonly score: number;
  /** of one person, by the score */
  readonly probability: number;
  /** what becomes of the pair */
  readonly is: PairClass;
  /** the number of the first rule that found it */
  readonly rule: number;
  /** the answers, comparison by comparison */
  readonly answers: Int8Array;
};

/** What looking at new records came to. */
export type Matched = {
  /** candidate pairs, each once */
  readonly candidates: number;
  readonly passedOver: readonly SkippedBlock[];
};

/** Partners of so many records are looked for at once, and so many pairs scored: memory does not grow with how many there are. */
const recordsAtOnce = 256;
const pairsAtOnce = 1 << 18;

/** From which score a pair says how well two people go together. */
export const looseFrom = oddsOf(0.05);

/** Finds and scores what records agree with among those that are held. */
export class Matching {
  readonly #held: Held;
  readonly #settings: Settings;
  readonly #candidates: Candidates;
  readonly #gatherer: Gatherer;
  #judge: { readonly sources: number; readonly of: ReturnType<typeof judgingBy> } | undefined;

  constructor(held: Held, settings: Settings) {
    this.#held = held;
    this.#settings = settings;
    this.#candidates = new Candidates(held, settings.mostPairsInBlock ?? 50_000_000);
    this.#gatherer = new Gatherer(held);
  }

  /** The score from which a pair is kept. */
  get keptFrom(): number {
    return this.#settings.cohesionFrom ?? looseFrom;
  }

  /** The weight below which no pair can join, be kept or be asked of a person. */
  get leastWeight(): number {
    const { joinAt = 0.5, askAt = 0.1, families } = this.#settings;
    const least = Math.min(this.keptFrom, oddsOf(joinAt), oddsOf(askAt));
    return families ? least - 1 : least;
  }

  /** Lists the newest records, from this one on, and scores them with all that are numbered before each; hands on pairs of at least a weight. */
  match(from: number, atLeast: number, visit: (pair: ScoredPair) => void): Matched {
    const rules = this.#held.rules.length;
    const lists = new Int32Array((this.#held.count - from) * rules);
    this.#held.list(lists);
    let candidates = 0;
    let pairs = noPairs(atLeast);
    for (let first = from; first < this.#held.count; first += recordsAtOnce) {
      const to = Math.min(first + recordsAtOnce, this.#held.count);
      const own = lists.subarray((first - from) * rules, (to - from) * rules);
      this.#candidates.gather({ from: first, to, lists: own }, pairs);
      if (pairs.left.size < pairsAtOnce && to < this.#held.count) continue;
      candidates += pairs.leftOut + this.#score(pairs, visit);
      pairs = noPairs(atLeast);
    }
    return { candidates, passedOver: this.#candidates.passedOver() };
  }

  #score(pairs: HeldPairs, visit: (pair: ScoredPair) => void): number {
    if (pairs.left.size === 0) return 0;
    const { kept, candidates } = scoreHeld({ held: this.#held, gatherer: this.#gatherer }, pairs);
    const judged = this.#judging()(kept);
    const width = this.#held.shape.model.comparisons.length;
    for (let pair = 0; pair < kept.count; pair += 1) {
      const score = judged.score[pair] ?? 0;
      visit({
        left: kept.left[pair] ?? 0,
        right: kept.right[pair] ?? 0,
        weight: kept.weight[pair] ?? 0,
        score,
        probability: probabilityOf(score),
        is: pairClasses[judged.classOf[pair] ?? -1] ?? 'unrelated',
        rule: kept.rule[pair] ?? 0,
        answers: kept.answers.subarray(pair * width, (pair + 1) * width),
      });
    }
    return candidates;
  }

  /** How pairs are judged, which hangs on how many sources there are. */
  #judging(): ReturnType<typeof judgingBy> {
    const sources = this.#held.sources.length;
    if (this.#judge?.sources === sources) return this.#judge.of;
    const { families, joinAt, askAt } = this.#settings;
    const of = judgingBy({
      model: this.#held.shape.model,
      families,
      sources,
      names: namesHeld(this.#held),
      ...(joinAt !== undefined && { joinAt }),
      ...(askAt !== undefined && { askAt }),
    });
    this.#judge = { sources, of };
    return of;
  }
}
