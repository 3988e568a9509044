import type { SkippedBlock } from '../blocking/blocks.ts';
import { ThreeClasses, type Verdict } from '../families/three-classes.ts';
import { probabilityOf } from '../model/weights.ts';
import { Candidates, noPairs, type HeldPairs } from './held/candidates.ts';
import { Gatherer } from './held/gathered.ts';
import { scoreHeld } from './held/score-held.ts';
import type { Held } from './held/held.ts';
import type { Settings } from './state.ts';

/** A pair of records that was scored, by their numbers. */
export type Scored = {
  readonly left: number;
  readonly right: number;
  /** log2 of the odds that both are of one person: of two classes, or of three where there are families */
  readonly weight: number;
  readonly probability: number;
  /** what may become of the pair; without families it joins from the threshold on */
  readonly verdict: Verdict;
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

/** So many pairs are scored at once, so that memory does not grow with how many there are. */
const pairsAtOnce = 1 << 18;

/** Below this two-class weight a pair is not even asked of a person. */
const leastOfFamilies = -5;

/** Finds and scores what records agree with among those that are held. */
export class Matching {
  readonly #held: Held;
  readonly #settings: Settings;
  readonly #candidates: Candidates;
  readonly #gatherer: Gatherer;
  readonly #classes: ThreeClasses | undefined;

  constructor(held: Held, settings: Settings) {
    this.#held = held;
    this.#settings = settings;
    this.#candidates = new Candidates(held, settings.mostPairsInBlock ?? 50_000_000);
    this.#gatherer = new Gatherer(held);
    const { families, alone } = settings;
    this.#classes = families && new ThreeClasses(held.shape.model, families, alone);
  }

  /** The weight below which nothing joins and nobody is asked. */
  get leastWeight(): number {
    const { threshold } = this.#settings;
    return this.#classes ? Math.min(threshold - 1, leastOfFamilies) : threshold;
  }

  /** Scores the records from this one on with all that are numbered before them; hands on pairs of at least a weight. */
  match(from: number, atLeast: number, visit: (pair: Scored) => void): Matched {
    let candidates = 0;
    let pairs = noPairs();
    for (let record = from; record < this.#held.count; record += 1) {
      this.#candidates.gather(record, pairs);
      if (pairs.left.size < pairsAtOnce && record + 1 < this.#held.count) continue;
      candidates += this.#score(pairs, atLeast, visit);
      pairs = noPairs();
    }
    return { candidates, passedOver: this.#candidates.passedOver() };
  }

  #score(pairs: HeldPairs, atLeast: number, visit: (pair: Scored) => void): number {
    if (pairs.left.size === 0) return 0;
    const { kept, candidates } = scoreHeld({ held: this.#held, gatherer: this.#gatherer, atLeast }, pairs);
    const width = this.#held.shape.model.comparisons.length;
    for (let pair = 0; pair < kept.count; pair += 1) {
      const at = pair * width;
      const judged = this.#judge(kept.weight[pair] ?? 0, kept.answers, at);
      visit({
        left: kept.left[pair] ?? 0,
        right: kept.right[pair] ?? 0,
        rule: kept.rule[pair] ?? 0,
        answers: kept.answers.subarray(at, at + width),
        ...judged,
      });
    }
    return candidates;
  }

  #judge(weight: number, answers: Int8Array, at: number): Pick<Scored, 'weight' | 'probability' | 'verdict'> {
    const { threshold } = this.#settings;
    if (!this.#classes)
      return {
        weight,
        probability: probabilityOf(weight),
        verdict: weight >= threshold ? 'join' : 'unrelated',
      };
    const score = this.#classes.score(weight, answers, at);
    const said = this.#classes.verdict(weight, answers, at);
    const verdict = said === 'join' && score < threshold ? 'ask-a-person' : said;
    return { weight: score, probability: probabilityOf(score), verdict };
  }
}
