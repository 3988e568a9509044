import { keyOf } from './expression.ts';
import type { Comparison, Expression, Level, LinkageModel } from './model.ts';

/** What a model adds up: log2 of how much likelier each answer is for one person than for two. */
export type Weights = {
  /** log2 of the odds that two records picked at random are of one person */
  readonly prior: number;
  /** in the order of the model's comparisons */
  readonly comparisons: readonly ComparisonWeights[];
};

/** The weights of one comparison; the answer -1 weighs 0 and is not in it. */
export type ComparisonWeights = {
  /** log2(m/u) by answer */
  readonly byAnswer: Float64Array;
  /** by answer; undefined where the rarity of a value does not count */
  readonly termFrequencies: readonly (TermFrequencyWeight | undefined)[];
};

/** How a value's rarity changes the weight of a level. */
export type TermFrequencyWeight = {
  readonly column: Expression;
  readonly weight: number;
  readonly minimum: number;
  /** log2 of the u that the value's own frequency takes the place of */
  readonly logU: number;
};

/** What a level that training never saw counts as, as in Splink. */
export const neverObserved = 1e-6;

/** The smallest m or u, so that no logarithm is infinite, as in Splink. */
export const leastProbability = 1e-300;

/**
 * The weights of a model: `log2(m/u)` for each answer, with 1e-6 for an m or u that is not there and nothing below
 * 1e-300, and for levels with term frequency the u it is held against. Source: Fellegi and Sunter, Journal of the
 * American Statistical Association 64 (1969) 1183-1210; the two limits are Splink's.
 */
export function weightsOf(model: LinkageModel): Weights {
  return { prior: weightOfProbability(model.prior), comparisons: model.comparisons.map(comparisonWeights) };
}

/**
 * What the rarity of a value adds to the weight of its level: `weight * (log2 u - log2 max(left, right, minimum))`. A
 * side whose frequency is not known takes the other's; with none known nothing is added.
 */
export function termFrequencyWeight(
  rule: TermFrequencyWeight,
  left: number | undefined,
  right: number | undefined,
): number {
  const one = left ?? right;
  if (one === undefined || rule.weight === 0) return 0;
  const frequency = Math.max(one, right ?? one, rule.minimum, leastProbability);
  return rule.weight * (rule.logU - Math.log2(frequency));
}

/** The probability that a weight stands for: 0 is .5, 2 is .8. Never overflows. */
export function probabilityOf(weight: number): number {
  if (weight >= 0) return 1 / (1 + 2 ** -weight);
  const odds = 2 ** weight;
  return odds / (1 + odds);
}

/** The weight of a probability: log2 of its odds, between the finite ends that 1e-300 allows. */
export function weightOfProbability(probability: number): number {
  return Math.log2(Math.max(probability, leastProbability) / Math.max(1 - probability, leastProbability));
}

function comparisonWeights(comparison: Comparison): ComparisonWeights {
  const { levels } = comparison;
  return {
    byAnswer: Float64Array.from(levels, ({ m, u }) => Math.log2(counted(m) / counted(u))),
    termFrequencies: levels.map((level) => termFrequencyOf(level, levels)),
  };
}

function counted(probability: number | undefined): number {
  return Math.max(probability ?? neverObserved, leastProbability);
}

function termFrequencyOf(level: Level, levels: readonly Level[]): TermFrequencyWeight | undefined {
  const rule = level.termFrequency;
  if (rule === undefined || rule.weight === 0 || level.when.is === 'else') return undefined;
  const against = rule.against === 'own-level' ? level : (equalLevel(rule.column, levels) ?? level);
  return {
    column: rule.column,
    weight: rule.weight,
    minimum: rule.minimum,
    logU: Math.log2(counted(against.u)),
  };
}

/** The level that says that this column, and nothing else, is equal. */
function equalLevel(column: Expression, levels: readonly Level[]): Level | undefined {
  const key = keyOf(column);
  return levels.find(
    ({ when }) => when.is === 'equal' && keyOf(when.left) === key && keyOf(when.right) === key,
  );
}
