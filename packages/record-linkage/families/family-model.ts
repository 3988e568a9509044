import type { Probabilities } from '../training/parameters.ts';

/** How pairs of brothers and sisters answer: the third class beside one person and unrelated people. */
export type FamilyModel = {
  /** the probability that two records picked at random are of two children of one family */
  readonly prior: number;
  /** P(answer | two children of one family), by comparison and level of the linkage model */
  readonly rates: Probabilities;
  /** comparisons that a family shares (surname, postcode): there the rates are the model's m */
  readonly shared: readonly number[];
  /** comparisons that children of one birth share (date of birth): they tell siblings apart, but not twins */
  readonly sharedByTwins: readonly number[];
};
