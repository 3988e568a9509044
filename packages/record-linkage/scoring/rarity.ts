import { batchSize, type Chosen, type Pairs } from '../comparing/pairs.ts';
import { leastProbability, type TermFrequencyWeight } from '../model/weights.ts';

/** Chosen pairs of a batch, their answers to one comparison, and what each weighs so far. */
export type Weighed = {
  readonly pairs: Pairs;
  readonly chosen: Chosen;
  readonly answers: Int8Array;
  readonly weights: Float64Array;
};

/** What a level weighs whose values are more or less rare. */
export type Rarity = {
  /** adds the level's weight, as `termFrequencyWeight` changes it, to pairs whose answer it is */
  readonly add: (to: Weighed) => void;
  /** the most that rarity adds to any pair; at least 0 */
  readonly most: number;
};

/** A level, where the codes stand that its rarity is read of, and how frequent each value is. */
export type RarityGround = {
  readonly level: number;
  /** the level's weight without its values' rarity */
  readonly plain: number;
  readonly words: Int32Array;
  readonly slot: number;
  readonly frequencies: Float64Array;
};

/** The rarity of a term-frequency rule, its logarithms taken once for each value. */
export function rarityOf(rule: TermFrequencyWeight, ground: RarityGround): Rarity {
  const { level, plain, words, slot, frequencies } = ground;
  const { weight, logU } = rule;
  const logs = frequencies.map((frequency) => Math.log2(Math.max(frequency, rule.minimum, leastProbability)));
  const rarest = logs.reduce((least, log) => Math.min(least, log), 0);
  const most = Math.max(0, weight * (logU - rarest), weight * logU);
  const having = new Int32Array(batchSize);
  return {
    most,
    add({ pairs: { left, right }, chosen, answers, weights }) {
      let count = 0;
      for (let place = 0; place < chosen.count; place += 1) {
        const pair = chosen.at[place] ?? 0;
        having[count] = pair;
        count += Number(answers[pair] === level);
      }
      for (let place = 0; place < count; place += 1) {
        const pair = having[place] ?? 0;
        const one = words[(left[pair] ?? 0) + slot] ?? 0;
        const other = words[(right[pair] ?? 0) + slot] ?? 0;
        // a value that is not there is as rare as the other; two that are not there say nothing
        const ofLeft = logs[one < 0 ? other : one] ?? logU;
        const ofRight = logs[other < 0 ? one : other] ?? logU;
        weights[pair] = (weights[pair] ?? 0) + (plain + weight * (logU - Math.max(ofLeft, ofRight)));
      }
    },
  };
}
