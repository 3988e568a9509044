import { agreements } from '../fields/agreements.ts';
import { cleaners } from '../fields/cleaners.ts';
import type { Condition, Expression } from './model.ts';

/** Something that is wrong, where, and how to mend it. */
export type Fault = { readonly place: string; readonly what: string; readonly mend: string };

/** What is wrong with an expression. */
export function expressionFaults(expression: Expression, place: string): readonly Fault[] {
  if ('sql' in expression)
    return expression.sql.trim() === ''
      ? [{ place, what: 'its SQL is empty', mend: 'Write it, or name a column.' }]
      : [];
  const faults: Fault[] = [];
  if (expression.column.trim() === '')
    faults.push({ place, what: 'a column has no name', mend: 'Name the column.' });
  if ('cleanedBy' in expression && !cleaners.has(expression.cleanedBy))
    faults.push({
      place,
      what: `there is no cleaner called ${expression.cleanedBy}`,
      mend: `There are: ${[...cleaners.keys()].join(', ')}.`,
    });
  return faults;
}

/** What is wrong with a condition, the parts that it is made of included. */
export function conditionFaults(when: Condition, place: string): readonly Fault[] {
  switch (when.is) {
    case 'else':
      return [];
    case 'missing':
    case 'value':
      return expressionFaults(when.of, place);
    case 'all':
    case 'any':
      return when.of.length === 0
        ? [{ place, what: `"${when.is}" of nothing`, mend: 'Put at least one condition in it.' }]
        : when.of.flatMap((part) => conditionFaults(part, place));
    case 'not':
      return conditionFaults(when.of, place);
    case 'pair-sql':
      return when.sql.trim() === '' ? [{ place, what: 'its SQL is empty', mend: 'Write it.' }] : [];
    default:
      return [
        ...limitFaults(when, place),
        ...expressionFaults(when.left, place),
        ...expressionFaults(when.right, place),
      ];
  }
}

type Limited = Exclude<Condition, { is: 'else' | 'missing' | 'value' | 'all' | 'any' | 'not' | 'pair-sql' }>;

function limitFaults(when: Limited, place: string): readonly Fault[] {
  switch (when.is) {
    case 'equal':
      return [];
    case 'agree':
      return agreements.has(when.by)
        ? []
        : [
            {
              place,
              what: `there is no agreement called ${when.by}`,
              mend: `There are: ${[...agreements.keys()].join(', ')}.`,
            },
          ];
    case 'similar':
      return when.atLeast > 0 && when.atLeast <= 1
        ? []
        : [
            {
              place,
              what: `a likeness of at least ${when.atLeast}`,
              mend: 'It lies above 0 and at most at 1.',
            },
          ];
    case 'shared':
      return Number.isInteger(when.atLeast) && when.atLeast > 0
        ? []
        : [{ place, what: `at least ${when.atLeast} in common`, mend: 'Ask for 1 or more.' }];
    default:
      return when.atMost >= 0 && Number.isFinite(when.atMost)
        ? []
        : [{ place, what: `at most ${when.atMost} apart`, mend: 'Ask for a number from 0.' }];
  }
}
