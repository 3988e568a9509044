import type { Explanation, Step } from '../explanation/explain-pair.ts';
import { keyOf } from '../model/expression.ts';
import type { Expression, LinkageModel } from '../model/model.ts';
import { probabilityOf, termFrequencyWeight, weightsOf } from '../model/weights.ts';
import type { Column, Records } from '../records/records.ts';
import { valueCounts } from '../records/value-counts.ts';
import { equalKeyOf } from '../comparing/what-is-compared.ts';

/** A pair that was scored: two records by number and their answers, from place `at` on. */
export type ScoredOne = {
  readonly left: number;
  readonly right: number;
  readonly answers: Int8Array;
  readonly at: number;
};

/** Explains pairs that were scored, from the answers and the records as they were read: nothing is compared anew. */
export function explainRecords(records: Records, model: LinkageModel): (pair: ScoredOne) => Explanation {
  const weights = weightsOf(model);
  const shares = new Map<string, Float64Array>();
  const sharesOf = (expression: Expression): Float64Array | undefined => {
    const key = keyOf(expression);
    const column = records.columns.get(key);
    const known = shares.get(key) ?? (column && sharesIn(column));
    if (known) shares.set(key, known);
    return known;
  };
  const codeOf = (expression: Expression, record: number): number =>
    records.columns.get(keyOf(expression))?.codes[record] ?? -1;
  return ({ left, right, answers, at }) => {
    const steps = model.comparisons.map((comparison, place): Step => {
      const answer = answers[at + place] ?? -1;
      const rule = weights.comparisons[place]?.termFrequencies[answer];
      const of = rule && sharesOf(rule.column);
      const share = (record: number) => (rule ? of?.[codeOf(rule.column, record)] : undefined);
      const shown = equalKeyOf(comparison);
      return {
        comparison,
        answer,
        level: comparison.levels[answer],
        weight: weights.comparisons[place]?.byAnswer[answer] ?? 0,
        rarity: rule ? termFrequencyWeight(rule, share(left), share(right)) : 0,
        left: shown && textOf(records, shown, left),
        right: shown && textOf(records, shown, right),
      };
    });
    const weight = steps.reduce((sum, step) => sum + step.weight + step.rarity, weights.prior);
    return { prior: weights.prior, steps, weight, probability: probabilityOf(weight) };
  };
}

function textOf(records: Records, expression: Expression, record: number): string | undefined {
  const column = records.columns.get(keyOf(expression));
  const code = column?.codes[record] ?? -1;
  return code < 0 ? undefined : column?.values.text(code);
}

function sharesIn(column: Column): Float64Array {
  const { counts, known } = valueCounts(column);
  return counts.map((count) => count / Math.max(1, known));
}
