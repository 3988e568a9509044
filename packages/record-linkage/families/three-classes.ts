import type { LinkageModel } from '../model/model.ts';
import { weightsOf } from '../model/weights.ts';
import { logOf } from '../training/parameters.ts';
import type { FamilyModel } from './family-model.ts';

/** What may become of a pair: joined by itself, asked of a person, two children of one family, or nothing. */
export type Verdict = 'join' | 'ask-a-person' | 'same-family' | 'unrelated';

/** A pair's three probabilities; they sum to 1. */
export type ThreeProbabilities = {
  readonly same: number;
  readonly family: number;
  readonly unrelated: number;
};

/** What a pair must reach to be joined without a person. */
export type JoinAlone = {
  /** P(one person) of the three classes (.99) */
  readonly probability?: number;
  /** bits by which what twins do not share (forename, numbers) must speak for one child rather than for two (3) */
  readonly ownBits?: number;
};

/**
 * Tells pairs into three classes from what two-class scoring gives: the weight and the answers. With M, F and U the
 * likelihoods of one person, one family and unrelated, each times its prior, the score is `log2 [ M / (F + U) ]`. As F
 * differs from M only in its rates, `F = M * 2^d` with d from the answers alone, so rarity of values, which the weight
 * holds, cancels between M and F.
 */
export class ThreeClasses {
  /** log2(family rate / m) by comparison and answer, and of the priors */
  readonly #towards: readonly Float64Array[];
  readonly #priors: number;
  readonly #families: FamilyModel;
  readonly #unrelated: number;
  readonly #aloneAt: Required<JoinAlone>;

  /** A model and its family class; `alone` says what may be joined without a person. */
  constructor(model: LinkageModel, families: FamilyModel, alone: JoinAlone = {}) {
    this.#families = families;
    this.#towards = model.comparisons.map(({ levels }, place) =>
      Float64Array.from(levels, ({ m }, level) => logOf(families.rates[place]?.[level]) - logOf(m)),
    );
    // a weight is log2 of the odds against 1 - prior, which stands for U here but for the families in it
    const { prior } = weightsOf(model);
    this.#priors = Math.log2(Math.max(families.prior, 1e-300)) - Math.log2(1 - model.prior) - prior;
    this.#unrelated = Math.log2(Math.max(1e-12, 1 - families.prior / (1 - model.prior)));
    this.#aloneAt = { probability: alone.probability ?? 0.99, ownBits: alone.ownBits ?? 3 };
  }

  /** log2 [ M / (F + U) ] from a two-class weight and the pair's answers (from `at` on). */
  score(weight: number, answers: Int8Array, at = 0): number {
    return weight - sumOfLogs(weight + this.#towardsFamily(answers, at), this.#unrelated);
  }

  /** P(one person), P(one family) and P(unrelated). */
  probabilities(weight: number, answers: Int8Array, at = 0): ThreeProbabilities {
    const family = weight + this.#towardsFamily(answers, at);
    const all = sumOfLogs(sumOfLogs(weight, family), this.#unrelated);
    return {
      same: 2 ** (weight - all),
      family: 2 ** (family - all),
      unrelated: 2 ** (this.#unrelated - all),
    };
  }

  /** log2(m / family rate) of one answer: above 0 it speaks for one child, below 0 for two of a family. */
  bitsForOneChild(comparison: number, answer: number): number {
    return answer < 0 ? 0 : -(this.#towards[comparison]?.[answer] ?? 0);
  }

  /** What the answers that a family does not share say for one child rather than two; with or without what twins share. */
  ownBits(answers: Int8Array, at: number, of: 'siblings' | 'twins'): number {
    const { shared, sharedByTwins } = this.#families;
    let bits = 0;
    for (let place = 0; place < this.#towards.length; place += 1) {
      if (shared.includes(place) || (of === 'twins' && sharedByTwins.includes(place))) continue;
      bits += this.bitsForOneChild(place, answers[at + place] ?? -1);
    }
    return bits;
  }

  /**
   * What may become of a pair. It is joined by itself only with evidence that neither siblings nor twins share: the
   * probability alone never does, for two children of one birth agree in everything but their forename and numbers.
   */
  verdict(weight: number, answers: Int8Array, at = 0): Verdict {
    const { same, family, unrelated } = this.probabilities(weight, answers, at);
    if (same >= this.#aloneAt.probability && this.#mayJoinAlone(answers, at)) return 'join';
    if (same >= Math.max(family, unrelated) || same >= 0.1) return 'ask-a-person';
    return family >= unrelated ? 'same-family' : 'unrelated';
  }

  #mayJoinAlone(answers: Int8Array, at: number): boolean {
    if (this.ownBits(answers, at, 'twins') < this.#aloneAt.ownBits) return false;
    // a forename that brothers may both bear is not enough without a birthday, unless a number agrees
    const birthdays = this.#families.sharedByTwins.reduce(
      (sum, place) => sum + this.bitsForOneChild(place, answers[at + place] ?? -1),
      0,
    );
    return birthdays > 1 || this.ownBits(answers, at, 'twins') >= this.#aloneAt.ownBits + 6;
  }

  #towardsFamily(answers: Int8Array, at: number): number {
    let sum = this.#priors;
    for (let place = 0; place < this.#towards.length; place += 1) {
      const answer = answers[at + place] ?? -1;
      if (answer >= 0) sum += this.#towards[place]?.[answer] ?? 0;
    }
    return sum;
  }
}

/** log2(2^one + 2^other) without overflow. */
function sumOfLogs(one: number, other: number): number {
  const most = Math.max(one, other);
  return most === -Infinity ? most : most + Math.log2(1 + 2 ** (Math.min(one, other) - most));
}
