import { done, refuse, type Result } from '../result.ts';
import { answerOf, Unanswerable, valueOf, type Pair, type Values } from './ask.ts';
import { keyOf } from './expression.ts';
import type { Expression, LinkageModel } from './model.ts';
import { probabilityOf, termFrequencyWeight, weightsOf, type TermFrequencyWeight } from './weights.ts';

/** How frequent a value is among all that are not missing, from 0 to 1; undefined where that is not known. */
export type FrequencyOf = (column: Expression, value: string) => number | undefined;

/** What a pair came to, comparison by comparison. */
export type ScoredPair = {
  readonly weight: number;
  readonly probability: number;
  readonly parts: readonly ScoredPart[];
};

/** One comparison of a scored pair: its answer, the weight of the answer, and what the value's rarity added. */
export type ScoredPart = {
  readonly comparison: string;
  readonly answer: number;
  readonly weight: number;
  readonly rarity: number;
};

/**
 * The score of one pair, added up plainly: what the engine is proved against. `frequencyOf` gives term frequencies
 * (see `frequenciesOf`); without it no value's rarity counts. Refused where the model asks SQL of both records.
 */
export function scorePair(
  scoring: { readonly model: LinkageModel; readonly frequencyOf?: FrequencyOf },
  left: Values,
  right: Values,
): Result<ScoredPair> {
  const { model, frequencyOf = () => undefined } = scoring;
  const weights = weightsOf(model);
  const pair: Pair = { left, right, counts: model.counts ?? 'letters' };
  try {
    const parts = model.comparisons.map((comparison, at): ScoredPart => {
      const answer = answerOf(comparison, pair);
      const rule = weights.comparisons[at]?.termFrequencies[answer];
      return {
        comparison: comparison.name,
        answer,
        weight: weights.comparisons[at]?.byAnswer[answer] ?? 0,
        rarity: rule ? rarityOf(rule, pair, frequencyOf) : 0,
      };
    });
    const weight = parts.reduce((sum, part) => sum + part.weight + part.rarity, weights.prior);
    return done({ weight, probability: probabilityOf(weight), parts });
  } catch (error) {
    if (!(error instanceof Unanswerable)) throw error;
    const words = `One pair by itself cannot be scored: ${error.message}. Score it with the engine.`;
    return refuse({ reason: 'needs-sql', place: 'model', words });
  }
}

function rarityOf(rule: TermFrequencyWeight, pair: Pair, frequencyOf: FrequencyOf): number {
  const [left, right] = [pair.left, pair.right].map((values) => {
    const value = valueOf(rule.column, values);
    return value === undefined ? undefined : frequencyOf(rule.column, value);
  });
  return termFrequencyWeight(rule, left, right);
}

/** The term frequencies of these records: how often each value stands among all that are not missing. */
export function frequenciesOf(model: LinkageModel, records: readonly Values[]): FrequencyOf {
  const tables = new Map<string, ReadonlyMap<string, number>>();
  const columns = model.comparisons.flatMap(({ levels }) =>
    levels.flatMap(({ termFrequency }) => (termFrequency ? [termFrequency.column] : [])),
  );
  for (const column of columns) tables.set(keyOf(column), frequencyTable(column, records));
  return (column, value) => tables.get(keyOf(column))?.get(value);
}

function frequencyTable(column: Expression, records: readonly Values[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let known = 0;
  for (const record of records) {
    const value = valueOf(column, record);
    if (value === undefined) continue;
    counts.set(value, (counts.get(value) ?? 0) + 1);
    known += 1;
  }
  return new Map([...counts].map(([value, count]) => [value, count / known]));
}
