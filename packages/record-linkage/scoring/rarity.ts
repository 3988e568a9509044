import { missing } from '../comparing/fields.ts';
import { leastProbability, type TermFrequencyWeight } from '../model/weights.ts';

/** What a value's rarity adds to a level, from the codes of two records. */
export type Rarity = {
  /** as `termFrequencyWeight` adds it, from where the codes of the records begin */
  readonly of: (left: number, right: number) => number;
  /** the most that it adds to any pair; at least 0 */
  readonly most: number;
};

/** Where the codes stand that a rarity is read of, and how frequent each value is. */
export type RarityGround = {
  readonly words: Int32Array;
  readonly slot: number;
  readonly frequencies: Float64Array;
};

/** The rarity of a term-frequency rule, its logarithms taken once for each value. */
export function rarityOf(rule: TermFrequencyWeight, { words, slot, frequencies }: RarityGround): Rarity {
  const { weight, logU } = rule;
  const logs = frequencies.map((frequency) => Math.log2(Math.max(frequency, rule.minimum, leastProbability)));
  const rarest = logs.reduce((least, log) => Math.min(least, log), 0);
  const most = Math.max(0, weight * (logU - rarest), weight * logU);
  return {
    most,
    of: (left, right) => {
      const one = words[left + slot] ?? missing;
      const other = words[right + slot] ?? missing;
      if (one === missing && other === missing) return 0;
      const ofLeft = logs[one === missing ? other : one] ?? 0;
      const ofRight = logs[other === missing ? one : other] ?? 0;
      return weight * (logU - Math.max(ofLeft, ofRight));
    },
  };
}
