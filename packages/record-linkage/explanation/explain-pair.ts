import { valueOf, type Values } from '../model/ask.ts';
import type { Comparison, Condition, Expression, Level, LinkageModel } from '../model/model.ts';
import { scorePair, type FrequencyOf } from '../model/score-pair.ts';
import { weightsOf } from '../model/weights.ts';
import { done, type Result } from '../result.ts';

/** Why a pair weighs what it weighs: the prior, and a step for each comparison, which add up to the weight. */
export type Explanation = {
  readonly prior: number;
  readonly steps: readonly Step[];
  readonly weight: number;
  readonly probability: number;
};

/** One comparison of a pair. */
export type Step = {
  readonly comparison: Comparison;
  /** place among the levels; -1 where nothing can be said */
  readonly answer: number;
  /** undefined where nothing can be said */
  readonly level: Level | undefined;
  /** log2 of how much likelier the answer is for one person than for two */
  readonly weight: number;
  /** what the rarity of the value adds to it */
  readonly rarity: number;
  /** what the comparison reads of the left record and of the right; undefined where there is nothing */
  readonly left: string | undefined;
  readonly right: string | undefined;
};

/** Explains one pair. Refused as `scorePair` refuses. */
export function explainPair(
  scoring: { readonly model: LinkageModel; readonly frequencyOf?: FrequencyOf },
  left: Values,
  right: Values,
): Result<Explanation> {
  const scored = scorePair(scoring, left, right);
  if (!scored.done) return scored;
  const { weight, probability, parts } = scored.value;
  const steps = scoring.model.comparisons.map((comparison, at): Step => {
    const part = parts[at] ?? { answer: -1, weight: 0, rarity: 0 };
    const column = firstColumn(comparison);
    return {
      comparison,
      answer: part.answer,
      level: comparison.levels[part.answer],
      weight: part.weight,
      rarity: part.rarity,
      left: column && valueOf(column, left),
      right: column && valueOf(column, right),
    };
  });
  return done({ prior: weightsOf(scoring.model).prior, steps, weight, probability });
}

/** The column that a comparison is about, as it stands in the record: the first that its closest question reads. */
function firstColumn(comparison: Comparison): Expression | undefined {
  for (const when of [...comparison.levels.map((level) => level.when), comparison.nullWhen]) {
    const found = columnIn(when);
    if (found) return found;
  }
  return undefined;
}

function columnIn(when: Condition): Expression | undefined {
  switch (when.is) {
    case 'else':
    case 'pair-sql':
      return undefined;
    case 'all':
    case 'any':
      return when.of.map(columnIn).find((found) => found !== undefined);
    case 'not':
      return columnIn(when.of);
    case 'missing':
    case 'value':
      return asWritten(when.of);
    default:
      return asWritten(when.left);
  }
}

function asWritten(expression: Expression): Expression | undefined {
  return 'sql' in expression ? undefined : { column: expression.column };
}
