import { explainPair, type Explanation } from '../explanation/explain-pair.ts';
import { keyOf } from '../model/expression.ts';
import type { Condition, Expression, LinkageModel } from '../model/model.ts';
import type { Values } from '../model/ask.ts';
import { done, type Result } from '../result.ts';
import type { Held } from './held/held.ts';

/** Why two records weigh what they weigh, from what the store keeps of them and how frequent values are in it. */
export function explainHeld(held: Held, one: number, other: number): Result<Explanation> {
  const [left, right] = held.isBefore(one, other) ? [one, other] : [other, one];
  const { model } = held.shape;
  const explained = explainPair(
    { model: asKept(model), frequencyOf: frequencies(held) },
    valuesOf(held, left),
    valuesOf(held, right),
  );
  if (!explained.done) return explained;
  const steps = explained.value.steps.map((step, at) => {
    const comparison = model.comparisons[at] ?? step.comparison;
    return { ...step, comparison, level: comparison.levels[step.answer] };
  });
  return done({ ...explained.value, steps });
}

/** A record's values by the keys of their expressions. */
function valuesOf(held: Held, record: number): Values {
  const row = held.row(record);
  return Object.fromEntries(
    held.shape.expressions.map((expression, slot) => {
      const code = row.all[row.from + slot] ?? -1;
      return [keyOf(expression), code < 0 ? null : held.texts.text(code)];
    }),
  );
}

function frequencies(held: Held): (column: Expression, value: string) => number | undefined {
  const slots = new Map(held.shape.expressions.map((expression, slot) => [keyOf(expression), slot]));
  return (column, value) => {
    const slot = slots.get('column' in column ? column.column : '');
    const tally = held.tallies.find((each) => each.slot === slot);
    return tally && tally.counts.at(held.texts.numberOf(value)) / tally.known;
  };
}

/** A model that reads values as the store keeps them, cleaned already, each a column named by its expression's key. */
function asKept(model: LinkageModel): LinkageModel {
  return {
    ...model,
    comparisons: model.comparisons.map((comparison) => ({
      ...comparison,
      nullWhen: kept(comparison.nullWhen),
      levels: comparison.levels.map((level) => ({
        ...level,
        when: kept(level.when),
        ...(level.termFrequency && {
          termFrequency: { ...level.termFrequency, column: column(level.termFrequency.column) },
        }),
      })),
    })),
  };
}

function kept(when: Condition): Condition {
  switch (when.is) {
    case 'else':
    case 'pair-sql':
      return when;
    case 'all':
    case 'any':
      return { ...when, of: when.of.map(kept) };
    case 'not':
      return { ...when, of: kept(when.of) };
    case 'missing':
    case 'value':
      return { ...when, of: column(when.of) };
    default:
      return { ...when, left: column(when.left), right: column(when.right) };
  }
}

function column(expression: Expression): Expression {
  return { column: keyOf(expression) };
}
