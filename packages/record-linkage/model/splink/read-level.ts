import type { Level, TermFrequency } from '../model.ts';
import { isObject, numberAt, textAt, type JsonObject } from './json.ts';
import { readCondition } from './read-condition.ts';

/** What Splink writes for a probability that training had no pair for. */
export const notObserved = 'level not observed in training dataset';

/** m and u that Splink assumes of a level it was not given one for. */
export type Assumed = { readonly m: number; readonly u: number };

/**
 * What Splink assumes of untrained levels, the closest first: m .95 for the closest and the rest shared out; u so that
 * the weights are 10 for the closest and even steps from 3 down to -5 for the others.
 */
export function assumedOf(count: number): readonly Assumed[] {
  return Array.from({ length: count }, (_, place) => {
    const fromLast = count - 1 - place;
    const m = place === 0 ? 0.95 : (1 - 0.95) / (count - 1);
    const step = count > 2 ? 8 / (count - 2) : 0;
    return { m, u: m / 2 ** (place === 0 ? 10 : -5 + fromLast * step) };
  });
}

/** A level of Splink's JSON as one of ours. */
export function readLevel(level: JsonObject, assumed: Assumed): Level {
  const termFrequency = readTermFrequency(level);
  const fixed = (['m', 'u'] as const).filter((part) => level[`fix_${part}_probability`] === true);
  return {
    label: textAt(level, 'label_for_charts') ?? textAt(level, 'sql_condition') ?? '',
    when: readCondition(textAt(level, 'sql_condition') ?? ''),
    ...probability('m', level['m_probability'], assumed.m),
    ...probability('u', level['u_probability'], assumed.u),
    ...(fixed.length > 0 && { fixed }),
    ...(termFrequency && { termFrequency }),
  };
}

function probability(part: 'm' | 'u', value: unknown, assumed: number): { m?: number } | { u?: number } {
  if (value === notObserved) return {};
  return { [part]: typeof value === 'number' ? value : assumed };
}

function readTermFrequency(level: JsonObject): TermFrequency | undefined {
  const column = textAt(level, 'tf_adjustment_column');
  if (column === undefined) return undefined;
  return {
    column: { column: column.replace(/^(["`])(.*)\1$/, '$2') },
    weight: numberAt(level, 'tf_adjustment_weight') ?? 1,
    minimum: numberAt(level, 'tf_minimum_u_value') ?? 0,
    ...(level['disable_tf_exact_match_detection'] === true && { against: 'own-level' }),
  };
}

/** Whether a part of the JSON is a level: an object with a condition. */
export function isLevel(value: unknown): value is JsonObject {
  return isObject(value) && typeof value['sql_condition'] === 'string';
}
