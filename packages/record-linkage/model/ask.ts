import { agreements } from '../fields/agreements.ts';
import { cleaners } from '../fields/cleaners.ts';
import { numberOf, secondsOf } from '../similarity/amounts.ts';
import { lettersOf, plainDistance, plainSimilarity } from '../similarity/plain.ts';
import { keyOf } from './expression.ts';
import type { Comparison, Condition, Expression, LinkageModel } from './model.ts';

/**
 * A record as text by column. What SQL of one record gives stands under the key of the expression (`sql:…`), for only
 * DuckDB can answer it.
 */
export type Values = Readonly<Record<string, string | null | undefined>>;

/** Two records and what of the model their questions need. */
export type Pair = {
  readonly left: Values;
  readonly right: Values;
  readonly counts: NonNullable<LinkageModel['counts']>;
};

/** A question that objects cannot answer, such as SQL over both records. */
export class Unanswerable extends Error {}

/** What an expression reads of a record; undefined where there is nothing. */
export function valueOf(expression: Expression, values: Values): string | undefined {
  if ('sql' in expression) {
    const key = keyOf(expression);
    if (!(key in values)) throw new Unanswerable(`the record has no value for ${key}`);
    return values[key] ?? undefined;
  }
  const text = values[expression.column] ?? undefined;
  if (text === undefined || !('cleanedBy' in expression)) return text;
  return cleaners.get(expression.cleanedBy)?.(text);
}

/** A comparison's answer: the place of the first level that holds, -1 where nothing can be said. */
export function answerOf(comparison: Comparison, pair: Pair): number {
  if (holds(comparison.nullWhen, pair) === true) return -1;
  return comparison.levels.findIndex(({ when }) => holds(when, pair) === true);
}

/** Whether a condition holds: true, false, or undefined where a value that it asks about is missing, as in SQL. */
export function holds(when: Condition, pair: Pair): boolean | undefined {
  switch (when.is) {
    case 'else':
      return true;
    case 'missing':
      return valueOf(when.of, pair.left) === undefined || valueOf(when.of, pair.right) === undefined;
    case 'all':
      return every(when.of.map((part) => holds(part, pair)));
    case 'any':
      return not(every(when.of.map((part) => not(holds(part, pair)))));
    case 'not':
      return not(holds(when.of, pair));
    case 'value':
      return sidesOf(when.side, when, pair);
    case 'pair-sql':
      throw new Unanswerable(`only DuckDB answers ${when.sql}`);
    default:
      return ofTwo(when, pair);
  }
}

function every(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function not(holds: boolean | undefined): boolean | undefined {
  return holds === undefined ? undefined : !holds;
}

type Of<Kind extends Condition['is']> = Extract<Condition, { is: Kind }>;

function sidesOf(side: 'left' | 'right' | 'both', when: Of<'value'>, pair: Pair): boolean | undefined {
  const is = (values: Values) => {
    const value = valueOf(when.of, values);
    return value === undefined ? undefined : value === when.text;
  };
  return side === 'both' ? every([is(pair.left), is(pair.right)]) : is(pair[side]);
}

type OfTwo = Of<'equal' | 'similar' | 'edits' | 'days-apart' | 'numbers-apart' | 'shared' | 'agree'>;

function ofTwo(when: OfTwo, pair: Pair): boolean | undefined {
  const left = valueOf(when.left, pair.left);
  const right = valueOf(when.right, pair.right);
  if (left === undefined || right === undefined) return undefined;
  switch (when.is) {
    case 'equal':
      return left === right;
    case 'similar':
      return (
        plainSimilarity(when.by, lettersOf(left, pair.counts), lettersOf(right, pair.counts)) >= when.atLeast
      );
    case 'edits':
      return (
        plainDistance(when.by, lettersOf(left, pair.counts), lettersOf(right, pair.counts)) <= when.atMost
      );
    case 'days-apart':
      return apart(secondsOf(left), secondsOf(right), when.atMost);
    case 'numbers-apart':
      return apart(numberOf(left), numberOf(right), when.atMost);
    case 'shared':
      return sharedOf(left, right) >= when.atLeast;
    case 'agree': {
      const agree = agreements.get(when.by);
      if (!agree) throw new Unanswerable(`there is no agreement called ${when.by}`);
      return agree(left, right);
    }
  }
}

function apart(left: number | undefined, right: number | undefined, atMost: number): boolean | undefined {
  return left === undefined || right === undefined ? undefined : Math.abs(left - right) <= atMost;
}

function sharedOf(left: string, right: string): number {
  const parts = new Set(left.split(' ').filter((part) => part !== ''));
  return new Set(right.split(' ').filter((part) => parts.has(part))).size;
}
